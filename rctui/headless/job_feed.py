"""What a job on the worker tells, one after another, for a command that waits for it."""

from __future__ import annotations

import queue
import signal
import threading
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Bug:
    error: BaseException


_OVER = object()
_INTERRUPTED = object()


class JobFeed(Generic[T]):
    """Filled on the worker's thread, read by the command. A bug of the worker is raised there."""

    def __init__(self) -> None:
        self._told: queue.SimpleQueue[object] = queue.SimpleQueue()
        self.on_interrupt: Callable[[], object] | None = None
        """What ctrl+c does: ask the job to stop. What it tells meanwhile is still read.
        With `None` it ends the command, as it does elsewhere."""

    def tell(self, item: T) -> None:
        """One more."""
        self._told.put(item)

    def over(self) -> None:
        """Nothing more is told."""
        self._told.put(_OVER)

    def broke(self, bug: BaseException) -> None:
        """The job, or what it runs on, broke."""
        self._told.put(_Bug(bug))

    def __iter__(self) -> Iterator[T]:
        with self._heeding_interrupts():
            while (item := self._told.get()) is not _OVER:
                if item is _INTERRUPTED:
                    assert self.on_interrupt is not None
                    self.on_interrupt()
                elif isinstance(item, _Bug):
                    raise item.error
                else:
                    yield item  # type: ignore[misc]

    @contextmanager
    def _heeding_interrupts(self) -> Iterator[None]:
        """Have ctrl+c told here, in its turn among what the job tells.

        As an exception it could come between taking something out and handing it on. Were that
        the job's last word, the command would wait for ever.
        """
        if self.on_interrupt is None or threading.current_thread() is not threading.main_thread():
            yield
            return
        before = signal.signal(signal.SIGINT, lambda *_: self._told.put(_INTERRUPTED))
        try:
            yield
        finally:
            signal.signal(signal.SIGINT, before)
