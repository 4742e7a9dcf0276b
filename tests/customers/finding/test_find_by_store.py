"""A store's order or transaction id finds the customer, through at most six requests."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from rctui.customers.finding.find import FindCustomers
from rctui.customers.finding.lookup import (
    ATTEMPTS_AT_MOST,
    GetCustomer,
    SearchStore,
    plan,
    recognise,
)
from rctui.demo import effects
from tests.customers.test_catalogue_names import reader
from tests.simulated import demo_app

if TYPE_CHECKING:
    from rctui.customers.finding.find import Found
    from rctui.demo.server import SimulatedService

ORDER = "GPA.3310-0748-2431-02638"
BOUGHT_ONCE = "GPA.3310-0748-2431-02643"
APPLE = "200748243102640"


async def found(app: SimulatedService, text: str) -> Found:
    async with reader(app) as one:
        return await FindCustomers(text).run(one)


@pytest.mark.parametrize(
    "text",
    [ORDER, f"{ORDER}..3", BOUGHT_ONCE, APPLE, f"Hi, order {ORDER} does not work", f'"{ORDER}"'],
)
async def test_the_customer_behind_an_order(text: str) -> None:
    app = demo_app()
    result = await found(app, text)
    [match] = result.matches
    assert match.customer.id == "user_42"
    assert match.whole
    assert match.by.plain in text
    assert len(app.state.received) <= ATTEMPTS_AT_MOST


@pytest.mark.parametrize("among", ["subscriptions", "purchases"])
@pytest.mark.parametrize(
    "store",
    ["app_store", "mac_app_store", "play_store", "amazon", "stripe", "rc_billing", "paddle"],
)
async def test_every_store_s_own_id_leads_to_its_customer_alone_and_in_a_ticket(
    store: str, among: str
) -> None:
    app = demo_app()
    owner = app.state.world.find("every_store")
    assert owner is not None
    [row, *_] = [one for one in getattr(owner, among) if one.store == store]
    for text in (row.store_identifier, f"Hello, my payment {row.store_identifier}, please help"):
        [match] = (await found(app, text)).matches
        assert match.customer.id == "every_store"
        assert match.by.plain == row.store_identifier


@pytest.mark.parametrize(
    "id_",
    [
        "txRcb00042072390343..1746748685",
        "txRcb00042072390343.1746748685",
        "q1YqVrJSSs7P1UvMTazKz9PLTCwoTswtyEktM9JLrShIzCvOzM:1:11",
    ],
)
def test_other_forms_of_a_store_s_id_are_searched_for_as_they_are(id_: str) -> None:
    attempts = plan(recognise(id_).candidates)
    assert {SearchStore(id_, "subscriptions"), SearchStore(id_, "purchases")} <= set(attempts)


def test_an_amazon_account_is_an_app_user_id_and_no_receipt() -> None:
    id_ = "amzn1.account.AGM6GZJB6GO42REKZDL33HG7GEJA"
    assert plan(recognise(id_).candidates) == (GetCustomer(id_),)


async def test_nobody_has_this_order() -> None:
    result = await found(demo_app(), "GPA.0000-0000-0000-00000")
    assert result.matches == ()
    assert [one.what.plain for one in result.tried] == [
        "store id GPA.0000-0000-0000-00000 among subscriptions",
        "store id GPA.0000-0000-0000-00000 among purchases",
        "App User ID GPA.0000-0000-0000-00000",
    ]


async def test_a_key_that_may_not_search_purchases_still_finds_subscriptions() -> None:
    app = demo_app()
    app.state.faults.add(effects.failed(403), path="/purchases", times=None)
    result = await found(app, ORDER)
    assert [match.customer.id for match in result.matches] == ["user_42"]


async def test_a_customer_who_can_not_be_read_can_still_be_opened() -> None:
    app = demo_app()
    app.state.faults.add(effects.failed(403), operation="get_customer", times=None)
    [match] = (await found(app, ORDER)).matches
    assert match.customer.id == "user_42"
    assert not match.whole


def test_digits_may_be_an_app_user_id_and_are_tried_as_one_first() -> None:
    attempts = plan(recognise(APPLE).candidates)
    assert attempts[0] == GetCustomer(APPLE)
    assert set(attempts[1:]) == {
        SearchStore(APPLE, "subscriptions"),
        SearchStore(APPLE, "purchases"),
    }


def test_room_is_left_for_the_customer() -> None:
    text = " ".join(f"GPA.3310-0748-2431-0264{digit}" for digit in range(9))
    assert len(plan(recognise(text).candidates)) == ATTEMPTS_AT_MOST - 1
