"""What a project's configuration demands: tickets, limits, one level more or none."""

from __future__ import annotations

from rctui.customers.changes.write_rules import WriteRules
from tests.stories.writes.desk import Desk, to_review


async def test_a_project_that_wants_a_ticket_takes_nothing_without_one() -> None:
    desk = Desk(WriteRules(require_ticket=True))
    async with desk.program("user_42", size=(100, 30)) as operator:
        await operator.press("A", *"nick=bob", "enter")
        await operator.sees("This project wants one with every change.")
        await operator.press("enter")
        await operator.sees("A ticket is needed in this project.")
        await operator.press("space", "enter")
        await operator.sees("A ticket is needed in this project.")
        assert desk.writes == []
        await operator.press(*"T-9", "enter")
        await operator.sees("ticket    T-9")
        await operator.press("y")
        await operator.is_told("APPLIED: ")
    (operation,) = desk.operations
    assert operation.first.ticket == "T-9"


async def test_a_grant_over_the_limit_is_refused_at_its_field() -> None:
    desk = Desk(WriteRules(max_grant_days=31))
    async with desk.program("user_42", size=(100, 30)) as operator:
        await operator.press("G", *"plus", "enter", *"32", "enter", "enter")
        shown = await operator.sees("This project allows grants of 31 days at the most.")
        assert "Cancel" not in shown
        await operator.press("backspace", "1", "enter", "enter")
        await operator.sees("enter or esc  Cancel")
    assert desk.writes == []


async def test_a_credit_over_the_limit_is_refused_and_a_debit_is_not() -> None:
    desk = Desk(WriteRules(max_credit={"GLD": 50}))
    async with desk.program("user_42", size=(100, 30)) as operator:
        await operator.press("C", *"GLD+51", "enter", "enter", "enter")
        await operator.sees("This project allows credits of 50 GLD at the most.")
        await operator.press("escape")
        await to_review(operator, "C", *"GLD-60", "enter", "enter", "enter")
        await operator.press("y")
        await operator.is_told("Now: 20 GLD")
    assert len(desk.writes) == 1


async def test_high_risk_is_said_and_takes_the_challenge_for_a_grant() -> None:
    desk = Desk(WriteRules(high_risk=True))
    async with desk.program("user_42", size=(100, 30)) as operator:
        assert "HIGH RISK" in operator.screen.splitlines()[0]
        await operator.press("G", *"plus", "enter", "7", "enter", "enter")
        shown = await operator.sees("Type the App User ID: user_42")
        assert "HIGH RISK" in shown
        await operator.press("y", "enter")
        await operator.sees("Does not match: it is user_42.")
        await operator.press("backspace", *"user_42", "enter", "y")
        await operator.is_told("APPLIED: Grant plus")
    assert len(desk.writes) == 1


async def test_an_open_project_sends_small_changes_without_a_review_and_others_with_one() -> None:
    desk = Desk(WriteRules(no_review_for_small=True))
    async with desk.program("user_42", size=(100, 30)) as operator:
        await operator.press("A", *"nick=bob", "enter", "enter")
        await operator.is_told("APPLIED: Set nick")
        assert len(desk.writes) == 1
        await to_review(operator, "C", *"GLD+5", "enter", "enter", "enter")
    assert len(desk.writes) == 1
    assert desk.customer("user_42").attributes["nick"].value == "bob"
