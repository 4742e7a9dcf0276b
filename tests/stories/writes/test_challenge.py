"""Level 3: what must be typed, what counts, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from rctui.customers.changes.write_rules import WriteRules
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
        await operator.press(*"user_4", "enter")
        assert "Type it to go on" in operator.screen
        await operator.press("y")
        assert "Does not match: it is user_42." in operator.screen
        await operator.press("backspace", "backspace", *"T2", "enter", "y")
        assert "Does not match: it is user_42." in operator.screen
        await operator.press("escape")
        await operator.sees("Ticket", "at the end to a review")
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
        await operator.sees("Ticket", "at the end to a review")
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


async def test_a_large_credit_is_confirmed_by_its_amount() -> None:
    desk = Desk()
    async with desk.program("user_42", size=(100, 30)) as operator:
        at_once(operator, "C", *"GLD+10001", "enter", "enter", "enter")
        await operator.sees("A large credit. Type its amount: 10001")
        await operator.paste("10001")
        await operator.press("enter", "y")
        assert desk.writes == []
        await operator.press("ctrl+u", *"1001", "enter", "y")
        assert desk.writes == []
        await operator.press("ctrl+u", *"10001", "enter")
        await operator.sees("y  Run it in Skylark Demo")
        await operator.press("y")
        await operator.is_told("APPLIED: ")
    assert desk.balance("user_42") == 80 + 10001


@pytest.mark.parametrize(
    ("amount", "limits"), [("+10000", {}), ("=5000", {}), ("+10001", {"GLD": 20000})]
)
async def test_other_credits_need_no_typing(amount: str, limits: dict[str, int]) -> None:
    desk = Desk(rules=WriteRules(max_credit=limits))
    async with desk.program("user_42", size=(100, 30)) as operator:
        at_once(operator, "C", *f"GLD{amount}", "enter", "enter", "enter")
        await operator.sees("y  Run it in Skylark Demo     enter or esc  Cancel")


async def test_a_balance_that_is_set_is_said_with_the_credit_that_makes_it() -> None:
    desk = Desk()
    async with desk.program("user_42", size=(100, 30)) as operator:
        at_once(operator, "C", *"GLD=1000", "enter", "enter", "enter")
        await operator.sees("Set GLD to 1000: credit 920 for user_42", "GLD: 80 → 1000 (+920)")
        await operator.press("y")
        await operator.is_told("APPLIED: ")
    assert desk.balance("user_42") == 1000
