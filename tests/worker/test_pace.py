"""A run is as fast as the minute's budget allows, meets no 429 of its own making, and no faster."""

from __future__ import annotations

import asyncio
import queue
from typing import TYPE_CHECKING

import pytest

from rctui.bulk.plan import Plan, PlanRow, PlanStep
from rctui.bulk.standing import RowState, standings
from rctui.customers.changes.every_change import AdjustCurrencies
from rctui.demo.identity import DEMO_PROJECT_ID
from rctui.journal.journal import Journal
from rctui.playbooks.making import new_key
from rctui.worker.api_worker import ApiWorker, Backend
from rctui.worker.bulk_job import BulkJob
from rctui.worker.pace import Pace
from rctui.worker.write_means import WriteMeans
from tests.simulated import Clock, backend_on, demo_app
from tests.writes.every_change import fresh

if TYPE_CHECKING:
    from rctui.demo.server import SimulatedService
    from rctui.worker.bulk_run import RowEnded

ROWS = 500
LIMIT = 480


class Hours:
    """Time that only waiting moves, for the server and for the program."""

    def __init__(self) -> None:
        # At the start of a server's minute.
        self.clock = Clock(1_764_000_000_000 // 60_000 * 60_000)
        self.began_ms = self.clock.now_ms

    async def sleep(self, seconds: float) -> None:
        self.clock.advance(round(seconds * 1000))
        await asyncio.sleep(0)

    def now_s(self) -> float:
        return self.clock.now_ms / 1000

    @property
    def passed_s(self) -> float:
        return (self.clock.now_ms - self.began_ms) / 1000


def _broke(bug: BaseException) -> None:
    pytest.fail(f"the worker broke: {bug!r}")


def worker_on(app: SimulatedService, hours: Hours) -> ApiWorker:
    async def connect(project: str) -> Backend:
        return backend_on(app, writes_as=project, sleep=hours.sleep, now_ms=hours.clock)

    journal = Journal.in_memory()
    journal.now_ms = hours.clock
    means = WriteMeans(journal, sleep=hours.sleep, now_s=hours.now_s)
    return ApiWorker(connect, on_bug=_broke, now_ms=hours.clock, writing=means)


def test_as_fast_as_the_budget_allows() -> None:
    hours = Hours()
    app = demo_app(clock=hours.clock)
    customers = [fresh(app.state.world) for _ in range(ROWS)]
    changes = [AdjustCurrencies.of(one, {"GLD": 5}, key=new_key()) for one in customers]
    rows = tuple(
        PlanRow(number, number, one.customer_id, (PlanStep(one),))
        for number, one in enumerate(changes, 1)
    )
    plan = Plan(new_key(), hours.began_ms, "demo", DEMO_PROJECT_ID, "", "", "", rows)
    ends: queue.SimpleQueue[RowEnded | None] = queue.SimpleQueue()
    worker = worker_on(app, hours)
    worker.start()
    worker.start_job(
        BulkJob(worker, "demo", plan, standings(plan, ()), ends.put, lambda: ends.put(None))
    )
    states = []
    while (end := ends.get(timeout=120)) is not None:
        states.append(end.state)
    assert worker.close()
    assert states == [RowState.APPLIED] * ROWS
    assert {app.state.world.find(one).balances["GLD"] for one in customers} == {5}
    assert [one.status for one in app.state.received if one.status == 429] == []
    fastest_s = ROWS * 60 / LIMIT
    assert 0.98 * fastest_s < hours.passed_s < 1.05 * fastest_s


async def test_turns_are_taken_one_after_another() -> None:
    hours = Hours()
    pace = Pace(hours.sleep, lambda: 60, hours.now_s)
    for _ in range(3):
        await pace.turn()
    assert hours.passed_s == pytest.approx(2 / 0.97, rel=0.01)
    pace.hold_back(30)
    await pace.turn()
    assert hours.passed_s == pytest.approx(2 / 0.97 + 30, rel=0.05)
