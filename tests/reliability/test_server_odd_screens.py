"""The screens on a server whose answers hold odd values everywhere."""

from __future__ import annotations

import pytest

from tests.reliability.recorded import Sprinkled, opened_on
from tests.stories.program import Operator, program

CUSTOMERS = ("user_42", "coins_missing", "goodwill_month", "default_user")


async def look_at_everything(operator: Operator) -> None:
    """Every tab, its first row in detail and as JSON."""
    for tab in "123456789":
        await operator.press(tab)
        await operator.settles()
        for key in ("enter", "v"):
            layers = len(operator.app.screen_stack)
            await operator.press(key)
            await operator.settles()
            if len(operator.app.screen_stack) > layers:
                await operator.press("escape")
        await operator.press("end", "home")


async def stroll(seed: int) -> None:
    customer_id = CUSTOMERS[seed % len(CUSTOMERS)]
    share = (0.02, 0.1, 0.3)[seed % 3]
    async with program(opened_on(Sprinkled(seed, share)), size=(120, 40)) as operator:
        await operator.settles()
        await operator.finds(customer_id)
        await operator.sees("Customer", customer_id)
        await look_at_everything(operator)
        await operator.press("b")
        await operator.settles()
        await operator.press("escape", "exclamation_mark")
        await operator.sees("GET", "200", "requests in this run")


@pytest.mark.parametrize("seed", [0, 1])
async def test_odd_values_everywhere_are_shown_and_nothing_breaks(seed: int) -> None:
    await stroll(seed)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(2, 42))
async def test_forty_more_odd_servers_break_nothing(seed: int) -> None:
    await stroll(seed)
