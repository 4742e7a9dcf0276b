"""The list that every screen uses: rows by index, a cursor by key, only visible rows drawn.

It is built on Textual's line API. A row costs nothing until it is on screen, so the number of
rows doesn't matter; and a move of the cursor repaints two lines.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Self, TypeVar

from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView

from rctui.customers.listed import NOT_KEPT
from rctui.tables.shown_rows import ShownRows
from rctui.tables.table import Tone
from rctui.tui.keys.actions import bindings
from rctui.tui.keys.list_keys import LIST_KEYS
from rctui.tui.widgets.arranged_rows import ArrangedRows
from rctui.tui.widgets.list_moves import ListMoves
from rctui.tui.widgets.row_line import MARKER_WIDTH
from rctui.tui.widgets.row_painter import Look, RowPainter
from rctui.tui.widgets.shown_columns import ShownColumns

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from rich.style import Style
    from textual import events
    from textual.strip import Strip

    from rctui.api.page import Unreadable
    from rctui.tables.table import Table

T = TypeVar("T")

_HEADING_LINES = 1


class RecordTable(ArrangedRows[T], ListMoves, ScrollView, can_focus=True):
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

    class Opened(Message):
        """Enter, or a second click, on a row."""

        def __init__(self, record: object) -> None:
            super().__init__()
            self.record = record

    class EndReached(Message):
        """The cursor is near the last loaded row, and more can be loaded."""

    class Missing(Message):
        """A row that is on screen must be read again first."""

        def __init__(self, place: int) -> None:
            super().__init__()
            self.place = place

    class TopLeft(Message):
        """A step up from the first row."""

    class Arranged(Message):
        """Other rows are shown, or another number of them is marked."""

    class CursorMoved(Message):
        """Another record is under the cursor, or the same in a newer form."""

        def __init__(self, by_key: bool) -> None:
            """`by_key`: whether more moves may follow at once, as with a held key."""
            super().__init__()
            self.by_key = by_key

    def __init__(self, table: Table[T], *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.shown: ShownRows[T] = ShownRows(table)
        """The loaded rows, and how the operator has arranged them. Change it by this widget."""
        self.columns: ShownColumns[T] = ShownColumns()
        """The columns on screen; `place_columns` after a change of what is chosen."""
        self._has_been_told = False
        self._is_left = False
        self._is_steered = False
        self._painter: RowPainter[T] = RowPainter(self._style_named)

    def _rearrange(self, change: Callable[[], None]) -> None:
        key = self.shown.key_at(self.cursor)
        change()
        self._stand_on(key)
        self.post_message(self.Arranged())

    @property
    def is_known_empty(self) -> bool:
        """Whether there are no rows at all, as it was told and not only not yet heard."""
        return self._has_been_told and not self.shown.all and not self.shown.more

    def show(self, rows: Sequence[T | Unreadable], *, more: bool = False) -> None:
        """Replace the rows. The cursor stays on the record that it is on, wherever that went."""
        key = self.shown.key_at(self.cursor)
        self._has_been_told = True
        self.shown.show(rows, more=more)
        if self.columns.look_at(self.shown):
            self.place_columns()
        if self._shows_them_already(key):
            self._grow()
        else:
            self._stand_on(key)
        if self.shown.filter_words:
            self.post_message(self.Arranged())

    def _shows_them_already(self, key: Hashable) -> bool:
        """Whether nothing that is on screen would be painted differently."""
        top = self.scroll_offset.y
        places = range(top, min(top + self.page, self.length))
        return (
            len(places) == self.page
            and key is not None
            and key == self.shown.key_at(self.cursor)
            and self._painter.drawn.show((place, self.rows[place]) for place in places)
        )

    def _grow(self) -> None:
        """Rows below those on screen came or went: no layout, and nothing to paint."""
        self.set_reactive(RecordTable.virtual_size, self._whole_size)

    @property
    def _whole_size(self) -> Size:
        return Size(self.size.width, self.length + _HEADING_LINES)

    def _stand_on(self, key: Hashable) -> None:
        """Show the rows as they are now, the cursor on one of them or near where it was."""
        self.virtual_size = self._whole_size
        self.cursor = self.shown.place_of(key, self.cursor)
        self._scroll_to_cursor()
        self.refresh()
        self.post_message(self.CursorMoved(by_key=False))

    def switch(
        self,
        table: Table[T],
        rows: Sequence[T | Unreadable] | None,
        *,
        more: bool,
        cursor: int,
    ) -> None:
        """Show another list altogether, with the cursor on a place of it.

        `None` are rows that are not known yet.
        """
        self.shown.switch(table)
        self.place_columns()
        self.show(rows or (), more=more)
        self._has_been_told = rows is not None
        self.cursor = cursor
        self._scroll_to_cursor()

    def use(self, table: Table[T]) -> None:
        """Show the same rows in other columns."""
        if table is not self.shown.table:
            self.shown.table = table
            self.place_columns()

    # Drawing

    def notify_style_update(self) -> None:
        """The theme has changed."""
        self._painter.forget_styles()
        super().notify_style_update()

    def refresh(self, *regions: Region, **what: bool) -> Self:
        """Paint again; all of it, made anew, where no regions are named."""
        if not regions:
            self._painter.drawn.forget()
        return super().refresh(*regions, **what)

    def on_resize(self) -> None:
        """Place the columns anew, and keep the cursor in view."""
        self.place_columns()
        self.virtual_size = self._whole_size
        self._scroll_to_cursor()

    def place_columns(self) -> None:
        """Place the columns that are chosen now, in the width there is now."""
        self.columns.place(self.shown.table, self.size.width - MARKER_WIDTH)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One line of the view: the heading, or whatever row is scrolled there."""
        width = self.size.width
        if y < _HEADING_LINES:
            return self._heading(width)
        place = self.scroll_offset.y + y - _HEADING_LINES
        if place >= self.length:
            return self._painter.below(place, width)
        row = self.rows[place]
        if row is NOT_KEPT:
            self.post_message(self.Missing(place))
        return self._painter.row(place, row, self._look(place), self.columns.placed, width)

    def _heading(self, width: int) -> Strip:
        if self.is_known_empty:
            return self._painter.blank(width)
        return self._painter.heading(self.columns.heading(self.shown), width)

    def _look(self, place: int) -> Look:
        cursor = ""
        if place == self.cursor:
            cursor = "cursor" if self.has_focus or self._is_steered else "cursor-blurred"
        is_marked = self.shown.is_marked(self.rows[place])
        return Look(is_marked, cursor, self._is_left, self.shown.ends_top(place))

    def _style_named(self, name: str) -> Style:
        return self.get_component_rich_style(f"record-table--{name}") if name else self.rich_style

    @property
    def is_as_it_came(self) -> bool:
        """Whether every row is shown, in the order in which the rows were handed in."""
        return self.rows is self.shown.all

    def show_anew(self, places: Sequence[int]) -> None:
        """Some rows are other records now; the rest is as it was, and is not painted again."""
        self.shown.renew_marks(places)
        newest = [self.rows[place] for place in places[-self.page :]]
        if newest and self.columns.look_at(self.shown, newest):
            self.place_columns()
        else:
            self._refresh_rows(*places)
        if self.cursor in places:
            self.post_message(self.CursorMoved(by_key=False))

    def _refresh_rows(self, *places: int) -> None:
        top, width = self.scroll_offset.y, self.size.width
        lines = (place - top + _HEADING_LINES for place in places)
        seen = [y for y in lines if _HEADING_LINES <= y < self.size.height]
        if seen:
            self.refresh(*(Region(0, y, width, 1) for y in seen))

    def on_focus(self) -> None:
        """Show the cursor as the one that keys move."""
        self._refresh_rows(self.cursor)

    def on_blur(self) -> None:
        """Show the cursor as one that waits."""
        self._refresh_rows(self.cursor)

    def leave(self, is_left: bool) -> None:
        """Another list of the screen has the cursor; this one shows only where its own was."""
        if is_left != self._is_left:
            self._is_left = is_left
            self._refresh_rows(self.cursor)

    @property
    def is_steered(self) -> bool:
        """Whether keys that something else has move the cursor: then it never has the focus."""
        return self._is_steered

    @is_steered.setter
    def is_steered(self, steered: bool) -> None:
        self._is_steered = steered
        self.can_focus = not steered

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
