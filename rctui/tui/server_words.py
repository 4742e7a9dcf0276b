"""What the header says of the server: what it makes us wait for, and how far its clock is off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

from rctui.api.server_clock import NOTEWORTHY_MS
from rctui.text import moments
from rctui.text.safe_text import SafeText, label, phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rctui.tui.session import Session


class WaitBegan(Message, bubble=False):
    """The server has put a request off, or reads wait for the budget; both go on later."""


def about_the_server(session: Session) -> Iterator[SafeText]:
    """What must not be overlooked."""
    activity = session.activity
    if activity.waits_until_ms > session.now_ms():
        yield phrase(
            "PUT OFF until {}", moments.clock_second(activity.waits_until_ms, session.zone)
        )
    until_ms = _pause_until(session)
    if until_ms:
        yield phrase("READS WAIT until {}", moments.clock_second(until_ms, session.zone))
    ahead_ms = server_ahead(session)
    if ahead_ms:
        yield moments.clock_difference(ahead_ms)


def pause_words(session: Session) -> SafeText:
    """Why what is asked for takes a while, and until when; empty where nothing waits."""
    until_ms = _pause_until(session)
    if not until_ms:
        return label("")
    until = moments.clock_second(until_ms, session.zone)
    return phrase("waiting for the rate limit (goes on at {})", until)


def _pause_until(session: Session) -> int:
    return session.worker.pauses.until_ms(session.project.key, session.now_ms())


def server_ahead(session: Session) -> int:
    """Milliseconds by which the server's clock is ahead, as its last answer told; 0 is hardly."""
    last = session.activity.last
    ahead_ms = None if last is None else last.server_ahead_ms
    return ahead_ms if ahead_ms is not None and abs(ahead_ms) > NOTEWORTHY_MS else 0
