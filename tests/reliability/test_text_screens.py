"""Hostile text through every screen, tab, dialog, review, notice and palette entry."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rctui.text.safe_text import in_place, safe
from tests.reliability.harmless import assert_harmless
from tests.reliability.hostile_text import MARKUP, SHORT
from tests.reliability.hostile_world import HOSTILE_ID, PLAIN_ID, hostile_service, with_long_values
from tests.stories.writes.desk import Desk

if TYPE_CHECKING:
    from tests.stories.program import Operator

TURNS: Final = 12
DIALOGS: Final = "GRTOACBD"
OVER_A_LIST: Final = ("enter", "v", "y", "slash")
EVERYWHERE: Final = (
    "colon", "exclamation_mark", "h", "b", "p", "question_mark", "a", "o", "w", "c", "x", "s",
)  # fmt: skip


async def looks_at(operator: Operator, *keys: str) -> None:
    """Open something, look at it, and close all that it opened."""
    for key in keys:
        await operator.press(key)
        await operator.settles()
        assert_harmless(operator.app)
        await goes_back(operator, begins_with_esc=key == "slash")


async def tries(operator: Operator, key: str) -> None:
    """A dialog with its choices, what is wrong with it, and its review if there is one."""
    await operator.press(key)
    await operator.settles()
    assert_harmless(operator.app)
    for keys in (("down", "enter"), ("enter",), ("7", "enter"), ("enter",), ("enter",)):
        await operator.press(*keys)
        await operator.settles()
        assert_harmless(operator.app)
    await goes_back(operator)


async def goes_back(operator: Operator, *, begins_with_esc: bool = False) -> None:
    """Close layer after layer until the customer is seen again."""
    if begins_with_esc:
        await operator.press("escape")
    for _ in range(8):
        if operator.is_on(HOSTILE_ID):
            return
        await operator.press("escape")
        await operator.settles()
    raise AssertionError(f"no way back to the customer:\n{operator.screen}")


async def sees_everything(turn: int, size: tuple[int, int]) -> None:
    desk = Desk()
    desk.server = hostile_service(turn)
    async with desk.program(size=size) as operator:
        await operator.finds(PLAIN_ID)
        await operator.waits(lambda _: operator.is_on(HOSTILE_ID), HOSTILE_ID)
        await operator.settles()
        assert_harmless(operator.app)
        for tab in "123456789":
            await operator.press(tab)
            await operator.settles()
            await looks_at(operator, *OVER_A_LIST)
        await looks_at(operator, *EVERYWHERE)
        for key in DIALOGS:
            await tries(operator, key)
        await operator.press("q")
        await operator.settles()
        assert_harmless(operator.app)
    assert desk.writes == []


@pytest.mark.parametrize(
    ("turn", "size"),
    [(0, (80, 24)), pytest.param(1, (120, 40), marks=pytest.mark.soak)],
)
async def test_hostile_text_is_harmless_wherever_it_is_shown(
    turn: int, size: tuple[int, int]
) -> None:
    await sees_everything(turn, size)


@pytest.mark.soak
@pytest.mark.parametrize("turn", range(2, TURNS))
async def test_every_text_is_harmless_in_every_place(turn: int) -> None:
    await sees_everything(turn, (200, 60))


async def test_a_click_on_any_cell_of_a_review_but_its_answers_changes_nothing() -> None:
    desk = Desk()
    desk.server = hostile_service(0, tuple(MARKUP.values()))
    async with desk.program() as operator:
        await operator.finds(PLAIN_ID)
        await operator.waits(lambda _: operator.is_on(HOSTILE_ID), HOSTILE_ID)
        await operator.settles()
        await operator.press("A", *"nick=[@click", "enter", "enter")
        await operator.sees("enter or esc  Cancel", "[@click=app.quit]")
        review = operator.app.screen
        for y, line in enumerate(operator.screen.splitlines()):
            places = (
                [] if "Cancel" in line else [found.start() for found in re.finditer(r"\w+", line)]
            )
            for x in places[::3]:
                await operator._pilot.click(offset=(x, y))
        assert operator.app.screen is review
        assert desk.writes == []


async def test_a_long_value_is_cut_with_a_count_in_its_list_and_its_detail() -> None:
    desk = Desk()
    with_long_values(desk.server)
    async with desk.program("user_42") as operator:
        await operator.press("5", "enter")
        await operator.sees("a megabyte", "x" * 60)
        await operator.press("end")
        await operator.sees("+996000)")
        assert_harmless(operator.app)


@given(st.text() | st.sampled_from(list(SHORT.values())), st.integers(0, 200))
def test_a_field_shows_a_place_for_each_character_and_nothing_else(text: str, place: int) -> None:
    shown = in_place(text).plain
    assert len(shown) == len(text)
    assert safe(shown, limit=max(1, len(shown))).plain == shown
    assert in_place(text[:place]).plain == shown[:place]
