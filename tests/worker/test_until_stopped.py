"""A job that is stopped waits no longer, and an answer that crosses the stop breaks nothing."""

from __future__ import annotations

import asyncio
import queue
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

import pytest

from rctui.api.rate_limits import RateDomain
from rctui.worker.answers import Answer, Need
from rctui.worker.api_worker import ApiWorker, Backend
from rctui.worker.until_stopped import read_unless
from tests.simulated import backend_on, demo_app

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rctui.api.reader import CustomerReader
    from rctui.customers.reads import Read

TURNS = range(12)
"""More turns of the loop than a stop needs to reach the queue."""


@dataclass(frozen=True)
class Gated:
    """A read that is answered when the test says so."""

    gate: asyncio.Event
    customer_id: str | None = None
    domain: ClassVar[RateDomain] = RateDomain.CUSTOMER_INFORMATION

    async def run(self, reader: CustomerReader) -> str:
        await self.gate.wait()
        return "read"


@dataclass
class StoppedJob:
    """Reads once, and is stopped so many turns of the loop before the answer is there."""

    worker: ApiWorker
    turns: int
    ended: queue.SimpleQueue[Answer[str] | None]

    async def run(self) -> None:
        stopped, gate = asyncio.Event(), asyncio.Event()
        reading = asyncio.ensure_future(
            read_unless(stopped, self.worker, "demo", self._read(gate), Need.BACKGROUND)
        )
        for _ in TURNS:
            await asyncio.sleep(0)
        stopped.set()
        for _ in range(self.turns):
            await asyncio.sleep(0)
        gate.set()
        self.ended.put(await reading)

    def stop(self) -> None:
        """It ends by itself."""

    def _read(self, gate: asyncio.Event) -> Read[str]:
        return Gated(gate)


async def _connect(_project: str) -> Backend:
    return backend_on(demo_app())


@contextmanager
def _worker(bugs: list[BaseException]) -> Iterator[ApiWorker]:
    worker = ApiWorker(_connect, on_bug=bugs.append)
    worker.start()
    try:
        yield worker
    finally:
        assert worker.close()


@pytest.mark.parametrize("turns", TURNS)
def test_an_answer_that_crosses_the_stop_breaks_nothing(turns: int) -> None:
    bugs: list[BaseException] = []
    ended: queue.SimpleQueue[Answer[str] | None] = queue.SimpleQueue()
    with _worker(bugs) as worker:
        worker.start_job(StoppedJob(worker, turns, ended))
        answer = ended.get(timeout=60)
    assert answer is None or answer.value == "read"
    assert bugs == []
