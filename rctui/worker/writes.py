"""The writing half of the worker: submit a change or a follow-up, get its end."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from rctui.customers.readback.outcome import outcome_of
from rctui.errors import RctuiError
from rctui.journal.states import Step
from rctui.worker.looking_back import LookingBack
from rctui.worker.unconfirmed import Unconfirmed
from rctui.worker.write_door import WriteDoor
from rctui.worker.write_queue import WriteJob, WriteQueue
from rctui.worker.writing import (
    FollowUp,
    FollowUpAnswer,
    WriteAnswer,
    WritePhase,
    WriteProgress,
    WriteRequest,
)

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from rctui.customers.readback.outcome import Outcome
    from rctui.worker.api_worker import Backend
    from rctui.worker.write_means import WriteMeans

    Connect = Callable[[str], Awaitable[Backend]]
    Reply = Callable[[WriteAnswer], object]
    FollowUpReply = Callable[[FollowUpAnswer], object]
    Progress = Callable[[WriteProgress], object]


class Writes:
    """Owns the queue and the door. `submit` and `follow` may be called from any thread."""

    def __init__(
        self,
        connect: Connect,
        means: WriteMeans,
        *,
        post: Callable[[Callable[[WriteJob], object], WriteJob], object],
        now_ms: Callable[[], int],
        on_bug: Callable[[BaseException], None],
    ) -> None:
        self._connect = connect
        self._post = post
        self._now_ms = now_ms
        self._queue = WriteQueue(on_bug)
        self._looking_back = LookingBack(now_ms, means.sleep)
        self.door = WriteDoor(
            means.journal, means.recovery, self._looking_back, now_ms, means.new_id
        )
        self._unconfirmed = Unconfirmed(self.door)

    @property
    def under_way(self) -> int:
        """How many writes have not ended yet."""
        return self._queue.under_way

    def submit(
        self,
        number: int,
        project: str,
        request: WriteRequest,
        reply: Reply,
        progress: Progress | None,
    ) -> None:
        """Take a change. Raises AlreadyUnderWay, at once."""
        claim = (project, request.change.fingerprint)
        self._queue.claim(claim)

        def tell(phase: WritePhase) -> None:
            if progress is not None:
                progress(WriteProgress(number, phase))

        async def run() -> None:
            outcome = await self._apply(project, request, tell)
            self._queue.release(claim)
            reply(WriteAnswer(number, project, request, outcome, self._now_ms()))

        tell(WritePhase.WAITING)
        self._post(self._queue.submit, WriteJob(project, request.change.customers, claim, run))

    def follow(self, number: int, project: str, follow_up: FollowUp, reply: FollowUpReply) -> None:
        """Take a follow-up. Raises AlreadyUnderWay, at once."""
        operation = follow_up.operation
        claim = (project, operation.id)
        self._queue.claim(claim)

        async def run() -> None:
            answer = await self._unconfirmed.follow(self._connect, number, project, follow_up)
            self._queue.release(claim)
            reply(answer)

        customers = (operation.first.customer_id,)
        self._post(self._queue.submit, WriteJob(project, customers, claim, run))

    async def drain(self) -> None:
        """Wait for every write's end; nobody waits for looks afterwards any more."""
        self._looking_back.close()
        await self._queue.drain()

    async def _apply(
        self, project: str, request: WriteRequest, tell: Callable[[WritePhase], None]
    ) -> Outcome:
        try:
            backend = await self._connect(project)
        except RctuiError as error:
            return replace(outcome_of(error), end=Step.NOT_SENT)
        return await self.door.apply(backend, request, tell)
