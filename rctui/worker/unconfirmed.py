"""Operations whose end nobody knows: look, send again with the same key, or settle."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from rctui.customers.changes.every_change import Change, change_in
from rctui.customers.failure import failure_of
from rctui.customers.readback.observation import Observation, observation_in
from rctui.errors import RctuiError
from rctui.journal.entry import JournalEntry
from rctui.journal.states import Step
from rctui.text.moments import DAY_MS
from rctui.text.safe_text import phrase
from rctui.worker.write_door import WriteDoor, may_write, send
from rctui.worker.write_errors import NoJournal, NotOpen
from rctui.worker.write_record import WriteRecord
from rctui.worker.writing import FollowUp, FollowUpAnswer, SendAgain, Settle

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from rctui.customers.readback.outcome import Outcome, ReadBack
    from rctui.journal.journal import Journal
    from rctui.journal.operation import Operation
    from rctui.worker.api_worker import Backend

SEND_AGAIN_WITHIN_MS: Final = DAY_MS
"""Nobody documents how long a server remembers a key; after a day it counts as forgotten."""


@dataclass(frozen=True, slots=True)
class Unconfirmed:
    """Follows operations up, through the same door."""

    door: WriteDoor

    async def follow(
        self,
        connect: Callable[[str], Awaitable[Backend]],
        number: int,
        project: str,
        follow_up: FollowUp,
    ) -> FollowUpAnswer:
        """Do what was asked for. Raises nothing but bugs."""
        answer = FollowUpAnswer(number, project, follow_up, follow_up.operation)
        try:
            case = await self._case(follow_up.operation)
            answer = replace(answer, operation=case.operation)
            if isinstance(follow_up, Settle):
                # A person's word needs no server, not even one that can be reached.
                await case.record.settled(follow_up.verdict, follow_up.words)
            else:
                backend = await connect(project)
                _refuse_elsewhere(backend, case.operation)
                answer = await self._asked(backend, case, answer)
            return replace(answer, operation=await _now(case))
        except RctuiError as error:
            return replace(answer, failure=failure_of(error))

    async def _asked(self, backend: Backend, case: _Case, answer: FollowUpAnswer) -> FollowUpAnswer:
        if isinstance(answer.follow_up, SendAgain):
            outcome = await self._send_again(backend, case)
            return replace(answer, outcome=outcome, read_back=outcome.read_back)
        return replace(answer, read_back=await self._check(backend, case))

    async def _case(self, operation: Operation) -> _Case:
        journal = self.door.journal
        if journal is None:
            raise NoJournal("There is no journal.")
        # As it is now: another program may have settled it.
        known = await asyncio.to_thread(journal.find, operation.id) or operation
        if not known.is_open:
            raise NotOpen(f"This change is {known.state} already.")
        return _Case(journal, known, _record(journal, known))

    async def _check(self, backend: Backend, case: _Case) -> ReadBack:
        view = self.door.view(backend.writing)
        found = await self.door.looking_back.once(backend.reader, case.change, case.before, view)
        await case.record.checked(found)
        return found

    async def _send_again(self, backend: Backend, case: _Case) -> Outcome:
        writing = may_write(backend)
        self._refuse_to_repeat(case)
        change = case.change
        key = change.idempotency_key
        if not key or key != case.operation.idempotency_key:
            raise NotOpen(
                "This change has no idempotency key: sending it again could do it twice.",
                hint="Check the customer, then settle it.",
            )
        await self.door.writing_down(case.record.sent_again(key))
        outcome = await case.record.ended(await send(writing, change))
        outcome = replace(outcome, operation_id=case.operation.id, before=case.before)
        if outcome.end is not Step.APPLIED:
            words = phrase("It is still not known: {}", outcome.words)
            return replace(outcome, end=Step.UNKNOWN, words=words)
        return replace(outcome, read_back=await self._check(backend, case))

    def _refuse_to_repeat(self, case: _Case) -> None:
        operation, now_ms = case.operation, self.door.now_ms()
        if operation.may_be_under_way(case.journal.who, now_ms):
            raise NotOpen(
                f"rctui with process id {operation.last.pid} on {operation.last.host} may be"
                " sending it right now.",
                hint="Wait a few minutes.",
            )
        if now_ms - operation.first.time_ms > SEND_AGAIN_WITHIN_MS:
            raise NotOpen(
                "This change is more than a day old; the server may have forgotten its key.",
                hint="Check the customer, then settle it.",
            )


@dataclass(frozen=True, slots=True)
class _Case:
    """One operation that is followed up."""

    journal: Journal
    operation: Operation
    record: WriteRecord

    @property
    def change(self) -> Change:
        """The change. Raises UnreadableChange."""
        return change_in(self.operation.change)

    @property
    def before(self) -> Observation | None:
        """What was seen before it was attempted."""
        seen = self.operation.first.before
        return observation_in(seen) if seen else None


async def _now(case: _Case) -> Operation:
    """The operation with the lines that were just written."""
    return await asyncio.to_thread(case.journal.find, case.operation.id) or case.operation


def _record(journal: Journal, operation: Operation) -> WriteRecord:
    """More lines for an operation, for the project it was made in."""
    first = operation.first
    entry = JournalEntry(
        first.id,
        Step.CHECKED,
        0,
        project=first.project,
        project_id=first.project_id,
        origin=first.origin,
        customer_id=first.customer_id,
    )
    return WriteRecord(journal, entry)


def _refuse_elsewhere(backend: Backend, operation: Operation) -> None:
    """Refuse an operation of another project. A read-only one knows no more than its id."""
    first, writing = operation.first, backend.writing
    here = backend.reader.project_id == first.project_id
    if not here or (writing is not None and not writing.place.holds(first)):
        raise NotOpen(
            "This change was made in another project.",
            hint=f"Open the project {first.project_id} first.",
        )
