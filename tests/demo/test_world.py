from __future__ import annotations

import tracemalloc
from itertools import islice

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rctui.demo.crowd import Crowd
from rctui.demo.dataset.calendar import Calendar
from rctui.demo.dataset.draft import Shop
from rctui.demo.dataset.shop import opened_shop
from rctui.demo.world import World
from tests.simulated import NOW, PROJECT_URL, demo_app, demo_client

CALENDAR = Calendar(NOW)
CATALOGUE = opened_shop(CALENDAR)


def memory_of(customers: int) -> int:
    """Bytes that a project holds after one look at its list and one search in vain."""
    tracemalloc.start()
    try:
        world = World.seeded(customers=customers, now_ms=NOW)
        list(islice(world.profiles(), 101))
        assert list(world.with_email("nobody@example.com")) == []
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_a_hundred_thousand_customers_need_no_more_memory_than_a_few() -> None:
    memory_of(100)
    assert memory_of(100_000) < memory_of(100) + 100_000


async def test_the_last_page_of_a_hundred_thousand_is_reached_directly() -> None:
    app = demo_app(customers=100_000)
    last = app.state.world.crowd.id_of(app.state.world.crowd.size - 3)
    async with demo_client(app) as client:
        answer = await client.get(f"{PROJECT_URL}/customers", params={"starting_after": last})

    assert len(answer.json()["items"]) == 2
    assert answer.json()["next_page"] is None


def test_the_same_seed_number_and_moment_give_the_same_project() -> None:
    def told(seed: int) -> list[object]:
        world = World.seeded(seed, 80, now_ms=NOW)
        return [world.find(profile.id) for profile in world.profiles()]

    assert told(7) == told(7)
    assert told(7) != told(8)


@pytest.mark.parametrize("customers", [0, 400])
def test_a_project_has_as_many_customers_as_asked_for_but_always_the_named_ones(
    customers: int,
) -> None:
    world = World.seeded(customers=customers, now_ms=NOW)
    ids = [profile.id for profile in world.profiles()]

    assert len(ids) == len(set(ids)) == (customers or 49)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 50), st.integers(0, 99_999))
def test_one_of_the_crowd_is_found_by_each_name_and_identifier(seed: int, number: int) -> None:
    crowd = Crowd(seed, 100_000, Shop(CATALOGUE, CALENDAR))
    customer = crowd.customer(number)

    assert {crowd.number_of(alias) for alias in customer.aliases} == {number}
    assert crowd.profile(number) == customer.profile
    if customer.email:
        assert crowd.with_email(customer.email) == number
    stores = {row.store_identifier for row in customer.purchases} | {
        row.store_identifier for row in customer.subscriptions if row.store != "promotional"
    }
    assert {crowd.with_store_identifier(one or "") for one in stores} <= {number}
