"""A plan under way: each row through the one door, at an even pace, until it ends or is stopped.

Nothing here knows how to write: a row's steps are the same requests that a dialog makes, and what
became of an earlier attempt is told by the journal.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Protocol

from rctui.bulk.standing import COME_AGAIN, RowState, StepStanding, row_state
from rctui.customers.changes.every_change import AdjustCurrencies
from rctui.journal.states import Step
from rctui.text.safe_text import SafeText, label, safe
from rctui.worker.until_stopped import comes_before
from rctui.worker.write_errors import AlreadyUnderWay, WorkerClosed
from rctui.worker.writing import WriteRequest

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping, Sequence

    from rctui.bulk.plan import Plan, PlanRow, PlanStep
    from rctui.customers.changes.every_change import Change
    from rctui.customers.readback.outcome import Outcome
    from rctui.journal.operation import Operation
    from rctui.worker.pace import Pace
    from rctui.worker.writing import FollowUpAnswer

TRIES: Final = 6
"""Of one step that the server puts off (423, 429) or that was not sent."""
PUT_OFF_S: Final = 15.0
"""How long everybody waits after that."""
ROWS_AT_ONCE: Final = 4

_ENDS: Final = {
    Step.APPLIED: RowState.APPLIED,
    Step.REFUSED: RowState.REFUSED,
    Step.NOT_SENT: RowState.NOT_SENT,
    Step.UNKNOWN: RowState.UNKNOWN,
}
_NO_KEY: Final = label("It has no idempotency key: look at the customer, and settle it (Journal).")

Told = tuple[RowState, SafeText]


class Sends(Protocol):
    """The worker's writing half, as a run uses it."""

    async def write(self, request: WriteRequest) -> Outcome:
        """Send a change to its end."""

    async def send_again(self, operation: Operation) -> FollowUpAnswer:
        """Send an open operation again, with its own key."""


@dataclass(frozen=True, slots=True)
class RowEnded:
    """One row has come to an end, for this run."""

    row: PlanRow
    state: RowState
    words: SafeText


@dataclass(slots=True)
class BulkRun:
    """Runs what is left of a plan. Its methods belong to the worker's loop."""

    plan: Plan
    standings: Mapping[tuple[int, int], StepStanding]
    sends: Sends
    pace: Pace
    tell: Callable[[RowEnded], object]
    """Called at every row's end."""
    _goes: asyncio.Event = field(default_factory=asyncio.Event)
    _stopped: asyncio.Event = field(default_factory=asyncio.Event)

    def __post_init__(self) -> None:
        self._goes.set()

    def pause(self) -> None:
        """Begin no further row until `go_on`; those under way come to their end."""
        self._goes.clear()

    def go_on(self) -> None:
        """Go on after a pause."""
        self._goes.set()

    def stop(self) -> None:
        """Begin no further row at all."""
        self._stopped.set()
        self._goes.set()

    async def run(self) -> None:
        """Send what is left, in order, a few rows at a time."""
        room = asyncio.Semaphore(ROWS_AT_ONCE)
        async with asyncio.TaskGroup() as group:
            for row in rows_left(self.plan, self.standings):
                await room.acquire()
                await self._unless_stopped(self.pace.turn(row_cost(row)))
                await self._goes.wait()  # last of all: a pause may come while a turn is waited for
                if self._stopped.is_set():
                    return
                group.create_task(self._row(row)).add_done_callback(lambda _: room.release())

    async def _row(self, row: PlanRow) -> None:
        """Each step, as long as the one before was applied."""
        told: Told = RowState.APPLIED, label("")
        applied = 0
        for number, step in enumerate(row.steps):
            standing = self.standings[row.number, number]
            if standing.state is not RowState.APPLIED:
                told = await self._taken(self._step(row, number, step, standing))
            if told[0] is not RowState.APPLIED:
                break
            applied += 1
        state, words = told
        is_part = applied > 0 and state not in (RowState.APPLIED, RowState.UNKNOWN)
        self.tell(RowEnded(row, RowState.PARTLY if is_part else state, words))

    async def _taken(self, step: Awaitable[Told]) -> Told:
        """The end of a step; one that the worker no longer takes is simply not sent."""
        try:
            return await step
        except (AlreadyUnderWay, WorkerClosed) as error:
            return RowState.NOT_SENT, safe(error.message)

    async def _step(
        self, row: PlanRow, number: int, step: PlanStep, standing: StepStanding
    ) -> Told:
        if standing.state is RowState.UNKNOWN and standing.operation is not None:
            return await self._again(standing.operation)
        mark = self.plan.mark(row, number)
        before = step.before if must_be_so(step.change) else None
        return await self._sent(
            WriteRequest(step.change, self.plan.ticket, mark, before, patient=False)
        )

    async def _again(self, operation: Operation) -> Told:
        if not operation.idempotency_key:
            return RowState.UNKNOWN, _NO_KEY
        told: Told = RowState.UNKNOWN, label("")
        for _ in range(TRIES):
            answer = await self.sends.send_again(operation)
            told = _told_again(answer)
            put_off = answer.outcome is not None and answer.outcome.status in COME_AGAIN
            if not put_off or self._stopped.is_set():
                break
            await self._wait()
        return told

    async def _sent(self, request: WriteRequest) -> Told:
        told: Told = RowState.WAITING, label("")
        for _ in range(TRIES):
            outcome = await self.sends.write(request)
            told = _told(outcome)
            if not _may_come_again(outcome) or self._stopped.is_set():
                break
            await self._wait()
        return told

    async def _wait(self) -> None:
        self.pace.hold_back(PUT_OFF_S)
        await self._unless_stopped(self.pace.sleep(PUT_OFF_S))

    async def _unless_stopped(self, waiting: Awaitable[None]) -> None:
        waits = asyncio.ensure_future(waiting)
        if not await comes_before(self._stopped, waits):
            waits.cancel()


def rows_left(plan: Plan, standings: Mapping[tuple[int, int], StepStanding]) -> tuple[PlanRow, ...]:
    """The rows that a run sends, or sends again with their own keys."""
    return tuple(
        row
        for row in plan.sendable
        if is_left(row, [standings[row.number, number] for number in range(len(row.steps))])
    )


def is_left(row: PlanRow, steps: Sequence[StepStanding]) -> bool:
    """Whether a row that the plan lets through is still to be sent, or to be sent again."""
    state = row_state(row, steps)
    if state is RowState.PARTLY:
        first = next(one for one in steps if one.state is not RowState.APPLIED)
        return first.state.may_be_sent
    return state.may_be_sent or state is RowState.UNKNOWN


def row_cost(row: PlanRow) -> int:
    """Requests of the tightest budget that a row takes."""
    return sum(_cost(step.change) for step in row.steps)


def _cost(change: Change) -> int:
    """Looks before and after, and the change itself.

    A currency transaction has a budget of its own beside the look's, and its answer shows the
    balances.
    """
    return 1 if isinstance(change, AdjustCurrencies) else 2 * len(change.looks) + 1


def must_be_so(change: Change) -> bool:
    """Whether what the plan showed must still be true when it is sent.

    A credit is right whatever was spent since; the door looks whether the balance allows it.
    """
    return not isinstance(change, AdjustCurrencies)


def _may_come_again(outcome: Outcome) -> bool:
    """Whether the server certainly did nothing, for a reason that goes by."""
    if outcome.end is Step.REFUSED:
        return outcome.status in COME_AGAIN
    return outcome.end is Step.NOT_SENT and (
        bool(outcome.operation_id) or outcome.status in COME_AGAIN
    )


def _told(outcome: Outcome) -> Told:
    words = outcome.read_back.words if outcome.read_back is not None else outcome.words
    if outcome.end is Step.NOT_SENT and not outcome.operation_id and not outcome.status:
        # The door's own look refused it: the journal has nothing of it.
        return RowState.REFUSED_BEFORE, words
    return _ENDS[outcome.end], words


def _told_again(answer: FollowUpAnswer) -> Told:
    if answer.failure is not None:
        return RowState.UNKNOWN, answer.failure.sentence
    words = answer.outcome.words if answer.outcome is not None else label("")
    return (RowState.UNKNOWN if answer.operation.is_open else RowState.APPLIED), words
