"""How a write ended, as a value that crosses threads: exactly one of four ends."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto
from typing import TYPE_CHECKING

from rctui.api.errors import (
    AnswerUnreadable,
    ApiError,
    ConnectionUnusable,
    LineLost,
    NotSent,
    RefusedBeforeSending,
    ServerFailed,
)
from rctui.journal.states import Step
from rctui.text.safe_text import SafeText, label, safe

if TYPE_CHECKING:
    from rctui.customers.readback.observation import Observation
    from rctui.errors import RctuiError

_SURELY_UNSENT = (NotSent, RefusedBeforeSending, ConnectionUnusable)
_UNCLEAR = (LineLost, AnswerUnreadable, ServerFailed)

_APPLIED = label("The server says that it is done.")


class Seen(Enum):
    """What a look afterwards says about a change that the server accepted."""

    MATCHES = auto()
    """What was asked for is there."""
    DIFFERS = auto()
    """Something else is there; the words say what."""
    NOT_YET = auto()
    """It is not to be seen yet: the API shows some changes minutes later."""
    NOT_READABLE = auto()
    """The API can't tell, or the key may not ask."""


@dataclass(frozen=True, slots=True)
class ReadBack:
    """Requested against observed."""

    seen: Seen
    words: SafeText
    observation: Observation | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """The end of one write."""

    end: Step
    """`APPLIED`, `REFUSED`, `NOT_SENT` or `UNKNOWN`."""
    words: SafeText
    """What happened: the server's words where it has said something."""
    hint: SafeText = field(default=label(""))
    status: int | None = None
    request_id: str = ""
    operation_id: str = ""
    """Its id in the journal, or empty where nothing was written down since nothing was sent."""
    before: Observation | None = None
    """What was seen just before it was sent."""
    shown: Observation | None = None
    """What the server's answer itself showed of the change."""
    read_back: ReadBack | None = None
    """What was seen afterwards; only of what was applied."""
    stale: tuple[str, ...] = ()
    """The parts in which the customer is no longer as the review showed; it was not sent then,
    and `before` is what a new review must show."""
    recovery_file: str = ""
    """Where the customer was saved before a block or a deletion."""
    journal_problem: SafeText = field(default=label(""))
    """Why the end could not be written down, or empty."""
    error: RctuiError | None = field(default=None, compare=False)
    """What ended it, for exit codes."""

    @property
    def is_stale(self) -> bool:
        """Whether the review must be shown again."""
        return bool(self.stale)


def end_of(error: RctuiError) -> Step:
    """Which end an error is. "Not sent" needs proof; what nobody knows is unknown."""
    if not isinstance(error, ApiError):
        return Step.NOT_SENT  # raised on the way to the server, before there was a request
    if error.may_have_applied or isinstance(error, _UNCLEAR):
        return Step.UNKNOWN
    if isinstance(error, _SURELY_UNSENT):
        return Step.NOT_SENT
    return Step.UNKNOWN if error.status is None else Step.REFUSED


def outcome_of(
    error: RctuiError | None, *, status: int | None = None, request_id: str | None = None
) -> Outcome:
    """The outcome of an attempt: of its error, or of the answer that came without one."""
    if error is None:
        return Outcome(Step.APPLIED, _APPLIED, status=status, request_id=request_id or "")
    status = error.status if isinstance(error, ApiError) else None
    request_id = error.request_id if isinstance(error, ApiError) else None
    return Outcome(
        end_of(error),
        safe(error.message),
        safe(error.hint),
        status=status,
        request_id=request_id or "",
        error=error,
    )
