"""The states of a change: one pure table, for the one that is under way and for reading back.

attempted ──► applied | refused | not sent | unknown
unknown   ──► applied, when the same key is sent again or a person says so
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping


class State(StrEnum):
    """What is known of a change."""

    ATTEMPTED = "attempted"
    """Written down, and no end known: it may be under way, or the program was killed."""
    APPLIED = "applied"
    REFUSED = "refused"
    NOT_SENT = "not-sent"
    UNKNOWN = "unknown"
    """Nobody knows whether the server carried it out."""
    SETTLED = "settled"
    """Unknown, until a person looked and decided."""

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to find out what became of it."""
        return self in (State.ATTEMPTED, State.UNKNOWN)


class Step(StrEnum):
    """What a line of the journal says has happened."""

    ATTEMPTED = "attempted"
    """About to be sent. On the disk before the first byte leaves."""
    APPLIED = "applied"
    """The server said that it is done."""
    REFUSED = "refused"
    """The server said that it is not done."""
    NOT_SENT = "not-sent"
    """Positive proof that no byte of the request left."""
    UNKNOWN = "unknown"
    """Everything else."""
    SENT_AGAIN = "sent-again"
    """About to be sent once more, with the same idempotency key."""
    CHECKED = "checked"
    """The customer was read again; the line says what that showed."""
    SETTLED = "settled"
    """A person decided what became of it."""


ENDS: Final = frozenset({Step.APPLIED, Step.REFUSED, Step.NOT_SENT, Step.UNKNOWN})
"""The four ends of an attempt."""

_FROM_ATTEMPTED: Final[Mapping[Step, State]] = {
    Step.APPLIED: State.APPLIED,
    Step.REFUSED: State.REFUSED,
    Step.NOT_SENT: State.NOT_SENT,
    Step.UNKNOWN: State.UNKNOWN,
    Step.SENT_AGAIN: State.UNKNOWN,
    Step.SETTLED: State.SETTLED,
}
# A later refusal only tells about the later attempt: the first one may have been carried out.
_FROM_UNKNOWN: Final[Mapping[Step, State]] = {
    Step.APPLIED: State.APPLIED,
    Step.SETTLED: State.SETTLED,
}
_FROM_SETTLED: Final[Mapping[Step, State]] = {Step.APPLIED: State.APPLIED}

TRANSITIONS: Final[Mapping[State, Mapping[Step, State]]] = {
    State.ATTEMPTED: _FROM_ATTEMPTED,
    State.UNKNOWN: _FROM_UNKNOWN,
    State.SETTLED: _FROM_SETTLED,
    State.APPLIED: {},
    State.REFUSED: {},
    State.NOT_SENT: {},
}
"""Where each step leads; a step that is missing leaves the state as it is."""


def state_after(state: State | None, step: Step) -> State:
    """The state after one more step; `None` is before the first one.

    A change whose first line is lost counts as attempted, for something was.
    """
    before = State.ATTEMPTED if state is None else state
    return TRANSITIONS[before].get(step, before)
