"""The worker for commands without a screen: ask, wait, get the answer."""

from __future__ import annotations

from concurrent.futures import Future
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

from rctui.headless.job_feed import JobFeed
from rctui.worker.answers import Answer, Need
from rctui.worker.api_worker import ApiWorker

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rctui.customers.reads import Read
    from rctui.wiring.opening import Opening
    from rctui.worker.writing import WriteAnswer, WriteRequest

T = TypeVar("T")


class WorkerCalls:
    """One project's worker, used from one thread. A bug of the worker ends the wait with it."""

    def __init__(self, opening: Opening) -> None:
        self._project = opening.project.key
        self._waiting: Future[object] | None = None
        self._feed: JobFeed[Any] | None = None
        self.worker = ApiWorker(opening.connect, on_bug=self._broke, writing=opening.writing)

    def read(self, read: Read[T]) -> Answer[T]:
        """Read and wait for the answer."""
        done: Future[Answer[T]] = Future()
        self._wait_for(done)
        self.worker.read(self._project, read, Need.HEADER, done.set_result)
        return done.result()

    def write(self, request: WriteRequest) -> WriteAnswer:
        """Send a change and wait for its end. Raises AlreadyUnderWay, WorkerClosed."""
        done: Future[WriteAnswer] = Future()
        self._wait_for(done)
        self.worker.write(self._project, request, done.set_result)
        return done.result()

    def feed(self) -> JobFeed[Any]:
        """Where a job is to tell what it does; a bug of the worker ends it too."""
        self._feed = JobFeed()
        return self._feed

    def _wait_for(self, done: Future[T]) -> None:
        self._waiting = done  # type: ignore[assignment]

    def _broke(self, bug: BaseException) -> None:
        if self._waiting is not None and not self._waiting.done():
            self._waiting.set_exception(bug)
        if self._feed is not None:
            self._feed.broke(bug)


@contextmanager
def worker_calls(opening: Opening) -> Iterator[WorkerCalls]:
    """The worker of an opening's project, drained at the end."""
    calls = WorkerCalls(opening)
    calls.worker.start()
    try:
        yield calls
    finally:
        calls.worker.close()
