"""Coming back to Find: the keys are keys, the cursor is on whom one has left, the hint agrees."""

from __future__ import annotations

import pytest

from rctui.tui.screens.find import FindScreen
from rctui.tui.widgets.find_box import FindBox
from tests.stories.program import Operator, demo, program

SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])


def under_the_cursor(operator: Operator) -> str:
    screen = operator.app.screen
    assert isinstance(screen, FindScreen)
    return screen.table.cursor_record.customer_id if screen.table.cursor_record else ""


@SIZES
@pytest.mark.parametrize("key", ["q", "escape"])
async def test_the_list_has_the_focus_and_the_cursor_stands_on_whom_was_left(
    size: tuple[int, int], key: str
) -> None:
    async with program(demo(customers=40), size=size) as operator:
        await operator.sees("user_42")
        await operator.finds_customer("kim_tablet", "kim_tablet")
        await operator.press(key)
        shown = await operator.sees("APP USER ID")
        assert "enter opens the customer under the cursor. f: back to the box." in shown
        if size[0] < 160:
            assert under_the_cursor(operator) == "kim_tablet"
        await operator.press("h")
        await operator.sees("No changes yet")
        await operator.press("q", "f")
        await operator.sees("Type or paste, then enter.")
        assert isinstance(operator.app.focused, FindBox)


async def test_a_choice_is_come_back_to_at_the_row_that_was_opened() -> None:
    async with program(demo(customers=40)) as operator:
        await operator.sees("user_42")
        await operator.finds("kim.park@example.com")
        await operator.sees("3 customers match")
        await operator.press("down", "down")
        chosen = under_the_cursor(operator)
        await operator.press("enter")
        await operator.waits(lambda _: operator.is_on(chosen), chosen)
        await operator.press("q")
        await operator.sees("3 customers match")
        assert under_the_cursor(operator) == chosen


async def test_what_is_pasted_on_the_list_goes_into_the_box() -> None:
    async with program(demo(customers=40)) as operator:
        await operator.sees("user_42")
        await operator.finds_customer("kim_tablet", "kim_tablet")
        await operator.press("q")
        await operator.sees("APP USER ID")
        await operator.paste("user_42")
        await operator.press("enter")
        await operator.sees("Ann Lee")


async def test_what_is_said_of_the_box_is_gone_once_it_is_left() -> None:
    async with program(demo(customers=40)) as operator:
        await operator.sees("user_42")
        await operator.press("h")
        await operator.sees("h as a key (Journal): esc first.")
        await operator.press("escape")
        await operator.sees("enter opens the customer under the cursor.")
        await operator.sees_no_more("as a key")


async def test_the_hint_tells_of_the_filter_while_words_are_typed_there() -> None:
    async with program(demo(customers=40)) as operator:
        await operator.sees("user_42")
        await operator.press("escape", "slash")
        await operator.sees("Type words that rows must hold.")
        await operator.press(*"kim", "enter")
        shown = await operator.sees("enter opens the customer under the cursor.")
        assert "Type words" not in shown


async def test_a_pinned_row_tells_what_the_list_below_it_tells() -> None:
    async with program(demo(customers=40), size=(120, 40)) as operator:
        await operator.sees("customers: 49")
        await operator.press("escape", "down", "down", "asterisk")
        await operator.press("f")
        shown = await operator.sees("pinned")
        [pinned] = [line for line in shown.splitlines() if " pinned " in line]
        assert "bought_before_login" in pinned
        assert "iOS" in pinned
