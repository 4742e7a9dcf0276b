"""An id that an eye takes for another one is said to do so before anything is written to it."""

from __future__ import annotations

import pytest

from rctui.demo.routes.customers import new_customer
from tests.simulated import NOW
from tests.stories.writes.desk import Desk, to_review

CREDIT = ("C", *"GLD+5", "enter", "enter", "enter")
LOOKS_LIKE_ANN = "\N{CYRILLIC SMALL LETTER A}nn_42"


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_a_review_says_that_an_id_looks_like_another(size: tuple[int, int]) -> None:
    desk = Desk()
    desk.server.state.world.add(new_customer(LOOKS_LIKE_ANN, NOW))
    async with desk.program(LOOKS_LIKE_ANN, size=size) as operator:
        await to_review(operator, *CREDIT)
        shown = await operator.sees("Careful:", "mixes Latin and Cyrillic letters")
        assert "y  Run it" in shown
    assert desk.writes == []


async def test_a_review_for_an_id_that_is_plain_to_see_does_not() -> None:
    desk = Desk()
    async with desk.program("user_42") as operator:
        await to_review(operator, *CREDIT)
        assert "Careful" not in operator.screen
