"""A screen that ends and a signal may close the worker together: both wait for its end."""

from __future__ import annotations

import asyncio
import threading
from dataclasses import dataclass, field

import pytest

from rctui.worker.api_worker import ApiWorker, Backend

PATIENCE_S = 60.0


@dataclass
class Stubborn:
    """A job that is told to stop, and takes as long as the test says."""

    asked: threading.Event = field(default_factory=threading.Event)
    gate: asyncio.Event = field(default_factory=asyncio.Event)
    has_ended: bool = False

    async def run(self) -> None:
        await self.gate.wait()
        self.has_ended = True

    def stop(self) -> None:
        self.asked.set()


async def _no_connection(project: str) -> Backend:
    raise AssertionError(f"nobody reads from {project}")


def test_who_closes_second_is_not_told_that_it_is_done_before_it_is() -> None:
    bugs: list[BaseException] = []
    worker, job = ApiWorker(_no_connection, on_bug=bugs.append), Stubborn()
    worker.start()
    worker.start_job(job)
    ends: list[bool] = []
    first = threading.Thread(target=lambda: ends.append(worker.close(PATIENCE_S)))
    first.start()
    assert job.asked.wait(PATIENCE_S)
    assert not worker.close(0.01)
    worker.post(job.gate.set)
    assert worker.close(PATIENCE_S)
    assert job.has_ended
    first.join(PATIENCE_S)
    assert ends == [True]
    assert bugs == []


@pytest.mark.parametrize("times", [2, 3])
def test_closing_again_says_the_same(times: int) -> None:
    worker = ApiWorker(_no_connection, on_bug=lambda _: None)
    worker.start()
    assert [worker.close(PATIENCE_S) for _ in range(times)] == [True] * times


def test_closing_again_waits_for_what_the_first_had_no_time_for() -> None:
    worker, job = ApiWorker(_no_connection, on_bug=lambda _: None), Stubborn()
    worker.start()
    worker.start_job(job)
    assert not worker.close(0.01)
    assert not job.has_ended
    worker.post(job.gate.set)
    assert worker.close(PATIENCE_S)
    assert job.has_ended
