"""Which clue of a ticket led to whom, and whoever is not found because they are blocked."""

from __future__ import annotations

import pytest

from rctui.tui.app import RctuiApp
from tests.stories.program import Operator, demo, program

SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 40)])
TICKET = "order GPA.3310-0748-2431-02638..3 mail kim.park@example.com"


def requests_of(operator: Operator) -> int:
    app = operator.app
    assert isinstance(app, RctuiApp)
    return len(app.session.activity.newest_first())


@SIZES
async def test_every_row_of_a_choice_says_which_clue_led_to_it(size: tuple[int, int]) -> None:
    async with program(demo(customers=40), size=size) as operator:
        await operator.sees("user_42")
        await operator.paste(TICKET)
        await operator.sees("enter tries: kim.park@example.com, GPA.3310-0748-2431-02638")
        await operator.press("enter")
        shown = await operator.sees("4 customers match", "FOUND BY", "ACCESS")
        assert "not loaded" not in shown
        rows = shown.partition("FOUND BY")[2].splitlines()[1:5]
        assert "user_42" in rows[0]
        assert "02638" in rows[0]
        assert all("kim" in row.split()[0] and "kim.par" in row for row in rows[1:])


async def test_a_clue_that_led_nowhere_is_named() -> None:
    async with program(demo(customers=40)) as operator:
        await operator.sees("user_42")
        await operator.finds("kim.park@example.com or nobody.here@example.com")
        await operator.sees("3 customers match", "Nobody found by: nobody.here@example.com")


@SIZES
@pytest.mark.parametrize(
    ("order", "words", "tab"),
    [
        ("GPA.3310-0748-2431-02638", "a payment of Pro monthly (tab 2)", 2),
        ("GPA.3310-0748-2431-02643", "a purchase of", 3),
    ],
)
async def test_an_order_leads_to_its_row(
    order: str, words: str, tab: int, size: tuple[int, int]
) -> None:
    async with program(demo(customers=40), size=size) as operator:
        await operator.sees("user_42")
        await operator.finds_customer(order, "user_42")
        await operator.sees(f"looked up {order}: {words}")
        assert operator.customer.tab.number == tab
        assert operator.row.id == operator.customer.sought.row_id  # type: ignore[union-attr]
        await operator.press("1", "down")
        assert operator.customer.tab.number == 1


@SIZES
async def test_an_id_that_is_not_found_because_it_is_blocked_is_said_to_be(
    size: tuple[int, int],
) -> None:
    async with program(demo(customers=40), size=size) as operator:
        await operator.sees("customers: 49")
        before = requests_of(operator)
        await operator.finds("stolen_cards_ltd")
        await operator.sees("Not found.", "stolen_cards_ltd is blocked since", "U frees it.")
        assert requests_of(operator) == before + 2
        await operator.press("escape", "b")
        await operator.sees("stolen_cards_ltd", "of 100 blocked")


async def test_the_block_list_is_not_asked_for_where_somebody_is_found() -> None:
    async with program(demo(customers=40)) as operator:
        await operator.sees("customers: 49")
        await operator.finds_customer("user_42", "user_42")
        app = operator.app
        assert isinstance(app, RctuiApp)
        asked = [one.path for one in app.session.activity.newest_first()]
        assert not [path for path in asked if "blocked" in path]


async def test_whoever_is_only_not_there_is_not_called_blocked() -> None:
    async with program(demo(customers=40)) as operator:
        await operator.sees("customers: 49")
        await operator.finds("nobody_at_all")
        await operator.sees("Not found.")
        assert "blocked" not in await operator.settles()
