"""A key that reads customers and nothing else: what is refused says so, and only that."""

from __future__ import annotations

import pytest

from rctui.demo.effects import refused
from rctui.demo.faults import Faults
from rctui.demo.identity import CUSTOMERS_ONLY_KEY
from rctui.demo.problems import missing_permission
from rctui.tui.customer.tabs import TABS
from tests.stories.program import hurried_demo, program

NEEDS = {
    2: "customer_information:subscriptions:read",
    3: "customer_information:purchases:read",
    6: "customer_information:invoices:read",
    7: "customer_information:purchases:read",
}


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_exactly_the_tabs_that_need_more_say_what_they_need(size: tuple[int, int]) -> None:
    opening = hurried_demo(Faults(), key=CUSTOMERS_ONLY_KEY)
    async with program(opening, text="paid_no_entitlement", size=size) as operator:
        await operator.sees("Olu Adeyemi")
        shown = await operator.settles()
        for tab in TABS[:7]:
            marked = f"{tab.short}!" in shown or f"{tab.title}!" in shown
            assert marked == (tab.number in NEEDS), shown
        assert operator.verdict.startswith("No access. Can't tell why: subscriptions not readable")
        assert "customer_information:subscriptions:read" in operator.verdict
        for tab in TABS:
            await operator.press(str(tab.number))
            await operator.settles()
            if tab.number in NEEDS:
                assert operator.state == f"Not allowed: this key needs {NEEDS[tab.number]}."
            else:
                assert "Not allowed" not in operator.state
                assert "as of" in operator.screen


async def test_a_refused_list_is_never_taken_for_an_empty_one() -> None:
    opening = hurried_demo(Faults(), key=CUSTOMERS_ONLY_KEY)
    async with program(opening, text="coins_missing", size=(120, 40)) as operator:
        await operator.sees("Can't tell why")
        await operator.press("up", "enter")
        why = await operator.sees("verdict")
        assert "subscriptions: none" not in why
        assert "purchases: none" not in why
        assert "not readable (needs" in why
        await operator.press("escape", "9")
        profile = await operator.settles()
        assert "PROD 0" not in profile


async def test_a_permission_given_later_is_noticed_by_a_reload() -> None:
    faults = Faults()
    lacking = refused(missing_permission("customer_information:subscriptions:read"))
    faults.add(lacking, operation="list_subscriptions")
    async with program(hurried_demo(faults), text="paid_no_entitlement") as operator:
        await operator.sees("Can't tell why", "2 Subs!")
        await operator.press("2", "r")
        shown = await operator.sees("No access although")
        assert "Subs]!" not in shown
        assert "Max monthly" in shown
