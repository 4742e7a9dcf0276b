"""What goes in and comes out of a write."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from rctui.customers.changes.every_change import Change
    from rctui.customers.failure import Failure
    from rctui.customers.readback.observation import Observation
    from rctui.customers.readback.outcome import Outcome, ReadBack
    from rctui.journal.operation import Operation


@dataclass(frozen=True, slots=True)
class WriteRequest:
    """A change that a person has confirmed, and why."""

    change: Change
    ticket: str = ""
    reason: str = ""
    before: Observation | None = None
    """What the review showed. Just before sending the customer is looked at again, and where
    that differs, nothing is sent. `None` where there was no review."""
    reverses: str = ""
    """The journal's id of the operation that it takes back, if it does."""
    patient: bool = True
    """Whether to look afterwards until the change is to be seen. Among many changes, what the
    answer itself shows must do, or else one look."""


class WritePhase(Enum):
    """How far a write has come."""

    WAITING = auto()
    """For another write on the same customer."""
    LOOKING = auto()
    SAVING = auto()
    """The customer goes to a recovery file."""
    SENDING = auto()
    """From here on it may have been done."""
    READING_BACK = auto()
    """The server has answered; the end is in the journal."""


@dataclass(frozen=True, slots=True)
class WriteProgress:
    """A write has come a step further."""

    number: int
    phase: WritePhase


@dataclass(frozen=True, slots=True)
class WriteAnswer:
    """The end of one write."""

    number: int
    project: str
    request: WriteRequest
    outcome: Outcome
    at_ms: int


@dataclass(frozen=True, slots=True)
class CheckAgain:
    """Look at the customer of an operation whose end nobody knows, and compare."""

    operation: Operation


@dataclass(frozen=True, slots=True)
class SendAgain:
    """Send an operation whose end nobody knows once more, with its own idempotency key."""

    operation: Operation


@dataclass(frozen=True, slots=True)
class Settle:
    """A person has decided what became of an operation."""

    operation: Operation
    verdict: Literal["applied", "not-applied"]
    words: str = ""
    """How they know."""


FollowUp = CheckAgain | SendAgain | Settle


@dataclass(frozen=True, slots=True)
class FollowUpAnswer:
    """The end of a follow-up: the operation as it stands now, and what was found."""

    number: int
    project: str
    follow_up: FollowUp
    operation: Operation
    read_back: ReadBack | None = None
    """What was seen; after `CheckAgain`, and after a `SendAgain` that was answered."""
    outcome: Outcome | None = None
    """How `SendAgain` ended. Only `APPLIED` says anything about the operation as a whole."""
    failure: Failure | None = None
    """Why the follow-up could not be done; nothing was sent then."""
