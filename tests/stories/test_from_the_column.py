"""While the column has the cursor, nothing concerns another customer than the one under it."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, cast

import pytest

from rctui.tui.keys.wide_actions import ALSO_FROM_THE_COLUMN
from rctui.tui.keys.write_actions import WRITES
from rctui.tui.screens.commands import CommandsScreen
from rctui.tui.screens.customer import CustomerScreen
from rctui.tui.screens.find import FindScreen
from rctui.tui.wide import Widens
from rctui.tui.widgets.record_table import RecordTable
from tests.stories.program import demo, program
from tests.stories.test_wide import TITLE, WIDE, opens
from tests.stories.writes.desk import Desk

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from rctui.tables.commands import Command
    from rctui.tui.app import RctuiApp
    from rctui.tui.keys.actions import Action
    from tests.stories.program import Operator

CUSTOMERS_OWN = "GRCPAOTBUDZ"
"""Every key that can end in a write, on a customer."""
CUSTOMERS_LOOKS = (*"cemdorvwsx2]", "left", "slash", "space")
FINDS_LOOKS = (*"mrsxN", "slash", "space")


def keys_of(actions: tuple[Action, ...]) -> set[str]:
    return {key for action in actions for key in action.keys.split(",") if key}


@asynccontextmanager
async def on_kim(*, on_find: bool) -> AsyncIterator[Operator]:
    """The column's cursor on kim_tablet, beside user_42 or beside the list of Find."""
    async with Desk().program(size=WIDE) as operator:
        await opens(operator, "kim_tablet", "user_42")
        await operator.sees("> user_42", "tab Customers")
        if on_find:
            await operator.press("q")
            await operator.sees("customers: ")
            await operator.press("down")
        await operator.press("tab")
        await operator.sees(f"[{TITLE}]")
        await operator.press("j")
        await operator.sees(f"[{TITLE}]", "> kim_tablet")
        yield operator


def app_of(operator: Operator) -> RctuiApp:
    return cast("RctuiApp", operator.app)


def screen_of(operator: Operator) -> Widens:
    assert isinstance(operator.app.screen, Widens)
    return operator.app.screen


async def is_refused(operator: Operator, key: str) -> None:
    """Press a key, and see that it was refused and that nothing came of it."""
    screen = screen_of(operator)
    operator.app.clear_notifications()
    await operator.press(key)
    await operator.is_told(" works from the list: esc first.")
    assert operator.app.screen is screen
    assert screen.in_column
    assert screen.the_list is not None
    assert screen.the_list.marked == []
    app = app_of(operator)
    assert (app.compare_mark.customer_id, app.remembered().pinned) == ("", ())


async def test_no_key_of_a_customer_works_while_another_one_is_under_the_cursor() -> None:
    async with on_kim(on_find=False) as operator:
        for key in (*CUSTOMERS_OWN, *CUSTOMERS_LOOKS):
            await is_refused(operator, key)


async def test_no_key_of_finds_list_works_while_the_column_has_the_cursor() -> None:
    async with on_kim(on_find=True) as operator:
        for key in FINDS_LOOKS:
            await is_refused(operator, key)


def test_every_key_that_can_end_in_a_write_is_pressed_here() -> None:
    on_a_customer = tuple(one for one in CustomerScreen.OFFERS if one in WRITES)
    assert keys_of(on_a_customer) == set(CUSTOMERS_OWN)
    assert keys_of(tuple(one for one in FindScreen.OFFERS if one in WRITES)) == {"N"}
    assert not ALSO_FROM_THE_COLUMN & set(WRITES)


@pytest.mark.parametrize(
    ("key", "leads_to"),
    [
        ("h", "Journal"),
        ("b", "Blocked"),
        ("exclamation_mark", "Activity"),
        ("question_mark", "Help"),
        ("p", "Projects"),
        ("a", "What can be done here"),
        ("colon", "Commands"),
    ],
)
async def test_what_concerns_no_customer_works_from_the_column(key: str, leads_to: str) -> None:
    async with on_kim(on_find=False) as operator:
        screen = screen_of(operator)
        await operator.press(key)
        await operator.waits(lambda _: operator.app.screen is not screen, leads_to)
        await operator.sees(leads_to)


async def test_the_columns_own_keys_are_its_own_on_a_customer_too() -> None:
    async with on_kim(on_find=False) as operator:
        await operator.press("asterisk")
        await operator.sees(">*kim_tablet")
        await operator.press("y")
        shown = await operator.sees("Copy what?")
        assert "kim_tablet" in shown.split("Copy what?")[1]
        await operator.press("escape", "right")
        await operator.sees_no_more(f"[{TITLE}]")
        assert operator.is_on("user_42")


# The list of actions and the palette


async def commands_by(operator: Operator, key: str) -> dict[str, Command]:
    """What a list of commands offers, by id."""
    await operator.press(key)
    await operator.waits(lambda _: isinstance(operator.app.screen, CommandsScreen), "commands")
    rows = cast("CommandsScreen", operator.app.screen).table.shown_rows
    return {command.id: command for command in rows}


@pytest.mark.parametrize("key", ["a", "colon"])
@pytest.mark.parametrize("on_find", [True, False])
async def test_lists_of_commands_refuse_what_would_concern_another_customer(
    key: str, on_find: bool
) -> None:
    async with on_kim(on_find=on_find) as operator:
        offers = screen_of(operator).OFFERS
        commands = await commands_by(operator, key)
        for action in offers:
            why_not = commands[action.id].why_not
            if action in ALSO_FROM_THE_COLUMN:
                assert why_not is None or "esc first" not in why_not.plain, action.id
            else:
                assert why_not is not None, action.id


async def take(operator: Operator, command_id: str) -> None:
    """Choose a command in the list of them that is open."""
    assert isinstance(operator.app.screen, CommandsScreen)
    table = operator.app.screen.table
    await operator.settles()
    table.cursor = [one.id for one in table.shown_rows].index(command_id)
    await operator.press("enter")


async def test_grant_from_the_list_of_actions_never_opens_for_another_customer() -> None:
    async with on_kim(on_find=False) as operator:
        await operator.press("a")
        await operator.sees("What can be done here")
        await take(operator, "grant")
        await operator.sees("Grant works from the list: esc first.")
        assert isinstance(operator.app.screen, CommandsScreen)
        await operator.press("escape", "escape", "a")
        await operator.sees("What can be done here")
        await take(operator, "grant")
        await operator.sees("Grant", "user_42", "esc cancels")


async def test_pin_from_the_list_of_actions_on_find_pins_nobody_and_names_the_key() -> None:
    async with on_kim(on_find=True) as operator:
        await operator.press("a")
        await operator.sees("What can be done here")
        await take(operator, "pin")
        await operator.sees("Press * in the column; for the list, esc first.")
        await operator.press("escape")
        await operator.sees(f"[{TITLE}]", "> kim_tablet")
        assert app_of(operator).remembered().pinned == ()
        await operator.press("asterisk")
        await operator.sees(">*kim_tablet")


# The way out


async def test_escape_leads_to_the_list_with_its_marks_as_they_are() -> None:
    async with program(demo(customers=40), size=WIDE) as operator:
        await opens(operator, "user_42")
        await operator.press("q")
        await operator.sees("customers: ")
        await operator.press("down", "space")
        await operator.sees("1 marked")
        await operator.press("tab")
        await operator.sees(f"[{TITLE}]")
        await operator.press("escape")
        await operator.sees_no_more(f"[{TITLE}]")
        assert isinstance(operator.app.focused, RecordTable)
        assert len(operator.app.focused.marked) == 1
