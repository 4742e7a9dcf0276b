"""Activity: every request of this run."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual import on
from textual.message import Message

from rctui.tables.activity import activity_table
from rctui.text.safe_text import SafeText, label, phrase
from rctui.tui.actions import COPY, EVERYWHERE, bindings
from rctui.tui.screens.base import RctuiScreen
from rctui.tui.widgets.count_line import CountLine
from rctui.tui.widgets.header_line import HeaderLine
from rctui.tui.widgets.key_footer import KeyFooter
from rctui.tui.widgets.record_table import RecordTable

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from rctui.api.request_record import RequestRecord


class ActivityScreen(RctuiScreen):
    """The requests, newest first; a new one appears as soon as it has ended."""

    BINDINGS = bindings((COPY,))
    OFFERS = (COPY, *EVERYWHERE)
    DEFAULT_CSS = "ActivityScreen #count { height: 1; }"

    class RequestEnded(Message):
        """The worker has made another request."""

    def compose(self) -> ComposeResult:
        """The parts from top to bottom."""
        yield HeaderLine()
        yield RecordTable(activity_table(self.session.zone))
        yield CountLine(id="count")
        yield KeyFooter(self.OFFERS)

    @property
    def place(self) -> tuple[SafeText, ...]:
        """Where the operator is."""
        return (label("Activity"),)

    @property
    def table(self) -> RecordTable[RequestRecord]:
        """The requests."""
        return cast("RecordTable[RequestRecord]", self.query_one(RecordTable))

    def on_mount(self) -> None:
        """Show what there is and listen for more."""
        self.table.focus()
        self.session.activity.listen(lambda: self.post_message(self.RequestEnded()))
        self.show_requests()

    def on_unmount(self) -> None:
        """Stop listening."""
        self.session.activity.listen(None)

    @on(RequestEnded)
    def show_requests(self) -> None:
        """Show every request that is kept; the cursor stays on the one it is on."""
        records = self.session.activity.newest_first()
        self.table.show(records)
        words = phrase("{} requests in this run, newest first", len(records))
        self.query_one(CountLine).say(words)

    def action_close(self) -> None:
        """Go back."""
        self.program.go_back()
