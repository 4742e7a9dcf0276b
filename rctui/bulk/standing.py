"""How far a plan has come, told by the journal alone: whatever was killed, it still knows."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from rctui.journal.states import State

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from rctui.bulk.plan import Plan, PlanRow
    from rctui.journal.operation import Operation


class RowState(StrEnum):
    """What became of a row, or of one of its steps: the same words on screen and in files."""

    WAITING = "to send"
    """Not sent yet."""
    REFUSED_BEFORE = "left out"
    """The plan, or the look just before sending, refused it; nothing was sent."""
    UNDER_WAY = "sending"
    APPLIED = "applied"
    REFUSED = "refused"
    """By the server."""
    NOT_SENT = "not sent"
    """An attempt ended before anything was sent, or was put off: it may be sent again."""
    UNKNOWN = "unknown"
    """Nobody knows whether the server did it."""
    PARTLY = "partly"
    """Some steps were applied, a later one was not."""

    @property
    def may_be_sent(self) -> bool:
        """Whether sending it is still to come."""
        return self in (RowState.WAITING, RowState.NOT_SENT)


_STATES: Final[Mapping[State, RowState]] = {
    State.ATTEMPTED: RowState.UNKNOWN,
    State.APPLIED: RowState.APPLIED,
    State.REFUSED: RowState.REFUSED,
    State.NOT_SENT: RowState.NOT_SENT,
    State.UNKNOWN: RowState.UNKNOWN,
}
COME_AGAIN: Final = frozenset({423, 429})
"""Statuses of a refusal that says nothing about the change itself."""


@dataclass(frozen=True, slots=True)
class StepStanding:
    """How one step stands."""

    state: RowState = RowState.WAITING
    operation: Operation | None = None
    """The attempt that tells: the applied one, else the open one, else the newest."""
    words: str = ""
    """What was said last. May hold outside text."""

    @property
    def without_what_is_over(self) -> StepStanding:
        """The same with an attempt only where it may be sent again: a screen keeps thousands."""
        if self.operation is None or self.state is RowState.UNKNOWN:
            return self
        return StepStanding(self.state, words=self.words)


WAITING: Final = StepStanding()
"""How a step stands that the journal has nothing of."""


def standings(plan: Plan, operations: Iterable[Operation]) -> dict[tuple[int, int], StepStanding]:
    """How each step of each row stands. `operations` are the journal's since the plan."""
    attempts: dict[str, list[Operation]] = {}
    for operation in operations:
        if operation.first.project_id == plan.project_id:
            attempts.setdefault(operation.first.reason, []).append(operation)
    return {
        (row.number, step): _standing(attempts.get(plan.mark(row, step), ()))
        for row in plan.rows
        for step in range(len(row.steps))
    }


def _standing(attempts: Sequence[Operation]) -> StepStanding:
    if not attempts:
        return WAITING
    told = max(attempts, key=lambda one: (_weight(_state(one)), one.first.time_ms))
    return StepStanding(_state(told), told, told.evidence)


def _weight(state: RowState) -> int:
    """An applied attempt outweighs an open one, and that all others."""
    return {RowState.APPLIED: 2, RowState.UNKNOWN: 1}.get(state, 0)


def _state(operation: Operation) -> RowState:
    if operation.state is State.SETTLED:
        settled = operation.settled
        was_done = settled is not None and settled.verdict == "applied"
        return RowState.APPLIED if was_done else RowState.NOT_SENT
    end = operation.end
    if operation.state is State.REFUSED and end is not None and end.status in COME_AGAIN:
        return RowState.NOT_SENT
    return _STATES[operation.state]


def row_state(row: PlanRow, steps: Sequence[StepStanding]) -> RowState:
    """The state of a whole row."""
    if not row.will_be_sent:
        return RowState.REFUSED_BEFORE
    done = sum(one.state is RowState.APPLIED for one in steps)
    if done == len(steps):
        return RowState.APPLIED
    first_open = next(one.state for one in steps if one.state is not RowState.APPLIED)
    if done and first_open is not RowState.UNKNOWN:
        return RowState.PARTLY
    return first_open
