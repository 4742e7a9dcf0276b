"""The nine tabs, read to their last row by keyboard; their environments; and reloading."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from rctui.demo.dataset import shared_account as shared
from rctui.demo.dataset.shop import COURSES, RETIRED_TOKENS
from rctui.demo.effects import amended, held
from rctui.demo.faults import Faults
from rctui.demo.hold import Hold
from rctui.tui.customer.tabs import TABS
from tests.stories.program import demo, hurried_demo, program

if TYPE_CHECKING:
    from tests.stories.program import Operator

SIZES = [(80, 24), (120, 40), (200, 60)]
ROWS = {
    2: shared.SUBSCRIPTIONS,
    3: shared.PURCHASES,
    4: shared.ALIASES,
    5: shared.ATTRIBUTES,
    6: shared.INVOICES,
    7: RETIRED_TOKENS + 3,
}
"""Of the customer who has several pages of everything."""
MORE_PAGES_THAN_THERE_ARE = 8


async def read_to_the_end(operator: Operator) -> list[str]:
    """Press `end` until the list says that there is no more; what it said on the way."""
    said = [operator.state]
    while "more" in operator.state:
        assert len(said) < MORE_PAGES_THAN_THERE_ARE, said
        await operator.press("end")
        await operator.settles()
        said.append(operator.state)
    await operator.press("end")
    return said


def assert_cursor_on_last_row(operator: Operator) -> None:
    table = operator.customer.section.table
    lines = [line for line in operator.screen.splitlines() if line.startswith("> ")]
    assert len(lines) == 1, operator.screen
    assert table.cursor == len(table.rows) - 1


@pytest.mark.parametrize("size", SIZES)
async def test_every_tab_is_read_to_its_last_row(size: tuple[int, int]) -> None:
    async with program(demo(customers=40), text="user_42", size=size) as operator:
        await operator.sees("Has pro until")
        for tab in TABS:
            await operator.press(str(tab.number))
            shown = await operator.settles()
            assert f"{tab.number}[" in shown
            assert "more" not in operator.state
            for key in ("pagedown", "end"):
                await operator.press(key)
            assert_cursor_on_last_row(operator)
            await operator.press("g")
            assert operator.customer.section.table.cursor == 0


@pytest.mark.parametrize("size", SIZES)
async def test_several_pages_load_as_the_cursor_reaches_the_end(size: tuple[int, int]) -> None:
    async with program(demo(customers=40), text="default_user", size=size) as operator:
        await operator.sees("Has course_")
        await operator.settles()
        for number, rows in ROWS.items():
            await operator.press(str(number))
            said = await read_to_the_end(operator)
            assert "loaded, more" in said[0]
            assert "0 loaded" in said[0]
            assert said[-1].strip().startswith(f"{rows} in all")
            assert_cursor_on_last_row(operator)
        await operator.press("1")
        await read_to_the_end(operator)
        assert len(operator.customer.section.table.rows) > COURSES
        assert "more not loaded" not in operator.verdict
        for number in (8, 9):
            await operator.press(str(number), "end")
            assert_cursor_on_last_row(operator)
        assert "412 aliases, 96 % anonymous" in operator.screen


async def test_the_digits_arrows_and_brackets_go_through_all_tabs() -> None:
    async with program(demo(customers=40), text="user_42") as operator:
        await operator.sees("Has pro until")
        for key in ("right", "right_square_bracket"):
            await operator.press(key)
        await operator.sees("3[Purch]")
        for key in ("left", "left_square_bracket", "left"):
            await operator.press(key)
        await operator.sees("9[Profile]")
        await operator.press("right")
        await operator.sees("1[Entitle]")


async def test_the_environment_is_filtered_on_two_tabs_and_says_so() -> None:
    async with program(demo(customers=40), text="user_42") as operator:
        await operator.sees("Has pro until")
        before = await operator.settles()
        assert "PROD 6 / SBX 3" in before
        for tab in ("2", "3"):
            await operator.press(tab)
            both = await operator.settles()
            assert "PROD  " in both
            assert "SBX  " in both
            await operator.press("e")
            production = await operator.settles()
            assert "FILTERED: production only" in production
            assert "SBX  " not in production
            await operator.press("e")
            sandbox = await operator.settles()
            assert "FILTERED: sandbox only" in sandbox
            assert "PROD  " not in sandbox
            assert "PROD 6 / SBX 3" in sandbox, "the header counts what is there, not what is shown"
            await operator.press("escape")
            assert "FILTERED" not in await operator.settles()
        await operator.press("1", "e")
        assert operator.said == ["The environment filter is for tabs 2 and 3."]


async def test_filtered_out_is_not_the_same_as_none() -> None:
    async with program(demo(customers=40), text="goodwill_month") as operator:
        await operator.sees("Has pro until")
        await operator.press("2", "e", "e")
        shown = await operator.settles()
        assert "FILTERED: sandbox only" in shown
        assert "Play Store Pro monthly" in operator.verdict, "a filter hides no evidence"
        await operator.press("escape", "3")
        assert "FILTERED" not in await operator.settles()


async def test_an_unheard_of_environment_is_marked_and_counts_as_production() -> None:
    faults = Faults()
    row = {
        "object": "subscription",
        "id": "sub_odd",
        "customer_id": "goodwill_month",
        "original_customer_id": "goodwill_month",
        "status": "active",
        "gives_access": True,
        "environment": "staging",
    }
    faults.add(amended(items=[row]), operation="list_subscriptions", times=None)
    async with program(hurried_demo(faults), text="goodwill_month") as operator:
        await operator.sees("Entitle")
        await operator.press("2")
        shown = await operator.settles()
        assert "????" in shown
        assert "???? 1" in shown.splitlines()[0]


async def test_reloading_keeps_the_rows_and_the_cursor() -> None:
    faults, hold = Faults(), Hold()
    async with program(hurried_demo(faults), text="default_user") as operator:
        await operator.sees("Has course_")
        await operator.press("4")
        await operator.settles()
        await operator.press(*["down"] * 7)
        row = operator.customer.section.table.cursor_row
        faults.add(held(hold), operation="list_aliases")
        await operator.press("r")
        waiting = await operator.sees("Loading… · rows as of")
        assert "> " in waiting
        hold.release()
        await operator.settles()
        assert "100 loaded, more" in operator.state
        assert operator.customer.section.table.cursor_row == row
        assert operator.customer.section.table.cursor == 7
