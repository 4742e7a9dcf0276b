"""Several writes at once: on one customer, on two, on several."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from rctui.customers.changes.every_change import (
    AdjustCurrencies,
    SetAttributes,
    Transfer,
)
from rctui.demo import effects
from rctui.demo.hold import Hold
from rctui.journal.states import Step
from rctui.worker.write_errors import AlreadyUnderWay
from tests.writes.bench import Bench, bench
from tests.writes.every_change import credit, fresh

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Bench]:
    with bench(tmp_path) as desk:
        yield desk


def test_the_same_change_twice_at_once_is_refused_at_once(desk: Bench) -> None:
    hold = Hold()
    desk.spoil(effects.held(hold))
    change = credit(desk.app.state.world)
    desk.submit(change)
    twin = AdjustCurrencies.of(change.customer_id, {"GLD": 7}, key="another-key", reference="T-1")
    for _ in range(3):
        with pytest.raises(AlreadyUnderWay):
            desk.submit(twin)
    assert desk.worker.writes_under_way == 1
    hold.wait_until_reached()
    hold.release()
    assert desk.ended().outcome.end is Step.APPLIED
    assert len(desk.received) == 1


def test_one_customer_is_changed_by_one_write_at_a_time_and_others_do_not_wait(
    desk: Bench,
) -> None:
    world = desk.app.state.world
    hold = Hold()
    desk.spoil(effects.held(hold))
    first = credit(world)
    desk.submit(first)
    hold.wait_until_reached()
    second = SetAttributes.of(first.customer_id, {"plan": "gold"})
    desk.submit(second)
    elsewhere = desk.write(credit(world))
    assert elsewhere.end is Step.APPLIED
    assert [one.operation for one in desk.received] == ["create_currency_transaction"] * 2
    hold.release()
    ends = [desk.ended() for _ in range(2)]
    assert [one.request.change for one in ends] == [first, second]
    assert all(one.outcome.end is Step.APPLIED for one in ends)


def test_two_transfers_in_opposite_directions_do_not_wait_for_each_other(desk: Bench) -> None:
    world = desk.app.state.world
    one, other = fresh(world), fresh(world)
    desk.submit(Transfer(one, other))
    desk.submit(Transfer(other, one))
    assert [desk.ended().outcome.end for _ in range(2)] == [Step.APPLIED, Step.APPLIED]
