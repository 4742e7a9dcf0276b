"""A plan handed to the worker: its own thread runs it, any thread pauses and stops it."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rctui.api.rate_limits import RateDomain
from rctui.worker.bulk_run import BulkRun
from rctui.worker.pace import USUAL_LIMIT, Pace
from rctui.worker.writing import SendAgain

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from rctui.bulk.plan import Plan
    from rctui.bulk.standing import StepStanding
    from rctui.customers.readback.outcome import Outcome
    from rctui.journal.operation import Operation
    from rctui.worker.api_worker import ApiWorker
    from rctui.worker.bulk_run import RowEnded
    from rctui.worker.writing import FollowUpAnswer, WriteAnswer, WriteRequest


@dataclass(frozen=True, slots=True)
class WorkerSends:
    """Writes of one project, awaited on the worker's own loop."""

    worker: ApiWorker
    project: str

    async def write(self, request: WriteRequest) -> Outcome:
        """Send a change to its end. Raises AlreadyUnderWay, WorkerClosed."""
        done: asyncio.Future[WriteAnswer] = asyncio.get_running_loop().create_future()
        self.worker.write(self.project, request, done.set_result)
        # Shielded: where another row's bug ends the run, this one's answer still comes.
        return (await asyncio.shield(done)).outcome

    async def send_again(self, operation: Operation) -> FollowUpAnswer:
        """Send an open operation again. Raises AlreadyUnderWay, WorkerClosed."""
        done: asyncio.Future[FollowUpAnswer] = asyncio.get_running_loop().create_future()
        self.worker.follow_up(self.project, SendAgain(operation), done.set_result)
        return await asyncio.shield(done)


class BulkJob:
    """What is left of a plan, under way. `run` and `stop` are the worker's to call."""

    def __init__(
        self,
        worker: ApiWorker,
        project: str,
        plan: Plan,
        standings: Mapping[tuple[int, int], StepStanding],
        tell: Callable[[RowEnded], object],
        ended: Callable[[], object],
    ) -> None:
        self._worker = worker
        self._project = project
        self._ended = ended
        self._pace = Pace(worker.means.sleep, self._limit, worker.means.now_s)
        sends = WorkerSends(worker, project)
        self._run = BulkRun(plan, standings, sends, self._pace, tell)

    async def run(self) -> None:
        """Send what is left; `ended` is called at the end, however it ends."""
        try:
            await self._run.run()
        finally:
            self._ended()

    def stop(self) -> None:
        """Begin no further row. On the worker's thread."""
        self._run.stop()

    def ask_to_stop(self) -> None:
        """The same from any thread."""
        self._worker.post(self._run.stop)

    def pause(self) -> None:
        """Begin no further row until `go_on`. From any thread."""
        self._worker.post(self._run.pause)

    def go_on(self) -> None:
        """Go on. From any thread."""
        self._worker.post(self._run.go_on)

    def left_s(self, requests: int) -> float:
        """Seconds that so many requests take at least, at the pace of now."""
        return self._pace.left_s(requests)

    def _limit(self) -> int:
        """The tighter of the two budgets that a credit draws on."""
        domains = (RateDomain.CUSTOMER_INFORMATION, RateDomain.CURRENCY_WRITES)
        told = [self._worker.budget(self._project, domain) for domain in domains]
        return min((one.limit for one in told if one), default=USUAL_LIMIT)
