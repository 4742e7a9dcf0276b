"""Closing, deadlines and stalls: what becomes of a write that takes long."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from rctui.api.http_client import Deadlines
from rctui.customers.changes.every_change import (
    SetAttributes,
)
from rctui.demo import effects
from rctui.demo.hold import Hold
from rctui.journal.journal import Journal
from rctui.journal.states import State, Step
from rctui.worker.write_errors import WorkerClosed
from tests.writes.bench import PATIENCE_S, Bench, bench
from tests.writes.every_change import credit, fresh

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Bench]:
    with bench(tmp_path) as desk:
        yield desk


def refused_as_closed(desk: Bench) -> bool:
    try:
        desk.submit(credit(desk.app.state.world))
    except WorkerClosed:
        return True
    return False


def test_closing_waits_for_a_write_and_writes_its_end_down(tmp_path: Path) -> None:
    with bench(tmp_path) as desk:
        hold = Hold()
        desk.spoil(effects.answer_held(hold))
        desk.submit(credit(desk.app.state.world))
        hold.wait_until_reached()
        closed: list[bool] = []
        closing = threading.Thread(target=lambda: closed.append(desk.worker.close(PATIENCE_S)))
        closing.start()
        while not refused_as_closed(desk):
            pass
        hold.release()
        closing.join(PATIENCE_S)
    assert closed == [True]
    first = desk.journal.read().operations[-1]
    assert first.state is State.APPLIED


def test_closing_does_not_wait_for_looks_afterwards(tmp_path: Path) -> None:
    with bench(tmp_path) as desk:
        hold = Hold()
        desk.app.state.faults.add(effects.held(hold), operation="list_virtual_currencies", nth=2)
        desk.submit(credit(desk.app.state.world))
        hold.wait_until_reached()
        assert desk.worker.close(PATIENCE_S)
        outcome = desk.ended().outcome
    assert outcome.end is Step.APPLIED
    assert outcome.read_back is None
    [operation] = desk.journal.read().operations
    assert [one.step for one in operation.entries] == [Step.ATTEMPTED, Step.APPLIED]


def test_after_the_deadline_an_attempt_stays_open(tmp_path: Path) -> None:
    with bench(tmp_path) as desk:
        hold = Hold()
        desk.spoil(effects.held(hold))
        desk.submit(credit(desk.app.state.world))
        hold.wait_until_reached()
        assert desk.worker.close(timeout_s=0.01) is False
        [left] = Journal.in_folder(tmp_path).recent().unconfirmed
        assert left.state is State.ATTEMPTED
        hold.release()
        assert desk.ended().outcome.end is Step.APPLIED


def test_an_answer_that_does_not_come_in_time_is_unknown(tmp_path: Path) -> None:
    with bench(tmp_path, deadlines=Deadlines(write_s=2)) as desk:
        hold = Hold()
        desk.spoil(effects.answer_held(hold), times=None)
        world = desk.app.state.world
        outcome = desk.write(SetAttributes.of(fresh(world), {"plan": "gold"}))
        assert outcome.end is Step.UNKNOWN
        assert len(desk.received) == 1


@pytest.mark.parametrize("body_bytes", [None, 5])
def test_a_stalled_answer_to_a_currency_write_is_asked_for_again(
    tmp_path: Path, body_bytes: int | None
) -> None:
    with bench(tmp_path, deadlines=Deadlines(write_s=2)) as desk:
        hold = Hold()
        stall = (
            effects.answer_held(hold)
            if body_bytes is None
            else effects.held_within(hold, body_bytes)
        )
        desk.spoil(stall)
        change = credit(desk.app.state.world)
        outcome = desk.write(change)
        assert outcome.end is Step.APPLIED
        assert len(desk.received) == 2
        assert desk.balance(change.customer_id) == 7
