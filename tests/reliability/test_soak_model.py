"""The soak's model notices what it is there for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.events import Key

from rctui.customers.changes.every_change import AssignOffering
from rctui.worker.writing import WriteRequest
from tests.reliability.soak_model import SoakModel
from tests.reliability.soak_operator import Broken, soaking
from tests.reliability.soak_sight import check_sight
from tests.reliability.soak_world import SoakWorld

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tests.reliability.soak_operator import SoakOperator

CUSTOMER = "u_zq000qz"


@pytest.fixture
def world() -> SoakWorld:
    return SoakWorld()


@pytest.fixture
def model(world: SoakWorld) -> SoakModel:
    return SoakModel(world, 0.0)


@pytest.fixture
async def operator(world: SoakWorld, model: SoakModel) -> AsyncIterator[SoakOperator]:
    async with soaking(world.opening, size=(80, 24), guard_s=0.0, hook=model) as operator:
        model.app = operator.app
        operator.types(CUSTOMER)
        operator.keys("enter")
        await operator.settles(held=False)
        yield operator


async def test_a_confirmed_write_agrees_with_everything(
    operator: SoakOperator, world: SoakWorld, model: SoakModel
) -> None:
    operator.keys("O", "down", "enter", "enter")
    await operator.settles(held=False)
    operator.keys("y")
    await operator.settles(held=False)
    model.check(at_rest=True)
    check_sight(operator, model, world)
    assert model.count["offering"] == 1
    assert [one.applied for one in world.project("alpha").writes] == [True]


async def test_a_y_at_the_very_edge_of_the_guard_does_not_hide_the_one_that_counts(
    world: SoakWorld,
) -> None:
    guard_s = 1e4
    model = SoakModel(world, guard_s)
    async with soaking(world.opening, size=(80, 24), guard_s=guard_s, hook=model) as operator:
        model.app = operator.app
        operator.types(CUSTOMER)
        operator.keys("enter")
        await operator.settles(held=False)
        operator.keys("O", "down", "enter", "enter")
        await operator.settles(held=False)
        [review] = model._reviews.values()
        # The model counts from before the review is drawn, the review from when it is.
        for time_s, written in ((review.deaf_until, 0), (review.deaf_until + 3 * guard_s, 1)):
            key = Key("y", "y")
            key.time = time_s
            operator._send(key)
            await operator.settles(held=False)
            model.check(at_rest=True)
            assert len(world.project("alpha").writes) == written


async def test_a_write_that_no_review_has_shown_is_noticed(
    operator: SoakOperator, model: SoakModel
) -> None:
    request = WriteRequest(AssignOffering(CUSTOMER, None))
    operator.app.session.worker.write("alpha", request, lambda _: None)
    await operator.settles(held=False)
    with pytest.raises(Broken, match="nobody confirmed"):
        model.check(at_rest=True)


async def test_another_customers_data_on_a_customers_screen_is_noticed(
    operator: SoakOperator, world: SoakWorld, model: SoakModel
) -> None:
    check_sight(operator, model, world)
    operator.screen.customer_id = "u_zq005qz"  # type: ignore[attr-defined]
    with pytest.raises(Broken, match="not theirs"):
        check_sight(operator, model, world)


async def test_a_customer_may_show_what_was_transferred_to_them(
    operator: SoakOperator, world: SoakWorld, model: SoakModel
) -> None:
    operator.screen.customer_id = "u_zq005qz"  # type: ignore[attr-defined]
    model.owns[5] = {0}
    check_sight(operator, model, world)
