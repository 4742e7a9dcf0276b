"""What the door writes down about one operation, off the loop: a slow disk must not stop it."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from rctui.journal.entry import JournalEntry
from rctui.journal.errors import JournalError
from rctui.journal.states import Step
from rctui.text.safe_text import safe
from rctui.worker.write_errors import NotOpen

if TYPE_CHECKING:
    from collections.abc import Callable

    from rctui.customers.readback.observation import Observation
    from rctui.customers.readback.outcome import Outcome, ReadBack
    from rctui.journal.journal import Journal
    from rctui.journal.operation import Operation
    from rctui.worker.project_writing import Writing
    from rctui.worker.writing import WriteRequest


@dataclass(frozen=True, slots=True)
class WriteRecord:
    """The lines of one operation."""

    journal: Journal
    entry: JournalEntry
    """What all its lines share."""

    async def attempted(
        self, request: WriteRequest, summary: str, before: Observation | None, saved: str
    ) -> None:
        """It is about to be sent. Raises JournalError, and then it must not be."""
        change = request.change
        await self._append(
            replace(
                self.entry,
                step=Step.ATTEMPTED,
                change=change.data(),
                summary=summary,
                ticket=request.ticket,
                reason=request.reason,
                before={} if before is None else before.data(),
                idempotency_key=change.idempotency_key or "",
                recovery_file=saved,
                reverses=request.reverses,
            )
        )

    async def sent_again(self, key: str) -> None:
        """It is about to be sent with the same key. Raises NotOpen, JournalError."""
        entry = replace(self.entry, step=Step.SENT_AGAIN, idempotency_key=key)
        await asyncio.to_thread(self._append_if, self._may_be_sent, entry)

    async def ended(self, outcome: Outcome) -> Outcome:
        """An attempt has ended. The outcome, with the journal's problem if there is one."""
        entry = replace(
            self.entry,
            step=outcome.end,
            status=outcome.status or 0,
            request_id=outcome.request_id,
            evidence=outcome.words.plain,
        )
        try:
            await self._append(entry)
        except JournalError as error:
            return replace(outcome, journal_problem=safe(error.message))
        return outcome

    async def checked(self, read_back: ReadBack) -> None:
        """A look afterwards. Raises JournalError."""
        seen = read_back.observation
        await self._append(
            replace(
                self.entry,
                step=Step.CHECKED,
                observed={} if seen is None else seen.data(),
                evidence=read_back.words.plain,
            )
        )

    async def settled(self, verdict: str, words: str) -> None:
        """A person has decided. Raises NotOpen, JournalError."""
        entry = replace(self.entry, step=Step.SETTLED, verdict=verdict, evidence=words)
        await asyncio.to_thread(self._append_if, _is_open, entry)

    def _append_if(self, agreed: Callable[[Operation | None], bool], entry: JournalEntry) -> None:
        """Of several programs that do so at once, one does; the others are told."""
        if self.journal.append_if(entry, agreed) is None:
            raise NotOpen(
                "Another rctui was quicker: it has just gone on with this change.",
                hint="Look at the Journal again.",
            )

    def _may_be_sent(self, operation: Operation | None) -> bool:
        now_ms = self.journal.now_ms()
        under_way = operation is not None and operation.may_be_under_way(self.journal.who, now_ms)
        return _is_open(operation) and not under_way

    async def _append(self, entry: JournalEntry) -> None:
        await asyncio.to_thread(self.journal.append, entry)


def _is_open(operation: Operation | None) -> bool:
    """Whether nobody knows its end; an operation that was put aside is taken for one."""
    return operation is None or operation.is_open


def new_record(
    journal: Journal, writing: Writing, operation_id: str, customer_id: str
) -> WriteRecord:
    """The lines of an operation that is about to begin, or goes on."""
    entry = JournalEntry(operation_id, Step.ATTEMPTED, 0, customer_id=customer_id)
    return WriteRecord(journal, entry.in_place(writing.place))
