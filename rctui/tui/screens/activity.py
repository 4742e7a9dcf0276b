"""Activity: every request of this run, and what was said in passing."""

from __future__ import annotations

from time import time
from typing import TYPE_CHECKING, Final, cast

from textual import on
from textual.message import Message

from rctui.tables.activity import activity_table
from rctui.tables.table import Tone
from rctui.text import moments
from rctui.text.safe_text import SafeText, label, phrase, safe
from rctui.tui.keys.actions import ACTIVITY, COPY, EVERYWHERE, bindings
from rctui.tui.screens.base import RctuiScreen
from rctui.tui.widgets.count_line import CountLine
from rctui.tui.widgets.header_line import HeaderLine
from rctui.tui.widgets.key_footer import KeyFooter
from rctui.tui.widgets.plain import Plain
from rctui.tui.widgets.record_table import RecordTable

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult

    from rctui.api.request_record import RequestRecord
    from rctui.tui.notices import Notice

_LATELY: Final = 3
"""How many notices are told again."""
_LONGEST: Final = 600


class ActivityScreen(RctuiScreen):
    """The requests, newest first; a new one appears as soon as it has ended."""

    BINDINGS = bindings((COPY,))
    OFFERS = (COPY, *EVERYWHERE)
    LEADS_HERE = ACTIVITY
    DEFAULT_CSS = """
    ActivityScreen #count { height: 1; }
    ActivityScreen #lately { padding: 0 1; max-height: 8; }
    """

    _listen_no_more: Callable[[], None] | None = None

    class RequestEnded(Message):
        """The worker has made another request."""

    def compose(self) -> ComposeResult:
        """The parts from top to bottom."""
        yield HeaderLine()
        yield RecordTable(activity_table(self.session.zone))
        yield Plain(id="lately")
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
        activity = self.session.activity
        self._listen_no_more = activity.listen(lambda: self.post_message(self.RequestEnded()))
        self.show_requests()
        lately = list(self.program.said_lately)[-_LATELY:]
        self.query_one("#lately", Plain).show_lines(
            [(self._said(notice), Tone.MUTED) for notice in lately]
        )

    def _said(self, notice: Notice) -> SafeText:
        at_ms = self.session.now_ms() - round((time() - notice.raised_at) * 1000)
        at = moments.clock_second(at_ms, self.session.zone)
        return phrase("{}  said: {}", at, safe(notice.message, limit=_LONGEST))

    def on_unmount(self) -> None:
        """Stop listening."""
        if self._listen_no_more is not None:
            self._listen_no_more()

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
