"""Killed at any point: what the server did can be told from the journal, and is done once."""

from __future__ import annotations

import random
import subprocess
import sys
import uuid
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from rctui.demo import effects
from rctui.demo.hold import Hold
from rctui.journal.states import State, Step
from rctui.worker.writing import SendAgain
from tests.writes.bench import Bench, bench
from tests.writes.every_change import fresh

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from rctui.journal.operation import Operation


@contextmanager
def writing(desk: Bench, folder: Path, customer_id: str) -> Iterator[subprocess.Popen[bytes]]:
    """A program that has begun to write; killed at the end at the latest."""
    arguments = [desk.base_url, str(folder), customer_id, str(uuid.uuid4())]
    program = [sys.executable, "-m", "tests.writes.kill_me", *arguments]
    with subprocess.Popen(program, stdout=subprocess.PIPE) as running:
        try:
            assert running.stdout is not None
            assert running.stdout.readline() == b"ready\n"
            yield running
        finally:
            running.kill()


def settle(desk: Bench, customer_id: str) -> None:
    """What the next start finds is true, and sending again does it exactly once."""
    desk.app.state.faults.clear()
    operations = desk.journal.read().operations
    if not operations:
        assert desk.received == [], "sent without being written down"
        return
    [operation] = operations
    if operation.state is State.APPLIED:
        assert desk.balance(customer_id) == 7
        return
    assert operation.state is State.ATTEMPTED
    assert desk.balance(customer_id) in (0, 7), "without sending again: at most once"
    assert len(desk.applied) <= 1
    assert any(sent_again(desk, operation) for _ in range(1000))
    assert desk.balance(customer_id) == 7
    assert len(desk.applied) == 1
    assert desk.journal.recent().unconfirmed == ()


def sent_again(desk: Bench, operation: Operation) -> bool:
    """Whether it is done now. The killed program's own request may still hold the customer."""
    answer = desk.follow(SendAgain(operation))
    assert answer.failure is None, answer.failure
    return answer.operation.state is State.APPLIED


@pytest.mark.parametrize(
    "done_before", [False, True], ids=["before the server acts", "after the server acted"]
)
def test_killed_while_the_server_works(tmp_path: Path, done_before: bool) -> None:
    hold = Hold()
    make = effects.answer_held if done_before else effects.held
    with bench(tmp_path) as desk:
        customer_id = fresh(desk.app.state.world)
        desk.spoil(make(hold))
        with writing(desk, tmp_path, customer_id):
            hold.wait_until_reached(60)
        assert desk.balance(customer_id) == (7 if done_before else 0)
        [left] = desk.journal.recent().unconfirmed
        assert [one.step for one in left.entries] == [Step.ATTEMPTED]
        settle(desk, customer_id)


def test_killed_while_it_reads_back(tmp_path: Path) -> None:
    hold = Hold()
    with bench(tmp_path) as desk:
        customer_id = fresh(desk.app.state.world)
        desk.app.state.faults.add(
            effects.held(hold), operation="list_virtual_currencies", nth=2, times=None
        )
        with writing(desk, tmp_path, customer_id):
            hold.wait_until_reached(60)
        [operation] = desk.journal.read().operations
        assert [one.step for one in operation.entries] == [Step.ATTEMPTED, Step.APPLIED]
        settle(desk, customer_id)


def killed_at_random(folder: Path, seed: int) -> None:
    chance = random.Random(seed)
    latency_ms = chance.randrange(0, 100)
    with bench(folder) as desk:
        customer_id = fresh(desk.app.state.world)
        desk.app.state.faults.add(effects.late(latency_ms), times=None)
        with writing(desk, folder, customer_id) as running:
            try:
                running.wait(chance.uniform(0, 0.15 + 3 * latency_ms / 1000))
            except subprocess.TimeoutExpired:
                running.kill()
        settle(desk, customer_id)


@pytest.mark.parametrize("seed", range(4))
def test_killed_at_some_moment(tmp_path: Path, seed: int) -> None:
    killed_at_random(tmp_path, seed)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(100, 200))
def test_killed_at_a_hundred_moments(tmp_path: Path, seed: int) -> None:
    killed_at_random(tmp_path, seed)
