"""Sorting, marks and columns of a list."""

from __future__ import annotations

from dataclasses import replace

from tests.stories.program import Operator, demo, program


def rows(operator: Operator) -> list[str]:
    """The first word of each row of the customer's open tab."""
    table = operator.customer.section.table
    return [table.shown.table.row(row)[0].text.plain for row in table.shown_rows]


async def test_sorting_says_by_what_and_that_more_is_not_loaded() -> None:
    async with program(demo(), size=(120, 40)) as operator:
        await operator.sees("100 loaded, more")
        await operator.press("down", "s")
        await operator.sees("Sort the loaded rows by", "as the server sends them", "LAST SEEN")
        await operator.press("down", "enter")
        shown = await operator.sees("APP USER ID↑", "sorted by APP USER ID ↑: the 100 loaded rows")
        assert "> user_42" in shown
        await operator.press("g")
        assert "> $RC_PREVIEW" in await operator.settles()
        await operator.press("s", "s")
        await operator.sees("APP USER ID↓", "sorted by APP USER ID ↓")
        await operator.press("s", "g", "enter")
        assert "sorted" not in await operator.sees_no_more("↓")


async def test_sorting_is_by_value_and_what_has_none_comes_last() -> None:
    async with program(demo(), text="user_42", size=(120, 40)) as operator:
        await operator.sees("will not renew")
        await operator.press("s")
        await operator.sees("Sort the loaded rows by", "UNTIL")
        await operator.press("down", "down", "enter")
        await operator.sees("UNTIL↑")
        assert rows(operator) == ["pro", "legacy", "offline"]
        await operator.press("s", "enter")
        await operator.sees("UNTIL↓")
        assert rows(operator) == ["pro", "legacy", "offline"]


async def test_invoices_begin_with_the_newest_and_can_be_had_as_the_server_sends_them() -> None:
    async with program(demo(), text="user_42") as operator:
        await operator.sees("will not renew")
        await operator.press("6")
        await operator.sees("ISSUED↓", "sorted by ISSUED ↓")
        issued = rows(operator)
        assert issued == sorted(issued, reverse=True)
        await operator.press("s", "g", "enter")
        await operator.sees_no_more("ISSUED↓")
        await operator.press("1", "6")
        assert "sorted" not in await operator.settles()


async def test_marks_stay_through_filter_tab_and_reload_and_esc_takes_them_off() -> None:
    async with program(demo(), text="user_42") as operator:
        await operator.sees("will not renew")
        await operator.press("5", "space", "j", "space")
        shown = await operator.sees("2 marked")
        assert " *$email" in shown
        assert " *$phoneNumber" in shown
        await operator.press("r")
        await operator.settles()
        await operator.press("1")
        assert "marked" not in await operator.settles()
        await operator.press("5", "slash")
        await operator.type("phone")
        await operator.sees("1 of 6 rows match", "2 marked")
        assert len(operator.customer.section.table.marked) == 2
        await operator.press("escape")
        await operator.sees("$email", "2 marked")
        await operator.press("escape")
        await operator.sees_no_more("marked")
        assert operator.is_on("user_42")


async def test_columns_are_chosen_for_the_run_and_the_first_one_stays() -> None:
    async with program(demo(), text="user_42") as operator:
        await operator.sees("will not renew")
        await operator.press("2", "colon")
        await operator.type("columns")
        await operator.press("enter")
        await operator.sees("Columns of this list", "always shown")
        await operator.press("space", "j", "space", "escape")
        shown = await operator.sees_no_more("STATE")
        assert "ENV" in shown
        await operator.press("q")
        await operator.finds_customer("goodwill_month", "goodwill_month")
        await operator.press("2")
        assert "STATE" not in await operator.sees("RENEWS/ENDS")


async def test_the_columns_of_the_configuration_are_those_of_its_project() -> None:
    opening = demo()
    [project] = opening.projects
    chosen = {"subscriptions": ["environment", "ends", "product"]}
    opening = replace(opening, projects=(replace(project, columns=chosen),))
    async with program(opening, text="user_42") as operator:
        await operator.sees("will not renew")
        await operator.press("2")
        shown = await operator.sees("RENEWS/ENDS")
        [heading] = [line for line in shown.splitlines() if "RENEWS/ENDS" in line]
        assert heading.split() == ["ENV", "RENEWS/ENDS", "PRODUCT"]


async def test_a_list_without_rows_does_not_claim_to_be_sorted() -> None:
    async with program(demo(), text="created_by_api") as operator:
        await operator.waits(lambda _: operator.is_on("created_by_api"), "the customer")
        await operator.press("6")
        shown = await operator.sees("No invoices.", "What app stores sold: tabs 2 and 3.")
        assert "sorted" not in shown
