"""Whatever changes a customer, what is shown of them is read anew, and no ticket tells less."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from rctui.customers.changes.currencies import AdjustCurrencies
from rctui.demo import effects
from rctui.journal.entry import JournalEntry
from rctui.journal.states import Step
from rctui.tui.screens.copy_menu import CopyMenu
from tests.stories.many import ManyDesk
from tests.stories.writes.desk import Desk

if TYPE_CHECKING:
    from tests.stories.program import Operator

SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 40)])


async def playbook_done(operator: Operator) -> None:
    await operator.press("P")
    await operator.sees("Playbook for", "Outage make-good")
    await operator.press("enter")
    await operator.sees("ticket")
    await operator.press(*"T-77", "enter")
    await operator.sees("y  Run it in")
    await operator.press("y")
    await operator.sees("1 applied")


def balance_changed_elsewhere(desk: Desk, amount: int) -> None:
    """Another program writes to the same journal, and changes the customer."""
    change = AdjustCurrencies.of("user_42", {"GLD": amount}, key="k-1")
    desk.customer("user_42").balances["GLD"] += amount
    said = JournalEntry(
        "op-elsewhere",
        Step.ATTEMPTED,
        0,
        project=desk.opening.project.key,
        customer_id="user_42",
        change=change.data(),
        summary=f"Credit {amount} GLD",
    )
    for step in (Step.ATTEMPTED, Step.APPLIED):
        desk.journal.append(replace(said, step=step))


@SIZES
async def test_what_a_playbook_did_is_seen_on_the_customer_it_was_run_from(
    size: tuple[int, int],
) -> None:
    desk = ManyDesk()
    async with desk.program("user_42", size=size) as operator:
        await operator.press("7")
        await operator.sees("80", "GLD")
        await operator.press("1")
        await playbook_done(operator)
        await operator.press("q")
        await operator.sees("pro", "granted")
        await operator.press("7")
        await operator.sees("580", "GLD")


async def test_a_ticket_is_told_of_a_change_only_with_what_came_of_it() -> None:
    desk = Desk()
    async with desk.program("user_42") as operator:
        await operator.press("7")
        await operator.sees("80", "GLD")
        balance_changed_elsewhere(desk, 500)
        await operator.press("c")
        await operator.sees("Copy what?")
        menu = operator.app.screen
        assert isinstance(menu, CopyMenu)
        assert all("Credit 500 GLD" in one.value for one in menu.choices.values())
        await operator.press("escape")
        await operator.sees("580", "GLD")


async def test_a_ticket_is_told_nothing_where_a_changed_customer_can_not_be_read() -> None:
    desk = Desk()
    async with desk.program("user_42") as operator:
        balance_changed_elsewhere(desk, 500)
        desk.faults.add(effects.failed(500), operation="get_customer", times=None)
        await operator.press("c")
        await operator.settles()
        assert not isinstance(operator.app.screen, CopyMenu)
        await operator.press("c")
        await operator.is_told("It changed after it was loaded, and can't be read anew.")
        desk.faults.clear()
        await operator.press("r")
        await operator.settles()
        await operator.press("c")
        await operator.sees("Copy what?")
