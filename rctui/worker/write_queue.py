"""The writes that wait and run: one after another for a customer, side by side for several.

A write is never cancelled: what became of it must be known.
"""

from __future__ import annotations

import asyncio
import threading
from contextlib import AsyncExitStack
from dataclasses import dataclass
from typing import TYPE_CHECKING
from weakref import WeakValueDictionary

from rctui.worker.write_errors import AlreadyUnderWay

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

AT_ONCE = 4
"""Writes under way at the same time, whatever the customers."""


@dataclass(frozen=True, slots=True)
class WriteJob:
    """One write, as it waits."""

    project: str
    customers: tuple[str, ...]
    """Everyone whom it changes."""
    claim: tuple[str, str]
    """What must not be there twice at the same time."""
    run: Callable[[], Awaitable[None]]


class WriteQueue:
    """Runs writes on the loop that it is used from; `claim` may be called from any thread."""

    def __init__(self, on_bug: Callable[[BaseException], None]) -> None:
        self._on_bug = on_bug
        self._guard = threading.Lock()
        self._claims: set[tuple[str, str]] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self._customers: WeakValueDictionary[tuple[str, str], asyncio.Lock] = WeakValueDictionary()
        self._room = asyncio.Semaphore(AT_ONCE)

    def claim(self, claim: tuple[str, str]) -> None:
        """Have a write to oneself until its job has ended. Raises AlreadyUnderWay, at once."""
        with self._guard:
            if claim in self._claims:
                raise AlreadyUnderWay
            self._claims.add(claim)

    def release(self, claim: tuple[str, str]) -> None:
        """Give a claim back. Whoever is told the end of a write finds it released already."""
        with self._guard:
            self._claims.discard(claim)

    @property
    def under_way(self) -> int:
        """How many writes have not ended yet."""
        with self._guard:
            return len(self._claims)

    def submit(self, job: WriteJob) -> None:
        """Run a job whose claim is held, when its customers are free."""
        task = asyncio.ensure_future(self._run(job))
        self._tasks.add(task)
        task.add_done_callback(self._ended)

    async def drain(self) -> None:
        """Wait until every write has ended."""
        while self._tasks:
            await asyncio.wait(self._tasks)

    async def _run(self, job: WriteJob) -> None:
        try:
            async with AsyncExitStack() as held:
                # In one order for all, or two transfers could wait for each other.
                for customer_id in sorted(set(job.customers)):
                    await held.enter_async_context(self._lock(job.project, customer_id))
                await held.enter_async_context(self._room)
                await job.run()
        finally:
            self.release(job.claim)

    def _lock(self, project: str, customer_id: str) -> asyncio.Lock:
        return self._customers.setdefault((project, customer_id), asyncio.Lock())

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        bug = None if task.cancelled() else task.exception()
        if bug is not None:
            self._on_bug(bug)
