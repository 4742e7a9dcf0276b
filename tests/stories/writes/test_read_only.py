"""A read-only project: whatever is pressed, nothing but reading reaches the server."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from rctui.demo.effects import failed
from rctui.tui.app import RctuiApp
from rctui.tui.screens.blocked import BlockedScreen
from rctui.tui.screens.commands import CommandsScreen
from rctui.tui.screens.customer import CustomerScreen
from rctui.tui.screens.find import FindScreen
from rctui.tui.screens.journal import JournalScreen
from tests.stories.writes.desk import Desk, at_once

if TYPE_CHECKING:
    from rctui.tables.commands import Command
    from rctui.tui.screens.base import RctuiScreen
    from tests.stories.program import Operator

LEAVING = {"back", "close"}
OFFERED = {action.id for action in CustomerScreen.OFFERS}
WRITE_KEYS = "GRTOACBDUNZPSYX"
SCREENS: dict[type[RctuiScreen], tuple[str, ...]] = {
    CustomerScreen: (),
    FindScreen: ("escape",),
    BlockedScreen: ("b",),
    JournalScreen: ("h",),
}


def read_only() -> Desk:
    desk = Desk(read_only=True)
    for method in ("POST", "PUT", "PATCH", "DELETE"):
        desk.faults.add(failed(500), method=method, times=None)
    return desk


async def to_screen(operator: Operator, screen: type[RctuiScreen]) -> None:
    """Come back to a screen, from wherever the last key led."""
    app = operator.app
    assert isinstance(app, RctuiApp)
    app.use_project(app.session.opening.project)
    while not isinstance(app.screen, FindScreen):
        app.pop_screen()
    if screen is not FindScreen:
        app.open_customer("user_42", asked="user_42")
        await operator.waits(lambda _: operator.is_on("user_42"), "the customer")
        await operator.settles()
    await operator.press(*SCREENS[screen])
    assert isinstance(app.screen, screen)


async def insist(operator: Operator, screen: type[RctuiScreen]) -> None:
    """Press on with whatever has opened, if anything has, and come back."""
    if not isinstance(operator.app.screen, screen):
        at_once(operator, "enter", "enter", "enter", "y")
        await operator.press("y")
        await to_screen(operator, screen)


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.__name__)
async def test_no_key_of_any_screen_writes(screen: type[RctuiScreen]) -> None:
    desk = read_only()
    async with desk.program("user_42", size=(120, 40)) as operator:
        await to_screen(operator, screen)
        assert "READ-ONLY" in operator.screen.splitlines()[0]
        bound = {key for key, one in operator.app.screen._bindings if one.id not in LEAVING}
        assert len(bound) > 8
        for key in sorted({*bound, *WRITE_KEYS}):
            await operator.press(key)
            await insist(operator, screen)
    assert desk.writes == []
    assert desk.operations == ()


async def test_no_action_writes() -> None:
    desk = read_only()
    async with desk.program("user_42", size=(120, 40)) as operator:
        await to_screen(operator, CustomerScreen)
        for action in CustomerScreen.OFFERS:
            if action.id not in LEAVING and action.id != "redraw":
                await operator.app.screen.run_action(f"screen.{action.method}")
                await insist(operator, CustomerScreen)
    assert desk.writes == []
    assert desk.operations == ()


async def test_nothing_that_only_the_palette_offers_writes() -> None:
    desk = read_only()
    async with desk.program("user_42", size=(120, 40)) as operator:
        await operator.press("colon")
        entries = commands(operator)
        await operator.press("escape")
        for command in entries:
            if command.id not in OFFERED and not command.id.startswith("theme-"):
                command.run()
                await operator.press("y")
                await insist(operator, CustomerScreen)
    assert desk.writes == []
    assert desk.operations == ()


def commands(operator: Operator) -> list[Command]:
    """What the palette lists."""
    palette = operator.app.screen
    assert isinstance(palette, CommandsScreen)
    return list(palette._commands)


async def test_the_list_of_actions_says_why_not() -> None:
    desk = read_only()
    async with desk.program("user_42", size=(120, 40)) as operator:
        await operator.press("G")
        await operator.is_told("This project is READ-ONLY.")
        assert operator.is_on("user_42")
        await operator.press("a")
        shown = await operator.sees("What can be done here", "Grant")
        refused = [line for line in shown.splitlines() if "Not now: This project is READ" in line]
        assert len(refused) == 9
