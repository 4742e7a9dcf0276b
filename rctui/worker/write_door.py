"""The one door that every write goes through.

Check, look, save, write down, send, write down, read back: in this order. Before the line is on
the disk nothing is sent, and only the API's own retry table sends anything twice.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from rctui.api.errors import ApiError
from rctui.customers.changes.every_change import AdjustCurrencies, Change
from rctui.customers.names import Names
from rctui.customers.readback.compared import read_back
from rctui.customers.readback.observing import ObserveFor
from rctui.customers.readback.outcome import Outcome, outcome_of
from rctui.customers.recovery.recovery_read import ReadWholeCustomer
from rctui.customers.verdicts.access import Viewpoint
from rctui.errors import RctuiError
from rctui.journal.errors import JournalError
from rctui.journal.states import Step
from rctui.text.safe_text import SafeText, label, phrase, safe
from rctui.worker.write_errors import NoJournal, ReadOnlyProject
from rctui.worker.write_record import WriteRecord, new_record
from rctui.worker.writing import WritePhase, WriteRequest

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from rctui.api.reader import CustomerReader
    from rctui.customers.readback.observation import Observation
    from rctui.customers.readback.outcome import ReadBack
    from rctui.customers.recovery.recovery_file import RecoveryFiles
    from rctui.journal.journal import Journal
    from rctui.worker.api_worker import Backend
    from rctui.worker.looking_back import LookingBack
    from rctui.worker.project_writing import Writing

    Progress = Callable[[WritePhase], object]

_STALE = label("The customer is no longer as the review showed; nothing was sent.")


@dataclass(slots=True)
class WriteDoor:
    """Applies changes, one after another for each customer: the queue sees to that."""

    journal: Journal | None
    recovery: RecoveryFiles
    looking_back: LookingBack
    now_ms: Callable[[], int]
    new_id: Callable[[], str]
    off: SafeText | None = None
    """Why writes are off: the journal could not be written the last time. `None` is on."""

    async def apply(self, backend: Backend, request: WriteRequest, progress: Progress) -> Outcome:
        """Send a change and say how that ended. Raises nothing but bugs."""
        try:
            writing = may_write(backend)
            self._check(request, writing)
            progress(WritePhase.LOOKING)
            before = await self._look(backend.reader, request.change)
            stale = _stale(request, before)
            if stale:
                return Outcome(Step.NOT_SENT, _STALE, before=before, stale=stale)
            request.change.check_against(before)
            record, saved = await self._write_down(backend, writing, request, before, progress)
        except RctuiError as error:
            return replace(outcome_of(error), end=Step.NOT_SENT)
        progress(WritePhase.SENDING)
        outcome = await record.ended(await send(writing, request.change))
        outcome = replace(outcome, operation_id=record.entry.id, before=before, recovery_file=saved)
        if outcome.end is not Step.APPLIED:
            return outcome
        progress(WritePhase.READING_BACK)
        return await self._read_back(backend.reader, writing, request, outcome, record)

    def view(self, writing: Writing | None) -> Viewpoint:
        """From where the journal's sentences are said."""
        return Viewpoint(writing.names if writing else Names(), self.now_ms())

    def _check(self, request: WriteRequest, writing: Writing) -> None:
        request.change.check(self.now_ms())
        writing.rules.check(request.change, request.ticket, self.now_ms())

    async def _look(self, reader: CustomerReader, change: Change) -> Observation:
        return await ObserveFor(change, self.now_ms()).run(reader)

    async def _write_down(
        self,
        backend: Backend,
        writing: Writing,
        request: WriteRequest,
        before: Observation,
        progress: Progress,
    ) -> tuple[WriteRecord, str]:
        if self.journal is None:
            raise NoJournal("There is no journal, so nothing is sent.")
        saved = ""
        if request.change.saves_first and before.exists is not False:
            progress(WritePhase.SAVING)
            saved = await self._save(backend.reader, writing, request.change)
        change = request.change
        record = new_record(self.journal, writing, self.new_id(), change.customer_id)
        summary = change.summary(self.view(writing)).plain
        await self.writing_down(record.attempted(request, summary, before, saved))
        return record, saved

    async def writing_down(self, line: Awaitable[None]) -> None:
        """Write a line that must be there before anything is sent.

        Raises NoJournal, and what the line raises beside JournalError.
        """
        try:
            await line
        except JournalError as error:
            self.off = safe(error.message)
            raise NoJournal(f"Writes are off: {error.message}", hint=error.hint) from error
        self.off = None

    async def _save(self, reader: CustomerReader, writing: Writing, change: Change) -> str:
        whole = await ReadWholeCustomer(change.customer_id).run(reader)
        place = writing.place
        document = {
            "saved_at_ms": self.now_ms(),
            "saved_before": change.kind,
            "project": place.project,
            "project_id": place.project_id,
            "origin": place.origin,
            "asked": change.customer_id,
        }
        return await asyncio.to_thread(self.recovery.save, document | whole)

    async def _read_back(
        self,
        reader: CustomerReader,
        writing: Writing,
        request: WriteRequest,
        outcome: Outcome,
        record: WriteRecord,
    ) -> Outcome:
        found = await self._found(reader, request, outcome, self.view(writing))
        if found is None:
            return outcome
        try:
            await record.checked(found)
        except RctuiError as error:
            words = phrase("{} {}", outcome.journal_problem, safe(error.message))
            outcome = replace(outcome, journal_problem=words)
        return replace(outcome, read_back=found)

    async def _found(
        self, reader: CustomerReader, request: WriteRequest, outcome: Outcome, view: Viewpoint
    ) -> ReadBack | None:
        change, before = request.change, outcome.before
        if request.patient:
            return await self.looking_back.at(reader, change, before, view)
        if before is not None and outcome.shown is not None:
            return read_back(change, before, outcome.shown, view)
        return await self.looking_back.once(reader, change, before, view)


def may_write(backend: Backend) -> Writing:
    """The way to write. Raises ReadOnlyProject where there is none."""
    if backend.writing is None:
        raise ReadOnlyProject
    return backend.writing


async def send(writing: Writing, change: Change) -> Outcome:
    """Send a change, with the API's own retries, and say how that ended."""
    writer, witness = writing.line.writer()
    try:
        shown = await change.send(writer)
    except ApiError as error:
        return outcome_of(error)
    answer = witness.answer
    if answer is None:
        return outcome_of(None)
    outcome = outcome_of(None, status=answer.status, request_id=answer.request_id)
    return replace(outcome, shown=shown)


def _stale(request: WriteRequest, now: Observation) -> tuple[str, ...]:
    """The parts that are no longer as the review showed."""
    change = request.change
    balances = now.balances
    if isinstance(change, AdjustCurrencies) and balances is not None and not change.fits(balances):
        return ("balances",)
    return () if request.before is None else request.before.differences(now)
