"""Which clue led to whom, and which led to nobody."""

from __future__ import annotations

import pytest

from rctui.customers.finding.find import FindCustomers, Found
from tests.customers.test_catalogue_names import reader
from tests.simulated import demo_app

ORDER = "GPA.3310-0748-2431-02638"


async def found(text: str) -> Found:
    async with reader(demo_app()) as one:
        return await FindCustomers(text).run(one)


async def test_whom_an_order_names_comes_first_and_every_row_says_which_clue_led_to_it() -> None:
    result = await found(f"order {ORDER}..3 mail kim.park@example.com")
    told = [(one.customer.id, one.by.plain) for one in result.matches]
    assert told[0] == ("user_42", ORDER)
    assert {by for _, by in told[1:]} == {"kim.park@example.com"}
    assert len(told) == 4
    assert result.missed == ()


async def test_a_customer_that_two_clues_lead_to_is_one_row_with_both() -> None:
    result = await found(f"{ORDER} and user id: user_42, mail kim.park@example.com")
    user = result.matches[0]
    assert user.customer.id == "user_42"
    assert set(user.by.plain.split(", ")) == {ORDER, "App User ID"}
    assert user.whole
    assert user.row is not None


async def test_a_clue_that_leads_nowhere_is_named() -> None:
    result = await found("kim.park@example.com or nobody.here@example.com")
    assert len(result.matches) == 3
    assert [one.plain for one in result.missed] == ["nobody.here@example.com"]


@pytest.mark.parametrize(
    ("order", "among"),
    [(ORDER, "subscriptions"), ("GPA.3310-0748-2431-02643", "purchases")],
)
async def test_an_order_tells_which_row_it_stands_for(order: str, among: str) -> None:
    [match] = (await found(order)).matches
    assert match.row is not None
    assert match.row.among == among
    assert match.row.store_id == order
    assert match.row.row_id
    assert match.row.product_id


async def test_an_alias_is_named_as_the_clue_it_was() -> None:
    result = await found("user id: phone_first_login, user id: kim_phone")
    assert {one.by.plain for one in result.matches} == {"App User ID"}
