"""A run that is paused begins no row, not even one whose turn was on its way."""

from __future__ import annotations

import asyncio
import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from rctui.bulk.plan import Plan, PlanRow, PlanStep
from rctui.bulk.standing import standings
from rctui.customers.changes.every_change import AdjustCurrencies
from rctui.customers.readback.outcome import Outcome
from rctui.journal.states import Step
from rctui.text.safe_text import label
from rctui.worker.bulk_job import WorkerSends
from rctui.worker.bulk_run import BulkRun
from rctui.worker.pace import Pace
from rctui.worker.writing import FollowUpAnswer, WriteRequest
from tests.simulated import NOW
from tests.writes.bench import PATIENCE_S, bench
from tests.writes.every_change import fresh

if TYPE_CHECKING:
    from pathlib import Path

    from rctui.journal.operation import Operation

TURNS = range(20)
"""More turns of the loop than anything that may go on needs."""


@dataclass
class Applied:
    """Every change is carried out, and its customer noted."""

    sent: list[str] = field(default_factory=list)

    async def write(self, request: WriteRequest) -> Outcome:
        self.sent.append(request.change.customer_id)
        return Outcome(Step.APPLIED, label("Done."))

    async def send_again(self, operation: Operation) -> FollowUpAnswer:
        raise AssertionError(f"{operation.id} was never sent before")


def _plan(*customer_ids: str) -> Plan:
    changes = [AdjustCurrencies.of(one, {"GLD": 5}, key=f"key-{one}") for one in customer_ids]
    rows = tuple(
        PlanRow(number, number, one.customer_id, (PlanStep(one),))
        for number, one in enumerate(changes, 1)
    )
    return Plan("plan", NOW, "demo", "proj", "", "", "", rows)


@dataclass
class Waits:
    """The wait for a row's turn, during which something is pressed."""

    gate: asyncio.Event = field(default_factory=asyncio.Event)
    begun: asyncio.Event = field(default_factory=asyncio.Event)

    async def sleep(self, _seconds: float) -> None:
        self.begun.set()
        await self.gate.wait()


def _paced(sends: Applied, waits: Waits) -> BulkRun:
    plan = _plan("ann", "ben", "cas")
    pace = Pace(waits.sleep, now_s=lambda: 0.0)
    return BulkRun(plan, standings(plan, ()), sends, pace, lambda _: None)


async def test_a_pause_holds_the_row_whose_turn_is_on_its_way() -> None:
    sends, waits = Applied(), Waits()
    run = _paced(sends, waits)
    running = asyncio.ensure_future(run.run())
    await waits.begun.wait()
    run.pause()
    waits.gate.set()
    for _ in TURNS:
        await asyncio.sleep(0)
    assert sends.sent == ["ann"]
    run.go_on()
    await running
    assert sends.sent == ["ann", "ben", "cas"]


async def test_a_stop_ends_a_run_that_is_paused() -> None:
    sends, waits = Applied(), Waits()
    run = _paced(sends, waits)
    running = asyncio.ensure_future(run.run())
    await waits.begun.wait()
    run.pause()
    run.stop()
    await running
    assert sends.sent == ["ann"]


@pytest.mark.parametrize("turns", [1, 2, 5, 20])
def test_a_write_whose_run_is_given_up_still_ends_well(tmp_path: Path, turns: int) -> None:
    with bench(tmp_path) as desk:
        customer_id = fresh(desk.app.state.world)
        request = WriteRequest(AdjustCurrencies.of(customer_id, {"GLD": 5}, key="key"))
        given_up = _GivenUp(WorkerSends(desk.worker, "demo"), request, turns)
        desk.worker.start_job(given_up)
        assert given_up.is_over.wait(PATIENCE_S)
    # Closing waits for the write, and the worker has met no bug.
    assert desk.balance(customer_id) == 5


@dataclass
class _GivenUp:
    """Sends a change and no longer waits for it after some turns of the loop."""

    sends: WorkerSends
    request: WriteRequest
    turns: int
    is_over: threading.Event = field(default_factory=threading.Event)

    async def run(self) -> None:
        sending = asyncio.ensure_future(self.sends.write(self.request))
        for _ in range(self.turns):
            await asyncio.sleep(0)
        sending.cancel()
        await asyncio.wait({sending})
        self.is_over.set()

    def stop(self) -> None:
        """It ends by itself."""
