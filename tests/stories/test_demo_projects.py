"""The demo's two projects, as somebody who tries the program meets them."""

from __future__ import annotations

import pytest

from rctui.demo.identity import OTHER_PROJECT_ID
from rctui.wiring.demo import DemoOptions, open_demo
from tests.stories.program import program

SIZES = [(80, 24), (120, 40)]
WEB = f"https://app.revenuecat.com/projects/{OTHER_PROJECT_ID.removeprefix('proj')}/customers"


@pytest.mark.parametrize("size", SIZES)
async def test_an_address_in_both_projects_leads_to_each(size: tuple[int, int]) -> None:
    async with program(open_demo(DemoOptions(customers=60)), size=size) as operator:
        await operator.sees("[ ] every project (2)", "user_42")
        await operator.press("tab", "space")
        await operator.finds("kim.park@example.com")
        shown = await operator.sees("4 found", "Skylark Demo: 3 found", "Skylark Web: 1 found")
        assert "kim_at_school" in shown
        await operator.press("end", "enter")
        await operator.waits(lambda _: operator.is_on("kim_at_school"), "kim_at_school")
        await operator.sees("Skylark Web HIGH RISK", "Has pro until")


async def test_switching_shows_the_high_risk_and_the_other_state_of_the_same_id() -> None:
    async with program(open_demo(DemoOptions(customers=60)), text="user_42") as operator:
        await operator.sees("Skylark Demo |", "Has pro until")
        await operator.press("p")
        await operator.sees("Skylark Web   HIGH RISK", "on screen")
        await operator.press("down", "enter")
        await operator.sees("Skylark Web HIGH RISK | Find", "kim_at_school", "customers: 9")
        await operator.finds_customer("user_42", "user_42")
        await operator.sees("No access: payment failing")


async def test_a_pasted_address_of_the_other_project_leads_there() -> None:
    async with program(open_demo(DemoOptions(customers=60))) as operator:
        await operator.sees("user_42")
        await operator.finds(f"{WEB}/school_in_oslo")
        await operator.waits(lambda _: operator.is_on("school_in_oslo"), "school_in_oslo")
        await operator.sees("Skylark Web HIGH RISK", "Oslo language school")
        await operator.is_told("This address is of Skylark Web.")


async def test_a_change_there_wants_a_ticket_and_the_id_typed() -> None:
    opening = open_demo(DemoOptions(customers=60))
    async with program(opening, size=(120, 40)) as operator:
        await operator.finds(f"{WEB}/user_42")
        await operator.waits(lambda _: operator.is_on("user_42"), "user_42")
        await operator.settles()
        await operator.press("G", *"pro", "enter", "7", "enter", "enter")
        await operator.sees("A ticket is needed in this project.")
        await operator.press(*"T1", "enter", "enter")
        await operator.sees("Skylark Web", "Type the App User ID")
        await operator.press(*"user_42", "enter", "y")
        await operator.sees("1 in all", "Active")


async def test_read_only_holds_for_both() -> None:
    opening = open_demo(DemoOptions(customers=60, read_only=True))
    assert [one.protection for one in opening.projects] == ["read-only", "read-only"]
    backend = await opening.connect("web")
    await backend.close()
    assert backend.writing is None
