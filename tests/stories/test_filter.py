"""`/` on a list."""

from __future__ import annotations

from tests.stories.program import demo, program


async def test_a_filter_says_how_many_of_the_loaded_rows_it_keeps_and_esc_ends_it() -> None:
    async with program(demo()) as operator:
        await operator.sees("100 loaded, more")
        await operator.press("down", "slash")
        await operator.type("card_failing retry")
        shown = await operator.sees("1 of 100 loaded", "card_failing_in_retry")
        assert "card_failing_in_grace" not in shown
        await operator.press("enter", "enter")
        await operator.sees("billing retry since")
        await operator.press("q")
        await operator.sees("2 of 101 loaded", "recent")  # the customer is a recent one now
        await operator.press("escape", "escape")
        await operator.sees("user_42")


async def test_another_tab_has_no_filter() -> None:
    async with program(demo(), text="user_42") as operator:
        await operator.sees("will not renew")
        await operator.press("2", "slash")
        await operator.type("expired")
        await operator.sees("3 of 5 rows match")
        await operator.press("enter", "3")
        await operator.sees("BOUGHT", "500 gold coins")
        await operator.sees_no_more("of 5 rows match")
