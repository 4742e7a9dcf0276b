"""Leaving while a write is under way loses nothing and repeats nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from rctui.demo.effects import cut_after, held
from rctui.demo.hold import Hold
from tests.stories.writes.desk import Desk, fill_in, run
from tests.stories.writes.every_write import EVERY_WRITE

if TYPE_CHECKING:
    from tests.stories.program import Operator

CREDIT = next(write for write in EVERY_WRITE if write.name == "transaction")
GRANT = next(write for write in EVERY_WRITE if write.name == "grant")


async def to_find(operator: Operator) -> None:
    await operator.press("q")
    await operator.sees("Find")


async def to_another_customer(operator: Operator) -> None:
    await operator.finds_customer("goodwill_month", "goodwill_month")


async def to_another_project(operator: Operator) -> None:
    await operator.press("p", "down", "enter")
    await operator.sees("Another Project | Find")


@pytest.mark.parametrize("leave", [to_find, to_another_customer, to_another_project])
@pytest.mark.parametrize("write", [CREDIT, GRANT], ids=lambda write: write.name)
async def test_leaving_does_not_stop_a_write(write, leave) -> None:  # type: ignore[no-untyped-def]
    desk, hold = Desk(), Hold()
    desk.faults.add(held(hold), operation=write.operation)
    async with desk.program("user_42", size=(120, 40)) as operator:
        await run(operator, write)
        await hold.reached()
        assert desk.states == ["attempted"]
        await leave(operator)
        assert "1 under way" in operator.screen
        hold.release()
        await operator.is_told("APPLIED: ")
        assert "under way" not in await operator.settles()
    assert len(desk.writes) == 1
    assert desk.states == ["applied"]


async def test_an_end_in_another_project_says_which_one() -> None:
    desk, hold = Desk(), Hold()
    desk.faults.add(held(hold), operation="get_customer", path="user_42", nth=3)
    desk.faults.add(cut_after(), operation=GRANT.operation, times=None)
    async with desk.program("user_42", size=(120, 40)) as operator:
        await run(operator, GRANT)
        await hold.reached()
        await to_another_project(operator)
        hold.release()
        shown = await operator.sees("UNKNOWN: Grant pro", "project Skylark Demo")
        assert "UNCONFIRMED" not in shown.splitlines()[0]
    assert desk.states == ["unknown"]


async def test_quitting_waits_for_a_write() -> None:
    desk, hold = Desk(), Hold()
    desk.faults.add(held(hold), operation=CREDIT.operation)
    async with desk.program("user_42") as operator:
        await run(operator, CREDIT)
        await hold.reached()
        await operator.press("q")
        await operator.sees("Find")
        await operator.press("escape", "q")
        assert desk.states == ["attempted"]
        hold.release()
    assert len(desk.writes) == 1
    assert desk.states == ["applied"]
    assert desk.balance("user_42") == 580


async def test_the_same_change_again_is_not_sent_while_it_is_under_way() -> None:
    desk, hold = Desk(), Hold()
    desk.faults.add(held(hold), operation=CREDIT.operation)
    async with desk.program("user_42", size=(120, 40)) as operator:
        await run(operator, CREDIT)
        await hold.reached()
        await run(operator, CREDIT)
        await operator.is_told("This change is being sent already")
        hold.release()
        await operator.is_told("APPLIED: ")
    assert len(desk.writes) == 1
    assert desk.balance("user_42") == 580


async def test_that_it_is_being_sent_goes_when_its_end_is_told() -> None:
    desk, hold = Desk(), Hold()
    desk.faults.add(held(hold), operation=CREDIT.operation)
    async with desk.program("user_42", size=(120, 40)) as operator:
        await run(operator, CREDIT)
        await operator.sees("Sending…")
        hold.release()
        assert "Sending" not in await operator.sees("APPLIED: ")
        assert not any("Sending" in notice for notice in operator.said)


async def test_what_is_done_and_only_looked_at_is_not_called_being_sent() -> None:
    desk, hold = Desk(), Hold()
    async with desk.program("user_42", size=(120, 40)) as operator:
        await fill_in(operator, CREDIT)
        await operator.sees("enter or esc  Cancel")
        desk.faults.add(held(hold), operation="list_virtual_currencies", nth=2)
        await operator.press("y")
        await hold.reached()
        assert desk.balance("user_42") == 580
        await operator.sees("It was done. Looking at what can be seen")
        await operator.waits(lambda text: "Sending" not in text, "one notice alone")
        hold.release()
        assert "It was done" not in await operator.sees("APPLIED: ")
