"""What a dialog finds out by itself while it is open: the block list's length, the target."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from rctui.demo.effects import failed, held
from rctui.demo.hold import Hold
from tests.stories.writes.desk import Desk, at_once

if TYPE_CHECKING:
    from tests.stories.program import Operator


def fill_block_list(desk: Desk, count: int) -> None:
    """Have the project block other ids until there are so many."""
    blocked = desk.world.blocked
    blocked |= {f"spam_{n}": 1 for n in range(count - len(blocked))}


async def name_target(operator: Operator, target: str) -> None:
    """Name a target and leave the field."""
    at_once(operator, "T")
    await operator.sees("To the customer")
    await operator.paste(target)
    await operator.press("tab")


async def test_the_block_dialog_counts_those_that_are_blocked() -> None:
    desk = Desk()
    fill_block_list(desk, 97)
    async with desk.program("chargeback_farm", size=(100, 30)) as operator:
        await operator.press("B")
        await operator.sees("97 of 100 are blocked now.")
    assert desk.writes == []


async def test_a_hundredth_and_first_block_is_refused_before_any_review() -> None:
    desk = Desk()
    fill_block_list(desk, 100)
    async with desk.program("chargeback_farm", size=(100, 30)) as operator:
        await operator.press("B")
        await operator.sees("100 of 100 are blocked: no more are taken.")
        await operator.press("enter")
        shown = await operator.sees("Unblock one first.")
        assert "Type the App User ID" not in shown
    assert desk.writes == []
    assert desk.operations == ()


async def test_a_full_list_stops_the_block_even_where_the_dialog_did_not_know_it() -> None:
    desk = Desk()
    fill_block_list(desk, 100)
    desk.faults.add(failed(422), operation="list_blocked_customers", times=1)
    async with desk.program("chargeback_farm", size=(100, 30)) as operator:
        await operator.press("B")
        await operator.sees("How many are blocked now: not known")
        await operator.press("enter")
        shown = await operator.sees("100 of 100 are blocked: no more are taken.")
        assert "Type the App User ID" not in shown
    assert desk.writes == []


async def test_until_the_list_has_come_it_is_said_not_to_be_loaded() -> None:
    desk = Desk()
    hold = Hold()
    desk.faults.add(held(hold), operation="list_blocked_customers", times=1)
    async with desk.program("chargeback_farm", size=(100, 30)) as operator:
        await operator.press("B")
        await operator.sees("How many are blocked now: not loaded yet.")
        hold.release()
        await operator.sees(" of 100 are blocked now.")


@pytest.mark.parametrize("size", [(80, 30), (120, 40), (200, 60)])
async def test_the_target_is_shown_as_it_is_now_once_its_field_is_left(
    size: tuple[int, int],
) -> None:
    desk = Desk()
    async with desk.program("goodwill_month", size=size) as operator:
        await name_target(operator, "user_42")
        shown = await operator.sees("What moves", "The target now", "The target has access to")
        head = next(line for line in shown.splitlines() if "What moves" in line)
        assert ("The target now" in head) is (size[0] >= 100)
    assert desk.writes == []


async def test_a_target_that_is_not_there_is_refused_in_the_dialog() -> None:
    desk = Desk()
    async with desk.program("goodwill_month", size=(100, 30)) as operator:
        await name_target(operator, "nobody_of_that_name")
        await operator.sees("There is no customer 'nobody_of_that_name'.")
        await operator.press("tab", "enter")
        await operator.sees("Case and every character count.")
    assert desk.writes == []


async def test_an_alias_of_the_customer_is_no_target_even_where_aliases_are_not_loaded() -> None:
    desk = Desk()
    desk.faults.add(failed(422), operation="list_aliases", times=1)
    async with desk.program("alias_soup", size=(100, 30)) as operator:
        await name_target(operator, "cust-0091")
        await operator.sees("'cust-0091' is 'alias_soup': the same customer.")
    assert desk.writes == []


async def test_another_target_takes_the_place_of_one_that_was_still_looked_up() -> None:
    desk = Desk()
    hold = Hold()
    desk.faults.add(
        held(hold), path="/customers/delete_me_please", operation="get_customer", times=1
    )
    async with desk.program("goodwill_month", size=(100, 30)) as operator:
        await name_target(operator, "delete_me_please")
        await operator.press("shift+tab", "home", "ctrl+k")
        await operator.paste("user_42")
        await operator.press("tab")
        hold.release()
        await operator.sees("goodwill_month to user_42", "The target has access to pro")
    assert desk.writes == []
