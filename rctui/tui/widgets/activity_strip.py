"""The strip below a list: the last requests, and beside them the last own writes.

It is only looked at: `!` and `h` show all of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Generic, TypeVar

from textual import on
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from rctui.tables.activity import latest_requests_table
from rctui.tables.journal import latest_writes_table
from rctui.tables.shown_rows import ShownRows
from rctui.tables.table import Tone
from rctui.tui.widgets.column_layout import GAP
from rctui.tui.widgets.plain import content
from rctui.tui.widgets.shown_columns import ShownColumns

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import tzinfo

    from textual.app import ComposeResult
    from textual.timer import Timer

    from rctui.journal.operation import Operation
    from rctui.tables.table import Table
    from rctui.worker.activity import ActivityLog

T = TypeVar("T")

ROWS: Final = 5
"""Below one line of titles."""
_WIDEST: Final = 100
"""Cells beyond which a line is no longer read but searched."""
TOGETHER_S: Final = 0.2
"""Requests that end within so many seconds are shown at once."""


class LatestRows(Widget, Generic[T]):
    """A few rows of a table, with its titles, without a cursor."""

    DEFAULT_CSS = """
    LatestRows { width: 1fr; height: 6; padding: 0 1; color: $foreground; }
    """

    def __init__(self, table: Table[T], *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, markup=False)
        self._rows: ShownRows[T] = ShownRows(table)
        self._columns: ShownColumns[T] = ShownColumns()

    def show(self, rows: Sequence[T]) -> None:
        """Replace the rows."""
        latest = tuple(rows[:ROWS])
        if latest == self._rows.all:
            return
        self._rows.show(latest, more=False)
        self._columns.look_at(self._rows)
        self.on_resize()

    def on_resize(self) -> None:
        """Place the columns anew."""
        self._columns.place(self._rows.table, min(self.content_size.width, _WIDEST))
        self.refresh()

    def render(self) -> Content:
        """Titles and rows; without rows, what the whole list would say."""
        titles = Content.styled(self._columns.heading(self._rows).plain, "bold $text-muted")
        if not self._rows.all:
            return Content("\n").join([titles, content((self._rows.table.empty, Tone.MUTED))])
        return Content("\n").join([titles, *(self._line(row) for row in self._rows.readable)])

    def _line(self, row: T) -> Content:
        cells = [(one, one.column.cell(row)) for one in self._columns.placed]
        parts = [content((one.fitted(cell), cell.tone)) for one, cell in cells]
        return Content(GAP.plain).join(parts)


class ActivityStrip(Horizontal):
    """Requests on the left, own writes on the right. Nothing of it takes the focus."""

    DEFAULT_CSS = """
    ActivityStrip { height: 7; border-top: solid $panel; }
    ActivityStrip #latest-writes { border-left: solid $panel; }
    """

    class RequestEnded(Message, bubble=False):
        """The worker has made another request."""

    def __init__(self, activity: ActivityLog, zone: tzinfo | None) -> None:
        super().__init__()
        self._activity = activity
        self._requests = LatestRows(latest_requests_table(zone))
        self._writes = LatestRows(latest_writes_table(zone), id="latest-writes")
        self._listen_no_more: Callable[[], None] | None = None
        self._timer: Timer | None = None

    def compose(self) -> ComposeResult:
        """The two halves."""
        yield self._requests
        yield self._writes

    def on_mount(self) -> None:
        """Hear of requests from now on."""
        told = self.RequestEnded
        self._listen_no_more = self._activity.listen(lambda: self.post_message(told()))

    def on_unmount(self) -> None:
        """Listen no more."""
        if self._listen_no_more is not None:
            self._listen_no_more()

    @on(RequestEnded)
    def show_soon(self) -> None:
        """Show it in a moment, with what else ends until then. Behind another screen, later."""
        if self._timer is None and self.display and self.app.screen is self.screen:
            self._timer = self.set_timer(TOGETHER_S, self._show_requests)

    def show(self, writes: Sequence[Operation]) -> None:
        """Show the last requests, and these writes."""
        self._writes.show(writes)
        self._show_requests()

    def _show_requests(self) -> None:
        self._timer = None
        self._requests.show(self._activity.newest_first()[:ROWS])
