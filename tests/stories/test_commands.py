"""The list of actions and the palette: typing filters, arrows move, and every row acts or says."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest

from rctui.tables.commands import told
from rctui.tui.screens.commands import CommandsScreen
from tests.stories.program import demo, program

if TYPE_CHECKING:
    from tests.stories.program import Operator

TITLES = {"a": "What can be done here", "colon": "Commands"}


def rows(operator: Operator) -> list[str]:
    """The ids of the commands that are listed."""
    return [one.id for one in cast("CommandsScreen", operator.app.screen).table.shown_rows]


async def take(operator: Operator, command_id: str) -> None:
    """Open the list of actions and choose a command of it."""
    await operator.press("a")
    await operator.sees(TITLES["a"])
    cast("CommandsScreen", operator.app.screen).table.cursor = rows(operator).index(command_id)
    await operator.press("enter")


@pytest.mark.parametrize("key", ["a", "colon"])
async def test_typing_filters_at_once_and_is_no_key_of_what_is_listed(key: str) -> None:
    async with program(demo(), text="user_42") as operator:
        await operator.sees("Has pro until")
        await operator.press(key)
        await operator.sees(TITLES[key])
        await operator.type("Grant")
        await operator.sees("Give access to an entitlement")
        assert isinstance(operator.app.screen, CommandsScreen)
        assert rows(operator)[0] == "grant"
        await operator.press("enter")
        await operator.sees("For how long, or until when")


async def test_who_types_a_key_finds_what_it_does_on_top() -> None:
    async with program(demo(), text="user_42") as operator:
        await operator.sees("Has pro until")
        await operator.press("a", "o")
        await operator.sees("Open the customer in RevenueCat's dashboard")
        assert rows(operator)[0] == "dashboard"
        await operator.press("backspace", "O")
        await operator.waits(lambda _: rows(operator)[0] == "offering", "the offering on top")


async def test_arrows_and_page_keys_move_in_the_list_while_the_box_takes_letters() -> None:
    async with program(demo(), text="user_42") as operator:
        await operator.sees("Has pro until")
        await operator.press("a", "down", "down")
        table = cast("CommandsScreen", operator.app.screen).table
        assert table.cursor == 2
        await operator.press("up", "pagedown")
        assert table.cursor == 1 + table.page
        await operator.press("pageup", "j")
        await operator.waits(lambda _: "journal" in rows(operator), "what holds a j")
        assert "pin" not in rows(operator)


async def test_open_of_find_opens_the_row_under_the_cursor() -> None:
    async with program(demo()) as operator:
        await operator.sees("user_42")
        await operator.press("escape")
        await take(operator, "open")
        await operator.waits(lambda _: operator.is_on("user_42"), "the customer")


async def test_detail_of_a_customer_shows_the_row_under_the_cursor() -> None:
    async with program(demo(), text="user_42") as operator:
        await operator.sees("Has pro until")
        await take(operator, "detail")
        await operator.sees("entitlement id")


async def test_open_of_projects_opens_the_row_under_the_cursor() -> None:
    async with program(demo(), text="user_42") as operator:
        await operator.sees("Has pro until")
        await operator.press("p")
        await operator.sees("| Projects")
        await take(operator, "open")
        await operator.sees("| Find")


async def test_where_the_list_has_no_row_open_and_mark_say_so() -> None:
    async with program(demo(), text="kim_tablet", size=(120, 60)) as operator:
        await operator.waits(lambda _: operator.is_on("kim_tablet"), "the customer")
        await operator.press("6")
        await operator.sees("No invoices")
        await operator.press("a")
        shown = await operator.sees(TITLES["a"])
        why = "Not now: The list has no row under the cursor."
        refused = [
            line.split("Not now")[0].split()[-1] for line in shown.splitlines() if why in line
        ]
        assert refused == ["Detail", "Mark"]
        await operator.press("enter")
        await operator.sees(why)
        assert isinstance(operator.app.screen, CommandsScreen)


async def test_what_needs_a_wider_screen_says_how_wide() -> None:
    async with program(demo(), text="user_42") as operator:
        await operator.sees("Has pro until")
        await operator.press("a")
        await operator.type("preview")
        await operator.sees("Not now: needs 120 columns (now 80).")


async def test_what_would_do_nothing_here_says_so() -> None:
    async with program(demo(), text="user_42") as operator:
        await operator.sees("Has pro until")
        await operator.press("a")
        await operator.type("show the tab ent")
        await operator.sees("Not now: This tab is open.")
        await operator.press("escape", "q")
        await operator.sees("| Find")
        await operator.press("escape", "a")
        await operator.type("nothing to close")
        await operator.sees("No command matches")
        await operator.press(*["backspace"] * 16)
        await operator.type("close one")
        await operator.sees("Not now: There is nothing to close.")


async def test_copy_of_a_list_needs_a_row_and_of_a_customer_none() -> None:
    why = "Not now: The list has no row under the cursor."
    async with program(demo(), text="kim_tablet") as operator:
        await operator.waits(lambda _: operator.is_on("kim_tablet"), "the customer")
        await operator.press("6")
        await operator.sees("No invoices")
        await operator.press("a")
        await operator.type("copy the id")
        assert why not in await operator.sees("Copy the id")
        await operator.press("escape", "h")
        await operator.sees("| Journal")
        await operator.press("a")
        await operator.sees(TITLES["a"])
        copy = [
            one for one in cast("CommandsScreen", operator.app.screen)._commands if one.id == "copy"
        ]
        assert [told(one).plain for one in copy] == [why]
