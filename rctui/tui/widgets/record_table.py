"""The list that every screen uses: rows by index, a cursor by key, only visible rows drawn.

It is built on Textual's line API. A row costs nothing until it is on screen, so the number of
rows doesn't matter; and a move of the cursor repaints two lines.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from rich.segment import Segment
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from rctui.api.page import Unreadable
from rctui.customers.listed import NOT_KEPT
from rctui.tables.shown_rows import ShownRows
from rctui.tables.table import Tone
from rctui.text.safe_text import SafeText, phrase, safe
from rctui.text.width import cut, fit
from rctui.tui.actions import bindings
from rctui.tui.list_keys import LIST_KEYS
from rctui.tui.widgets.column_layout import GAP
from rctui.tui.widgets.list_moves import ListMoves
from rctui.tui.widgets.shown_columns import ShownColumns

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from rich.style import Style
    from textual import events

    from rctui.tables.table import Cell, Sort, Table

T = TypeVar("T")

_CURSOR = ">"
"""Tells the cursor's row to those who see no colours."""
_MARK = "*"
_MARKER_WIDTH = 2
_NO_MARKER = "  "
_HEADING_LINES = 1


class RecordTable(ListMoves, ScrollView, Generic[T], can_focus=True):
    """Shows records in the columns of a `Table`. It knows nothing of where they come from."""

    BINDINGS = bindings(LIST_KEYS)
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "record-table--heading",
        "record-table--cursor",
        "record-table--cursor-blurred",
        *(f"record-table--{tone}" for tone in Tone),
    }
    DEFAULT_CSS = """
    RecordTable { height: 1fr; width: 1fr; scrollbar-size: 0 0; overflow-x: hidden; }
    RecordTable > .record-table--heading { color: $text-muted; text-style: bold; }
    RecordTable > .record-table--cursor { background: $primary; color: $background;
                                          text-style: bold; }
    RecordTable > .record-table--cursor-blurred { background: $boost; }
    RecordTable > .record-table--good { color: $text-success; }
    RecordTable > .record-table--attention { color: $text-warning; }
    RecordTable > .record-table--bad { color: $text-error; }
    RecordTable > .record-table--muted { color: $text-muted; }
    RecordTable > .record-table--accent { color: $text-accent; text-style: bold; }
    App:nocolor RecordTable > .record-table--cursor { text-style: bold underline; }
    """

    cursor: reactive[int] = reactive(0, repaint=False)
    """Index of the row under the cursor."""

    @dataclass
    class Opened(Message):
        """Enter, or a second click, on a row."""

        record: object

    class EndReached(Message):
        """The cursor is near the last loaded row, and more can be loaded."""

    @dataclass
    class Missing(Message):
        """A row that is on screen must be read again first."""

        place: int

    class TopLeft(Message):
        """A step up from the first row."""

    class Arranged(Message):
        """Other rows are shown, or another number of them is marked."""

    @dataclass
    class CursorMoved(Message):
        """Another record is under the cursor, or the same in a newer form."""

        by_key: bool
        """Whether more moves may follow at once, as with a held key."""

    def __init__(self, table: Table[T], *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.shown: ShownRows[T] = ShownRows(table)
        """The loaded rows, and how the operator has arranged them. Change it by this widget."""
        self.columns: ShownColumns[T] = ShownColumns()
        """The columns on screen; `place_columns` after a change of what is chosen."""
        self._styles: dict[str, Style] = {}

    @property
    def rows(self) -> Sequence[T | Unreadable]:
        """What is shown: those of the loaded rows that hold the words of the filter."""
        return self.shown.rows

    @property
    def shown_rows(self) -> list[T]:
        """Every readable record that is shown, in the order it is shown in."""
        return self.shown.readable

    @property
    def marked(self) -> list[T]:
        """The marked records, in the order in which they were marked; filtered ones included."""
        return self.shown.marked

    @property
    def loaded(self) -> int:
        """How many rows there are without the filter."""
        return len(self.shown.all)

    # What the operator does to the list: the cursor stays on its record

    def filter(self, words: str) -> None:
        """Show only rows that hold every word, in any column."""
        self._rearrange(lambda: self.shown.filter(words))

    def sort_by(self, sort: Sort | None) -> None:
        """Sort the loaded rows by their raw values; `None` is the server's order."""
        self._rearrange(lambda: self.shown.sort_by(sort))

    def turn_mark(self) -> None:
        """Mark the row under the cursor, or take its mark off."""
        record = self.cursor_record
        if record is not None and record is not NOT_KEPT:
            self._rearrange(lambda: self.shown.turn_mark(record))

    def unmark(self) -> bool:
        """Take every mark off; whether there was one."""
        if not self.marked:
            return False
        self._rearrange(self.shown.unmark)
        return True

    def _rearrange(self, change: Callable[[], None]) -> None:
        key = self.shown.key_at(self.cursor)
        change()
        self._stand_on(key)
        self.post_message(self.Arranged())

    @property
    def cursor_row(self) -> T | Unreadable | None:
        """The row under the cursor, readable or not."""
        return self.rows[self.cursor] if self.cursor < len(self.rows) else None

    @property
    def cursor_record(self) -> T | None:
        """The record under the cursor; `None` on an empty list and on an unreadable row."""
        row = self.cursor_row
        return None if isinstance(row, Unreadable) else row

    def show(self, rows: Sequence[T | Unreadable], *, more: bool = False) -> None:
        """Replace the rows. The cursor stays on the record that it is on, wherever that went."""
        key = self.shown.key_at(self.cursor)
        self.shown.show(rows, more=more)
        if self.columns.look_at(self.shown):
            self.place_columns()
        self._stand_on(key)
        if self.shown.filter_words:
            self.post_message(self.Arranged())

    def _stand_on(self, key: Hashable) -> None:
        """Show the rows as they are now, the cursor on one of them or near where it was."""
        self.virtual_size = Size(self.size.width, self.length + _HEADING_LINES)
        self.cursor = self.shown.place_of(key, self.cursor)
        self._scroll_to_cursor()
        self.refresh()
        self.post_message(self.CursorMoved(by_key=False))

    def switch(
        self, table: Table[T], rows: Sequence[T | Unreadable], *, more: bool, cursor: int
    ) -> None:
        """Show another list altogether, with the cursor on a place of it."""
        self.shown.switch(table)
        self.place_columns()
        self.show(rows, more=more)
        self.cursor = cursor
        self._scroll_to_cursor()

    def use(self, table: Table[T]) -> None:
        """Show the same rows in other columns."""
        self.shown.table = table
        self.place_columns()

    # Drawing

    def notify_style_update(self) -> None:
        """The theme has changed."""
        self._styles.clear()
        super().notify_style_update()

    def on_resize(self) -> None:
        """Place the columns anew, and keep the cursor in view."""
        self.place_columns()
        self.virtual_size = Size(self.size.width, self.length + _HEADING_LINES)
        self._scroll_to_cursor()

    def place_columns(self) -> None:
        """Place the columns that are chosen now, in the width there is now."""
        self.columns.place(self.shown.table, self.size.width - _MARKER_WIDTH)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One line of the view: the heading, or whatever row is scrolled there."""
        width = self.size.width
        if y < _HEADING_LINES:
            words = fit(self.columns.heading(self.shown), width - _MARKER_WIDTH)
            return Strip([Segment(_NO_MARKER + words.plain, self._style("heading"))], width)
        place = self.scroll_offset.y + y - _HEADING_LINES
        if place >= self.length:
            return Strip([Segment(" " * width, self.rich_style)], width)
        return self._row_strip(place, width)

    def _row_strip(self, place: int, width: int) -> Strip:
        row = self.rows[place]
        if row is NOT_KEPT:
            self.post_message(self.Missing(place))
        parts = self._parts(row)
        mark = _MARK if self.shown.is_marked(row) else " "
        if place == self.cursor:
            style = self._style("cursor" if self.has_focus else "cursor-blurred")
            text = "".join(part.plain for part, _ in parts)
            return _strip([Segment(_CURSOR + mark + text, style)], width, style)
        segments = [Segment(" " + mark, self._style("accent" if mark == _MARK else "plain"))]
        segments += [Segment(part.plain, self._style(tone)) for part, tone in parts]
        return _strip(segments, width, self.rich_style)

    def _parts(self, row: T | Unreadable) -> list[tuple[SafeText, Tone]]:
        if isinstance(row, Unreadable):
            room = max(0, self.size.width - _MARKER_WIDTH)
            return [(cut(phrase("unreadable: {}", safe(row.reason)), room), Tone.BAD)]
        parts: list[tuple[SafeText, Tone]] = []
        for placed in self.columns.placed:
            cell: Cell = placed.column.cell(row)
            gap = [(GAP, Tone.PLAIN)] if parts else []
            parts += [*gap, (placed.fitted(cell), cell.tone)]
        return parts

    def _style(self, name: str) -> Style:
        style = self._styles.get(name)
        if style is None:
            style = self.get_component_rich_style(f"record-table--{name}")
            self._styles[name] = style
        return style

    def _refresh_rows(self, *places: int) -> None:
        top, width = self.scroll_offset.y, self.size.width
        lines = (place - top + _HEADING_LINES for place in places)
        seen = [y for y in lines if _HEADING_LINES <= y < self.size.height]
        self.refresh(*(Region(0, y, width, 1) for y in seen))

    def on_focus(self) -> None:
        """Show the cursor as the one that keys move."""
        self._refresh_rows(self.cursor)

    def on_blur(self) -> None:
        """Show the cursor as one that waits."""
        self._refresh_rows(self.cursor)

    # Moving

    @property
    def page(self) -> int:
        """How many rows are seen at once."""
        return max(1, self.size.height - _HEADING_LINES)

    @property
    def length(self) -> int:
        """How many rows are shown."""
        return len(self.rows)

    def validate_cursor(self, place: int) -> int:
        """A place that exists."""
        return max(0, min(self.length - 1, place))

    def watch_cursor(self, before: int, now: int) -> None:
        """Repaint the two rows concerned, or scroll."""
        if not self._scroll_to_cursor():
            self._refresh_rows(before, now)
        self.post_message(self.CursorMoved(by_key=True))

    def _scroll_to_cursor(self) -> bool:
        """Bring the cursor's row into view; whether anything had to move."""
        top = self.scroll_offset.y
        wanted = max(min(top, self.cursor), self.cursor - self.page + 1)
        if wanted == top or self.size.height == 0:
            return False
        self.scroll_to(y=wanted, animate=False, force=True, immediate=True)
        return True

    def move(self, place: int) -> None:
        """Put the cursor on a place, or as near to it as there are rows."""
        self.cursor = place
        if self.shown.more and self.cursor >= self.length - self._rows_ahead:
            self.post_message(self.EndReached())

    @property
    def _rows_ahead(self) -> int:
        """How many rows before the end the next page is asked for: early, so that nobody waits.

        Sorted or filtered rows come from anywhere, and then only the last one asks for more.
        """
        return self.page if self.rows is self.shown.all else 1

    def above_the_first(self) -> None:
        """A step up from the first row."""
        self.post_message(self.TopLeft())

    def action_open_row(self) -> None:
        """Open the row under the cursor."""
        record = self.cursor_row
        if record is not None:
            self.post_message(self.Opened(record))

    def on_click(self, event: events.Click) -> None:
        """The first click moves the cursor, the second opens the row."""
        place = self.scroll_offset.y + event.y - _HEADING_LINES
        if event.y < _HEADING_LINES or place >= self.length:
            return
        self.move(place)
        if event.chain > 1:
            self.action_open_row()


def _strip(segments: list[Segment], width: int, style: Style) -> Strip:
    """Segments in exactly `width` cells."""
    return Strip(segments).adjust_cell_length(width, style)
