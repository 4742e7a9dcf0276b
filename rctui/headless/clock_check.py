"""Whether this computer's clock agrees with the server's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rctui.api.server_clock import NOTEWORTHY_MS
from rctui.errors import ExitCode
from rctui.headless.check_report import State
from rctui.text import moments
from rctui.text.safe_text import label, phrase

if TYPE_CHECKING:
    from rctui.headless.check_report import CheckReport
    from rctui.worker.activity import ActivityLog

_CLOCK = label("clock")


def add_clock(report: CheckReport, activity: ActivityLog | None) -> None:
    """Compare the clocks by the newest answer that told the server's. Asks nothing itself."""
    records = () if activity is None else activity.newest_first()
    told = (record.server_ahead_ms for record in records)
    ahead_ms = next((ms for ms in told if ms is not None), None)
    if ahead_ms is None:
        report.add("clock", _CLOCK, State.NOT_TRIED, label("no answer told the server's time"))
    elif abs(ahead_ms) <= NOTEWORTHY_MS:
        report.add("clock", _CLOCK, State.WORKS, label("within a minute of the server's"))
    else:
        words = phrase(
            "{}: ends of grants would be wrong by as much. Set this computer's clock.",
            moments.clock_difference(ahead_ms),
        )
        report.failed("clock", _CLOCK, words, ExitCode.ERROR)
