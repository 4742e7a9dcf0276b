"""A filter that is still on when other rows come."""

from __future__ import annotations

from tests.stories.program import demo, program


async def test_what_a_new_search_finds_is_not_hidden_by_an_old_filter() -> None:
    async with program(demo()) as operator:
        await operator.sees("100 loaded, more")
        await operator.press("down", "slash")
        await operator.type("card_failing")
        await operator.sees("2 of 100 loaded")
        await operator.press("enter", "f")
        await operator.finds("User ID: kim_phone\nUser ID: kim_tablet\n")
        shown = await operator.sees("2 customers match", "kim_phone  ", "kim_tablet  ")
        assert "of 100 loaded" not in shown


async def test_a_filter_counts_anew_when_more_rows_come() -> None:
    async with program(demo()) as operator:
        await operator.sees("100 loaded, more")
        await operator.press("down", "slash")
        await operator.type("user")
        await operator.sees("of 100 loaded")
        await operator.press("enter", "end")
        await operator.sees("of 150 rows match")
