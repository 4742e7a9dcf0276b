"""Triage: many ids are pasted, each gets a verdict, and a playbook runs for the marked ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from rctui.demo import effects
from tests.stories.many import ManyDesk

if TYPE_CHECKING:
    from tests.stories.program import Operator

IDS = ("user_42", "card_failing_in_retry", "nobody_at_all", "kim_tablet")


async def triage(operator: Operator, text: str = "\n".join(IDS)) -> None:
    """From Find to the list of verdicts."""
    await operator.press("escape", "colon")
    await operator.sees("Commands")
    await operator.type("triage")
    await operator.press("enter")
    await operator.sees("Triage: a verdict")
    await operator.paste(text)
    await operator.sees(f"{len(IDS)} ids")
    await operator.press("tab", "enter")


async def test_enter_on_an_empty_last_line_looks_up_and_elsewhere_begins_a_line() -> None:
    async with ManyDesk().program() as operator:
        await operator.press("escape", "colon")
        await operator.type("triage")
        await operator.press("enter")
        await operator.sees("Triage: a verdict")
        await operator.press("enter", "enter")
        await operator.type("user_42")
        await operator.press("enter")
        await operator.type("kim_tablet")
        await operator.sees("2 ids", "enter on an empty last line")
        await operator.press("enter", "enter")
        await operator.sees("1 with access · 1 without")


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
async def test_every_id_gets_a_verdict(size: tuple[int, int]) -> None:
    desk = ManyDesk()
    async with desk.program(size=size) as operator:
        await triage(operator)
        shown = await operator.sees("1 with access · 2 without · 1 not found")
        assert all(one in shown for one in IDS)
        assert "There is no such" in shown
        assert "no customer" in next(x for x in shown.splitlines() if "nobody_at_all" in x)
        assert "No access: " not in shown
        await operator.press("enter")
        await operator.waits(lambda _: operator.is_on("user_42"), "user_42")
    assert desk.writes == []


async def test_the_whole_of_a_reason_is_read_below_the_list_at_80_columns() -> None:
    desk = ManyDesk()
    async with desk.program() as operator:
        await triage(operator)
        shown = await operator.sees("1 with access · 2 without", "Has pro until")
        [row] = [line for line in shown.splitlines() if line.startswith("> user_42")]
        assert row.rstrip().endswith("…")
        assert "will not" in shown.split("nobody_at_all")[1]


async def test_what_could_not_be_read_is_not_without_access() -> None:
    desk = ManyDesk()
    desk.faults.add(effects.failed(403), path="/kim_tablet", times=None)
    async with desk.program() as operator:
        await triage(operator)
        await operator.sees("1 not found · 1 not read: r tries again", "1 with access · 1 without")
        desk.faults.clear()
        await operator.press("r")
        await operator.sees("1 with access · 2 without", "1 not found")


async def test_a_playbook_for_the_marked_ones() -> None:
    desk = ManyDesk()
    async with desk.program() as operator:
        await triage(operator)
        await operator.sees("1 with access")
        await operator.press("space", "space", "P")
        await operator.sees("Playbook for 2 customers")
        await operator.press("enter")
        await operator.sees("ticket")
        await operator.type("T-1")
        await operator.press("enter")
        await operator.sees("2 to send")
        await operator.press("S")
        await operator.sees("Type how many rows are sent: 2")
        await operator.type("2")
        await operator.press("enter", "y")
        await operator.sees("2 applied")
    assert desk.balance("user_42") == 580
    assert desk.balance("card_failing_in_retry") == 500
    assert desk.balance("kim_tablet") == 0
