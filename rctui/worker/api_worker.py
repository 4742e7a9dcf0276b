"""The worker as the front ends see it: submit a read or a write, get an answer, close."""

from __future__ import annotations

import asyncio
import itertools
import threading
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, TypeVar, cast

from rctui.clock import epoch_ms
from rctui.worker import pacing
from rctui.worker.answers import Answer, Load, Need
from rctui.worker.loop_thread import LoopThread
from rctui.worker.mailbox import Mailbox
from rctui.worker.pauses import Pauses
from rctui.worker.read_queue import ReadQueue
from rctui.worker.write_errors import WorkerClosed
from rctui.worker.write_means import WriteMeans

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from rctui.api.rate_limits import Budget, RateDomain, RateLimits
    from rctui.api.reader import CustomerReader
    from rctui.customers.reads import Read
    from rctui.text.safe_text import SafeText
    from rctui.worker.project_writing import Writing
    from rctui.worker.writes import Writes
    from rctui.worker.writing import (
        FollowUp,
        FollowUpAnswer,
        WriteAnswer,
        WriteProgress,
        WriteRequest,
    )

T = TypeVar("T")

DRAIN_S = 10.0
"""How long leaving waits for what is under way."""


class Backend(NamedTuple):
    """One project's connection, as the worker uses it."""

    reader: CustomerReader
    rate_limits: RateLimits
    close: Callable[[], Awaitable[None]]
    writing: Writing | None = None
    """The way to write; a read-only project has none."""


class Job(Protocol):
    """Many requests that belong together. Both methods are called on the worker's thread."""

    async def run(self) -> None:
        """Do it, to its end."""

    def stop(self) -> None:
        """Begin nothing more; what is under way comes to its end."""


def _retrieve(task: asyncio.Task[Backend]) -> None:
    """Look at the failure of a connection nobody has asked for yet; the first read reports it."""
    if not task.cancelled():
        task.exception()


class ApiWorker:
    """Owns the thread, the connections and the queue. Every method may be called from the UI."""

    def __init__(
        self,
        connect: Callable[[str], Awaitable[Backend]],
        *,
        on_bug: Callable[[BaseException], None],
        now_ms: Callable[[], int] = epoch_ms,
        writing: WriteMeans | None = None,
    ) -> None:
        self._connect = connect
        self._now_ms = now_ms
        self._numbers = itertools.count(1)
        self._thread = LoopThread("rctui-api")
        self._backends: dict[str, asyncio.Task[Backend]] = {}
        self._queue = ReadQueue(self._run, pause_ms=self._pause_ms, now_ms=now_ms, on_bug=on_bug)
        self._on_bug = on_bug
        self._means = writing or WriteMeans()
        self._building = threading.Lock()
        self._writes_built: Writes | None = None
        self._off_at_start: SafeText | None = None
        self.found_off: Mailbox[SafeText] = Mailbox()
        """Why writes are off, once the start has found that; told on the worker's thread."""
        self.pauses = Pauses()
        """Until when reads wait for the rate budget."""
        self._closed = False
        self._jobs: dict[asyncio.Task[None], Job] = {}

    def start(self) -> None:
        """Start the thread. No request is made before one is submitted."""
        self._thread.start()
        self._thread.post(self._probe)

    def warm(self, project: str) -> None:
        """Build a project's connection ahead of its first read; a failure shows up there."""
        self._thread.post(self._backend, project)

    def read(
        self,
        project: str,
        read: Read[T],
        need: Need,
        reply: Callable[[Answer[T]], object],
        *,
        anew: bool = False,
    ) -> int:
        """Queue a read; `reply` gets its answer on the worker's thread. Gives the load number.

        An equal read that is under way is joined, or with `anew` given up for another request.
        """
        number = next(self._numbers)
        if not self._closed:
            generic_reply = cast("Callable[[Answer[object]], object]", reply)
            load = Load(number, project, read, need, generic_reply)
            self._thread.post(partial(self._queue.submit, load, anew=anew))
        return number

    def read_together(
        self,
        project: str,
        reads: Sequence[tuple[Read[Any], Need, Callable[[Answer[Any]], object]]],
    ) -> list[int]:
        """Queue several reads; gives their load numbers.

        One by one, each would wait until the worker has sent what the one before it asks for.
        """
        loads = [Load(next(self._numbers), project, *read) for read in reads]
        if not self._closed:
            self._thread.post(self._queue.submit_all, loads)
        return [load.number for load in loads]

    def drop(self, number: int) -> None:
        """Nobody waits for this load any more."""
        self._thread.post(self._queue.drop, number)

    def write(
        self,
        project: str,
        request: WriteRequest,
        reply: Callable[[WriteAnswer], object],
        progress: Callable[[WriteProgress], object] | None = None,
    ) -> int:
        """Send a change; `reply` gets its end, and `progress` each step, on the worker's thread.

        Nothing cancels it, and closing waits for it. Gives the number of the write. Raises
        AlreadyUnderWay where the same change is being sent, and WorkerClosed.
        """
        number = self._next_write()
        self._writes.submit(
            number, project, request, partial(self._ended, project, reply), progress
        )
        return number

    def follow_up(
        self, project: str, follow_up: FollowUp, reply: Callable[[FollowUpAnswer], object]
    ) -> int:
        """Check, send again or settle an operation whose end nobody knows.

        Raises AlreadyUnderWay and WorkerClosed.
        """
        number = self._next_write()
        self._writes.follow(number, project, follow_up, partial(self._ended, project, reply))
        return number

    def _ended(self, project: str, reply: Callable[[T], object], answer: T) -> None:
        """Before anybody asks what it has changed: no read from before answers that."""
        self._queue.outdate(project)
        reply(answer)

    def start_job(self, job: Job) -> None:
        """Run a job of many requests on the worker's thread. Closing stops it and waits for it.

        Raises WorkerClosed.
        """
        self._next_write()
        self._thread.post(self._begin, job)

    def post(self, callback: Callable[[], object]) -> None:
        """Call something on the worker's thread, soon."""
        self._thread.post(callback)

    def budget(self, project: str, domain: RateDomain) -> Budget | None:
        """A budget as the newest answer told it; `None` before the first."""
        task = self._backends.get(project)
        if task is None or not task.done() or task.cancelled() or task.exception():
            return None
        return task.result().rate_limits.budget(domain)

    @property
    def means(self) -> WriteMeans:
        """The clock that jobs wait by, among others."""
        return self._means

    def now_ms(self) -> int:
        """Now, in ms since the epoch."""
        return self._now_ms()

    @property
    def writes_under_way(self) -> int:
        """How many writes and follow-ups have not ended yet."""
        return 0 if self._writes_built is None else self._writes_built.under_way

    @property
    def writes_off(self) -> SafeText | None:
        """Why writes are off, as far as the last one showed; `None` is on."""
        built = self._writes_built
        return self._off_at_start if built is None else built.door.off

    def close(self, timeout_s: float = DRAIN_S) -> bool:
        """Stop reading, wait for writes, end the thread; whether that worked in time.

        A write that takes longer stays attempted in the journal, and unknown at the next start.
        Who comes second waits for the first: a signal and a screen may end the program together.
        """
        self._closed = True
        return self._thread.stop(self._drain, timeout_s)

    @property
    def _writes(self) -> Writes:
        """The writing half, built with the first change: most who look never write."""
        with self._building:
            if self._writes_built is None:
                from rctui.worker.writes import Writes

                self._writes_built = Writes(
                    self._connected,
                    self._means,
                    post=self._thread.post,
                    now_ms=self._now_ms,
                    on_bug=self._on_bug,
                )
                self._writes_built.door.off = self._off_at_start
            return self._writes_built

    def _probe(self) -> None:
        """Find out at the start whether the journal can be written."""
        from rctui.worker.journal_check import why_off

        off = why_off(self._means.journal)
        with self._building:
            self._off_at_start = off
            if self._writes_built is not None:
                self._writes_built.door.off = off
        if off is not None:
            self.found_off.put(off)

    def _begin(self, job: Job) -> None:
        task = asyncio.ensure_future(job.run())
        self._jobs[task] = job
        task.add_done_callback(self._job_ended)

    def _job_ended(self, task: asyncio.Task[None]) -> None:
        self._jobs.pop(task)
        bug = None if task.cancelled() else task.exception()
        if bug is not None:
            self._on_bug(bug)

    async def _drain(self) -> None:
        for job in self._jobs.values():
            job.stop()
        await self._queue.close()
        if self._jobs:
            await asyncio.wait(self._jobs)
        if self._writes_built is not None:
            await self._writes_built.drain()
        for task in self._backends.values():
            task.cancel()
        built = await asyncio.gather(*self._backends.values(), return_exceptions=True)
        for backend in built:
            if isinstance(backend, Backend):
                await backend.close()

    def _backend(self, project: str) -> asyncio.Task[Backend]:
        task = self._backends.get(project)
        failed = task is not None and task.done() and (task.cancelled() or task.exception())
        if task is None or failed:
            task = asyncio.ensure_future(self._connect(project))
            task.add_done_callback(_retrieve)
            self._backends[project] = task
        return task

    async def _connected(self, project: str) -> Backend:
        # Shielded: one dropped read must not tear down the connection that others wait for.
        return await asyncio.shield(self._backend(project))

    async def _run(self, project: str, read: Read[object]) -> object:
        backend = await self._connected(project)
        # A long read asks many times, and each of its requests keeps to the budget.
        return await read.run(backend.reader.waiting_for(partial(self._room, project)))

    async def _room(self, project: str, domain: RateDomain) -> None:
        await pacing.wait_for_room(
            lambda: self.budget(project, domain),
            self._now_ms,
            self._means.pause,
            partial(self.pauses.begin, project),
        )

    def _next_write(self) -> int:
        if self._closed:
            raise WorkerClosed
        return next(self._numbers)

    def _pause_ms(self, project: str, read: Read[object]) -> int:
        return self._wait_ms(project, read.domain)

    def _wait_ms(self, project: str, domain: RateDomain) -> int:
        now_ms = self._now_ms()
        pause_ms = pacing.wait_ms(self.budget(project, domain), now_ms)
        if pause_ms:
            self.pauses.begin(project, pause_ms, now_ms)
        return pause_ms
