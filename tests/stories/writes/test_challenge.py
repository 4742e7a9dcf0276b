"""Level 3: what must be typed, what counts, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from rctui.demo.dataset.draft import anonymous_id
from tests.stories.writes.desk import Desk, at_once

if TYPE_CHECKING:
    from tests.stories.program import Operator

TO_REVIEW = {
    "T": ("T", *"coins_missing", "enter", "enter", "enter"),
    "D": ("D", *"gdpr", "enter"),
    "B": ("B", *"fraud", "enter"),
}


async def open_review(operator: Operator, key: str) -> str:
    at_once(operator, *TO_REVIEW[key])
    return await operator.sees("Type it to go on. esc cancels.")


@pytest.mark.parametrize("key", TO_REVIEW)
async def test_without_the_id_nothing_runs(key: str) -> None:
    desk = Desk()
    async with desk.program("user_42") as operator:
        shown = await open_review(operator, key)
        assert "Type the App User ID: user_42" in shown
        await operator.press(*"user_4", "enter", "y")
        assert "Type it to go on" in operator.screen
        await operator.press("backspace", "backspace", *"T2", "enter", "y")
        assert "Type it to go on" in operator.screen
        await operator.press("escape")
        await operator.sees("Ticket", "at the last field")
    assert desk.writes == []


@pytest.mark.parametrize("key", TO_REVIEW)
async def test_with_the_id_enter_leads_to_the_question_and_y_runs_it(key: str) -> None:
    desk = Desk()
    async with desk.program("user_42", size=(100, 30)) as operator:
        await open_review(operator, key)
        await operator.press(*"user_42", "enter")
        await operator.sees("y  Run it in Skylark Demo     enter or esc  Cancel")
        assert desk.writes == []
        await operator.press("y")
        await operator.is_told("APPLIED: ")
    assert len(desk.writes) == 1


@pytest.mark.parametrize("key", TO_REVIEW)
async def test_enter_twice_cancels(key: str) -> None:
    desk = Desk()
    async with desk.program("user_42") as operator:
        await open_review(operator, key)
        await operator.press(*"user_42", "enter")
        await operator.sees("enter or esc  Cancel")
        await operator.press("enter")
        await operator.sees("Ticket", "at the last field")
    assert desk.writes == []


@pytest.mark.parametrize(("key", "counts"), [("T", True), ("D", False), ("B", False)])
async def test_a_paste_counts_for_a_transfer_but_not_for_block_and_delete(
    key: str, counts: bool
) -> None:
    desk = Desk()
    async with desk.program("user_42") as operator:
        await open_review(operator, key)
        await operator.paste("user_42\n")
        await operator.press("enter")
        asked = "y  Run it in" if counts else "Type it to go on"
        await operator.sees(asked)
    assert desk.writes == []


async def test_esc_leads_back_to_the_form_with_what_was_typed() -> None:
    desk = Desk()
    async with desk.program("user_42") as operator:
        await open_review(operator, "D")
        await operator.press("escape")
        await operator.sees("Delete user_42", "gdpr")
        await operator.press("enter")
        await operator.sees("ticket    gdpr", "Type the App User ID")


async def test_an_id_that_is_long_is_known_by_its_end() -> None:
    desk = Desk()
    customer_id = anonymous_id("never logged in")
    async with desk.program(customer_id) as operator:
        shown = await open_review(operator, "B")
        assert f"Type the last characters of the App User ID: {customer_id[-6:]}" in shown
        await operator.press(*customer_id[-6:], "enter", "y")
        await operator.is_told("APPLIED: Block")
    assert len(desk.writes) == 1
