"""Playbooks: several steps in one review, in order, stopped by a failure, resumed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from rctui.customers.changes.write_rules import WriteRules
from rctui.demo import effects
from tests.stories.many import ManyDesk

if TYPE_CHECKING:
    from tests.stories.program import Operator


async def reviewed(operator: Operator, ticket: str = "T-77") -> str:
    """From the customer to the review of the first playbook."""
    await operator.press("P")
    await operator.sees("Playbook for", "Outage make-good")
    await operator.press("enter")
    await operator.sees("ticket")
    await operator.type(ticket)
    await operator.press("enter")
    return await operator.sees("y  Run it in")


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_all_steps_in_one_review_and_then_in_order(size: tuple[int, int]) -> None:
    desk = ManyDesk()
    async with desk.program("user_42", size=size) as operator:
        shown = await reviewed(operator)
        assert "Grant pro to user_42" in shown
        assert 'Set support_case to "T-77"' in shown
        assert desk.writes == []
        await operator.press("y")
        await operator.sees("1 applied")
    assert [one.operation for one in desk.applied] == [
        "grant_entitlement",
        "set_attributes",
        "create_currency_transaction",
    ]
    assert desk.balance("user_42") == 580
    assert {one.first.ticket for one in desk.operations} == {"T-77"}


@pytest.mark.parametrize("key", ["enter", "escape", "n"])
async def test_whoever_declines_the_review_is_back_at_the_customer(key: str) -> None:
    desk = ManyDesk()
    async with desk.program("user_42") as operator:
        await reviewed(operator)
        await operator.press(key)
        await operator.sees("| Customer", "Nothing was sent.")
        await operator.press("colon")
        await operator.type("plan")
        assert "Back to Outage" not in await operator.settles()
    assert desk.writes == []


async def test_it_stops_at_the_first_failure_and_goes_on_from_there() -> None:
    desk = ManyDesk()
    async with desk.program("user_42") as operator:
        await reviewed(operator)
        desk.faults.add(effects.failed(500), operation="set_attributes", times=None)
        await operator.press("y")
        await operator.sees("1 UNKNOWN")
        assert "create_currency_transaction" not in [one.operation for one in desk.writes]
        desk.faults.clear()
        # Nobody knows whether the attribute was set: it has no key, so a person must look.
        await operator.press("h")
        await operator.sees("unconfirmed: 1")
        await operator.press("X")
        await operator.sees("y  ")
        await operator.press("y")
        await operator.waits(lambda _: not any(one.is_open for one in desk.operations), "settled")


@pytest.mark.parametrize(
    "rules", [WriteRules(max_credit={"GLD": 100}), WriteRules(max_grant_days=3)]
)
async def test_limits_hold(rules: WriteRules) -> None:
    desk = ManyDesk(rules=rules)
    async with desk.program("user_42") as operator:
        await operator.press("P", "enter")
        await operator.sees("ticket")
        await operator.press(*"T-1", "enter")
        await operator.sees("1 LEFT OUT", "Nothing is left to send")
        await operator.press("S")
        await operator.is_told("No row of this plan is left")
    assert desk.writes == []


async def test_a_ticket_is_asked_for_where_one_is_required() -> None:
    desk = ManyDesk(rules=WriteRules(require_ticket=True))
    async with desk.program("user_42") as operator:
        await operator.press("P", "enter")
        await operator.sees("ticket")
        await operator.press("enter")
        await operator.sees("This project wants a ticket")
    assert desk.writes == []


async def test_read_only_says_so() -> None:
    desk = ManyDesk(read_only=True)
    async with desk.program("user_42") as operator:
        await reviewed_in_vain(operator)
    assert desk.writes == []


async def reviewed_in_vain(operator: Operator) -> None:
    await operator.press("P")
    await operator.is_told("READ-ONLY")


async def test_an_empty_ticket_never_empties_an_attribute() -> None:
    desk = ManyDesk()
    async with desk.program("user_42") as operator:
        await operator.press("P", "enter")
        await operator.sees("Goes into the journal")
        await operator.press("enter")
        await operator.sees("The ticket goes into 'support_case', and there is none.", "Type one.")
        await operator.type("T-1")
        await operator.press("enter")
        await operator.sees('Set support_case to "T-1"', "y  Run it in")
    assert desk.writes == []
