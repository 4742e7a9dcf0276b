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
from rctui.tables.table import Tone
from rctui.text.safe_text import SafeText, phrase, safe
from rctui.text.width import cut, fit
from rctui.tui.actions import bindings
from rctui.tui.list_keys import LIST_KEYS
from rctui.tui.widgets.column_layout import GAP, PlacedColumn, heading, placed_columns

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from rich.style import Style
    from textual import events

    from rctui.tables.table import Cell, Table

T = TypeVar("T")

_MARKER = "> "
"""Marks the cursor's row for those who see no colours."""
_NO_MARKER = "  "
_HEADING_LINES = 1


class RecordTable(ScrollView, Generic[T], can_focus=True):
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
        """The cursor is on the last loaded row, and more can be loaded."""

    @dataclass
    class Missing(Message):
        """A row that is on screen must be read again first."""

        place: int

    class TopLeft(Message):
        """A step up from the first row."""

    def __init__(self, table: Table[T], *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._table = table
        self._all: Sequence[T | Unreadable] = ()
        self._rows: Sequence[T | Unreadable] = ()
        self.filter_words = ""
        self._more = False
        self._placed: list[PlacedColumn[T]] = []
        self._styles: dict[str, Style] = {}

    @property
    def rows(self) -> Sequence[T | Unreadable]:
        """What is shown: those of the loaded rows that hold the words of the filter."""
        return self._rows

    @property
    def loaded(self) -> int:
        """How many rows there are without the filter."""
        return len(self._all)

    def filter(self, words: str) -> None:
        """Show only rows that hold every word, in any column; the cursor stays on its record."""
        self.filter_words = words
        self.show(self._all, more=self._more)

    def _held(self, rows: Sequence[T | Unreadable]) -> Sequence[T | Unreadable]:
        words = self.filter_words.casefold().split()
        return [row for row in rows if self._holds(row, words)] if words else rows

    def _holds(self, row: T | Unreadable, words: list[str]) -> bool:
        if isinstance(row, Unreadable):
            return True
        text = " ".join(cell.text.plain for cell in self._table.row(row)).casefold()
        return all(word in text for word in words)

    @property
    def cursor_row(self) -> T | Unreadable | None:
        """The row under the cursor, readable or not."""
        return self._rows[self.cursor] if self.cursor < len(self._rows) else None

    @property
    def cursor_record(self) -> T | None:
        """The record under the cursor; `None` on an empty list and on an unreadable row."""
        row = self.cursor_row
        return None if isinstance(row, Unreadable) else row

    def show(self, rows: Sequence[T | Unreadable], *, more: bool = False) -> None:
        """Replace the rows. The cursor stays on the record that it is on, wherever that went."""
        key = self._key_at(self.cursor)
        self._all = rows
        rows = self._rows = self._held(rows)
        self._more = more
        self.virtual_size = Size(self.size.width, len(rows) + _HEADING_LINES)
        self.cursor = self._place_of(key)
        self._scroll_to_cursor()
        self.refresh()

    def switch(
        self, table: Table[T], rows: Sequence[T | Unreadable], *, more: bool, cursor: int
    ) -> None:
        """Show another list altogether, with the cursor on a place of it."""
        self._table = table
        self._rows = ()
        self.filter_words = ""
        self._place_columns()
        self.show(rows, more=more)
        self.cursor = cursor
        self._scroll_to_cursor()

    def use(self, table: Table[T]) -> None:
        """Show the same rows in other columns."""
        self._table = table
        self._place_columns()

    def _key_at(self, place: int) -> Hashable:
        if place >= len(self._rows):
            return None
        row = self._rows[place]
        return ("unreadable", place) if isinstance(row, Unreadable) else self._table.key(row)

    def _place_of(self, key: Hashable) -> int:
        last = max(0, len(self._rows) - 1)
        near = min(self.cursor, last)
        if key is None or self._key_at(near) == key:
            return near
        places = (place for place in range(len(self._rows)) if self._key_at(place) == key)
        return next(places, near)

    # Drawing

    def notify_style_update(self) -> None:
        """The theme has changed."""
        self._styles.clear()
        super().notify_style_update()

    def on_resize(self) -> None:
        """Place the columns anew, and keep the cursor in view."""
        self._place_columns()
        self.virtual_size = Size(self.size.width, len(self._rows) + _HEADING_LINES)
        self._scroll_to_cursor()

    def _place_columns(self) -> None:
        self._placed = placed_columns(self._table.columns, self.size.width - len(_MARKER))
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One line of the view: the heading, or whatever row is scrolled there."""
        width = self.size.width
        if y < _HEADING_LINES:
            words = fit(heading(self._placed), width - len(_MARKER))
            return Strip([Segment(_NO_MARKER + words.plain, self._style("heading"))], width)
        place = self.scroll_offset.y + y - _HEADING_LINES
        if place >= len(self._rows):
            return Strip([Segment(" " * width, self.rich_style)], width)
        return self._row_strip(place, width)

    def _row_strip(self, place: int, width: int) -> Strip:
        row = self._rows[place]
        if row is NOT_KEPT:
            self.post_message(self.Missing(place))
        parts = self._parts(row)
        room = width - len(_MARKER)
        if place == self.cursor:
            style = self._style("cursor" if self.has_focus else "cursor-blurred")
            text = "".join(part.plain for part, _ in parts)
            return _strip([Segment(_MARKER + text, style)], width, style)
        segments = [Segment(_NO_MARKER, self.rich_style)]
        segments += [Segment(part.plain, self._style(tone)) for part, tone in parts]
        return _strip(segments, max(width, room), self.rich_style)

    def _parts(self, row: T | Unreadable) -> list[tuple[SafeText, Tone]]:
        if isinstance(row, Unreadable):
            room = max(0, self.size.width - len(_MARKER))
            return [(cut(phrase("unreadable: {}", safe(row.reason)), room), Tone.BAD)]
        parts: list[tuple[SafeText, Tone]] = []
        for placed in self._placed:
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
    def _page(self) -> int:
        return max(1, self.size.height - _HEADING_LINES)

    def validate_cursor(self, place: int) -> int:
        """A place that exists."""
        return max(0, min(len(self._rows) - 1, place))

    def watch_cursor(self, before: int, now: int) -> None:
        """Repaint the two rows concerned, or scroll."""
        if not self._scroll_to_cursor():
            self._refresh_rows(before, now)

    def _scroll_to_cursor(self) -> bool:
        """Bring the cursor's row into view; whether anything had to move."""
        top = self.scroll_offset.y
        wanted = max(min(top, self.cursor), self.cursor - self._page + 1)
        if wanted == top or self.size.height == 0:
            return False
        self.scroll_to(y=wanted, animate=False, force=True, immediate=True)
        return True

    def _move(self, place: int) -> None:
        self.cursor = place
        if self._more and self.cursor >= len(self._rows) - 1:
            self.post_message(self.EndReached())

    def action_cursor_down(self) -> None:
        """One row down."""
        self._move(self.cursor + 1)

    def action_cursor_up(self) -> None:
        """One row up; the first row has something above it on some screens."""
        if self.cursor == 0:
            self.post_message(self.TopLeft())
        self._move(self.cursor - 1)

    def action_page_down(self) -> None:
        """One page down."""
        self._move(self.cursor + self._page)

    def action_page_up(self) -> None:
        """One page up."""
        self._move(self.cursor - self._page)

    def action_half_page_down(self) -> None:
        """Half a page down."""
        self._move(self.cursor + max(1, self._page // 2))

    def action_half_page_up(self) -> None:
        """Half a page up."""
        self._move(self.cursor - max(1, self._page // 2))

    def action_first_row(self) -> None:
        """To the first row."""
        self._move(0)

    def action_last_row(self) -> None:
        """To the last row that is loaded."""
        self._move(len(self._rows) - 1)

    def action_open_row(self) -> None:
        """Open the row under the cursor."""
        record = self.cursor_row
        if record is not None:
            self.post_message(self.Opened(record))

    def on_click(self, event: events.Click) -> None:
        """The first click moves the cursor, the second opens the row."""
        place = self.scroll_offset.y + event.y - _HEADING_LINES
        if event.y < _HEADING_LINES or place >= len(self._rows):
            return
        self._move(place)
        if event.chain > 1:
            self.action_open_row()


def _strip(segments: list[Segment], width: int, style: Style) -> Strip:
    """Segments in exactly `width` cells."""
    return Strip(segments).adjust_cell_length(width, style)
