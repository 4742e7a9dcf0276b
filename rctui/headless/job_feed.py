"""What a job on the worker tells, one after another, for a command that waits for it."""

from __future__ import annotations

import queue
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Bug:
    error: BaseException


_OVER = object()


class JobFeed(Generic[T]):
    """Filled on the worker's thread, read by the command. A bug of the worker is raised there."""

    def __init__(self) -> None:
        self._told: queue.SimpleQueue[object] = queue.SimpleQueue()
        self.on_interrupt: Callable[[], object] = _nothing
        """What ctrl+c does: ask the job to stop. What it tells meanwhile is still read."""

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
        while True:
            try:
                item = self._told.get()
            except KeyboardInterrupt:
                self.on_interrupt()
                continue
            if item is _OVER:
                return
            if isinstance(item, _Bug):
                raise item.error
            yield item  # type: ignore[misc]


def _nothing() -> None:
    """Nobody listens yet."""
