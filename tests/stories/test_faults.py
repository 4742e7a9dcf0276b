"""Every way in which one list can fail: words that say what to do, and the other tabs unharmed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from rctui.api.bodies import BODY_LIMIT
from rctui.demo.effects import (
    cut_before,
    cut_short,
    failed,
    garbage,
    gateway_page,
    huge,
    refused,
    truncated,
)
from rctui.demo.faults import Faults
from rctui.demo.problems import missing_permission
from tests.stories.program import hurried_demo, program

if TYPE_CHECKING:
    from rctui.demo.effects import Effect


@dataclass(frozen=True)
class Fault:
    """What happens to one list, and what the operator must read."""

    name: str
    effect: Effect
    what: str
    next_step: str


FAULTS = [
    Fault("401", failed(401), "API key", "Check the project's API key"),
    Fault(
        "403",
        refused(missing_permission("customer_information:purchases:read")),
        "Not allowed",
        "this key needs customer_information:purchases:read",
    ),
    Fault("404", failed(404), "Failed:", "Check the id"),
    Fault("423", failed(423), "Failed:", "Try again in a moment"),
    Fault("429", failed(429), "Failed:", "Wait a minute"),
    Fault("500", failed(500), "Failed:", "Try again later; quote the request id"),
    Fault("502 page", gateway_page(), "502", "Try again later"),
    Fault("cut before", cut_before(), "The answer was lost", "Check the network"),
    Fault("cut within", cut_short(40), "The answer was lost", "Check the network"),
    Fault("garbage", garbage(), "Failed:", "a proxy may be answering"),
    Fault("truncated", truncated(90), "Failed:", "Check the project's base_url"),
    Fault("huge", huge(BODY_LIMIT + 1), "larger than 8 MiB", "Check the project's base_url"),
]


@pytest.mark.parametrize("first", range(0, len(FAULTS), 4))
async def test_one_list_fails_in_words_and_the_others_are_unharmed(first: int) -> None:
    faults = Faults()
    async with program(hurried_demo(faults), text="coins_missing", size=(200, 40)) as operator:
        await operator.sees("No access: 2 purchases")
        for fault in FAULTS[first : first + 4]:
            rule = faults.add(fault.effect, operation="list_purchases", times=None)
            await operator.finds_customer("goodwill_month", "goodwill_month")
            assert rule.fired >= 1, fault.name
            assert "Purchases!" in operator.screen, fault.name
            assert operator.screen.splitlines()[0].count("as of") == 1
            assert operator.verdict.startswith("Has "), operator.verdict
            await operator.press("3")
            await operator.settles()
            assert fault.what in operator.state, fault.name
            assert fault.next_step in operator.state, fault.name
            assert "none" not in operator.state
            for tab in "12456":
                await operator.press(tab)
                await operator.settles()
                assert "as of" in operator.screen, fault.name
                assert fault.what not in operator.state, fault.name
            faults.clear()
            await operator.press("3", "r")
            await operator.settles()
            assert "Purchases!" not in operator.screen, fault.name


async def test_a_reload_that_fails_keeps_the_rows_and_says_how_old_they_are() -> None:
    faults = Faults()
    async with program(hurried_demo(faults), text="user_42", size=(120, 40)) as operator:
        await operator.sees("Has pro until")
        await operator.press("3")
        await operator.settles()
        faults.add(failed(500), operation="list_purchases", times=None)
        await operator.press("r")
        shown = await operator.sees("Failed:", "rows as of", "tries again")
        assert "Phrase book" in shown
        assert "Purchases]!" in shown


async def test_a_customer_that_fails_says_so_in_place_of_a_verdict() -> None:
    faults = Faults()
    async with program(hurried_demo(faults), size=(120, 40)) as operator:
        await operator.sees("user_42")
        faults.add(failed(500), operation="get_customer", times=None)
        await operator.press("down", "enter")
        await operator.sees("Access: can't tell.", "Try again later")
        await operator.press("2")
        assert "as of" in await operator.settles()
        faults.clear()
        await operator.press("1", "r")
        await operator.sees("Has pro until", "Ann Lee")


async def test_a_project_that_can_not_be_listed_can_still_be_searched() -> None:
    faults = Faults()
    faults.add(failed(500), operation="list_customers", times=None)
    async with program(hurried_demo(faults)) as operator:
        shown = await operator.sees("Try again later")
        assert "customers not loaded" in shown
        await operator.finds_customer("user_42", "user_42")
        assert "Has pro until" in operator.verdict


async def test_a_search_that_fails_is_not_a_customer_that_does_not_exist() -> None:
    faults = Faults()
    faults.add(failed(401), operation="get_customer", times=None)
    async with program(hurried_demo(faults)) as operator:
        await operator.sees("user_42")
        await operator.finds("user_42")
        shown = await operator.sees("Check the project's API key")
        assert "Not found" not in shown
