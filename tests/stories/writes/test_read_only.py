"""A read-only project: whatever is pressed, nothing but reading reaches the server."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from rctui.demo.effects import failed
from rctui.tui.app import RctuiApp
from rctui.tui.customer.tabs import TABS
from rctui.tui.screens.activity import ActivityScreen
from rctui.tui.screens.base import RctuiScreen
from rctui.tui.screens.blocked import BlockedScreen
from rctui.tui.screens.commands import CommandsScreen
from rctui.tui.screens.customer import CustomerScreen
from rctui.tui.screens.find import FindScreen
from rctui.tui.screens.help import HelpScreen
from rctui.tui.screens.journal import JournalScreen
from rctui.tui.screens.projects import ProjectsScreen
from rctui.tui.screens.restore import RestoreScreen
from rctui.tui.screens.text import TextScreen
from tests.stories.many import ManyDesk
from tests.stories.test_bulk import listed, planned
from tests.stories.writes.desk import Desk, at_once

if TYPE_CHECKING:
    from pathlib import Path

    from rctui.tables.commands import Command
    from tests.stories.program import Operator

LEAVING = {"back", "close"}
WRITE_KEYS = "GRTOACBDUNZPSYXy"
RECOVERY = {
    "asked": "user_42",
    "lists": {"attributes": {"items": [{"name": "plan", "value": "gold"}]}},
}


def restore(operator: Operator) -> None:
    app = operator.app
    assert isinstance(app, RctuiApp)
    app.push_screen(RestoreScreen(app.session, RECOVERY))


Opener = tuple[type[RctuiScreen], tuple[str, ...]]
SCREENS: dict[str, Opener] = {
    "Find": (FindScreen, ("escape",)),
    "Blocked": (BlockedScreen, ("escape", "b")),
    "Journal": (JournalScreen, ("escape", "h")),
    "Activity": (ActivityScreen, ("escape", "exclamation_mark")),
    "Projects": (ProjectsScreen, ("escape", "p")),
    "Help": (HelpScreen, ("escape", "question_mark")),
    "text": (TextScreen, ("enter",)),
    "Restore": (RestoreScreen, ("down",)),
}
OTHERS = frozenset(SCREENS)
FIRST_TAB = TABS[0].title.plain
SCREENS |= {tab.title.plain: (CustomerScreen, (str(tab.number),)) for tab in TABS}


@pytest.fixture(autouse=True)
def _folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Exports and invoices are saved to where the program was started."""
    monkeypatch.chdir(tmp_path)


def read_only() -> Desk:
    desk = Desk(read_only=True)
    for method in ("POST", "PUT", "PATCH", "DELETE"):
        desk.faults.add(failed(500), method=method, times=None)
    return desk


async def to_screen(operator: Operator, name: str) -> RctuiScreen:
    """Come to a screen, from wherever the last key led."""
    screen, keys = SCREENS[name]
    app = operator.app
    assert isinstance(app, RctuiApp)
    app.use_project(app.session.opening.project)
    while not isinstance(app.screen, FindScreen):
        app.pop_screen()
    await operator.settles()
    if screen in (CustomerScreen, TextScreen):
        app.open_customer("user_42", asked="user_42")
        await operator.waits(lambda _: operator.is_on("user_42"), "the customer")
        await operator.settles()
    if screen is RestoreScreen:
        restore(operator)
    await operator.press(*keys)
    await operator.settles()
    assert isinstance(app.screen, screen)
    return app.screen


async def insist(operator: Operator, name: str, here: RctuiScreen) -> RctuiScreen:
    """Press on with whatever has opened, if anything has, and come back."""
    if operator.app.screen is here:
        return here
    assert not has_dialog(operator), "a dialog that leads to a write is open"
    at_once(operator, "enter", "enter", "enter", "y")
    await operator.press("y")
    return await to_screen(operator, name)


def has_dialog(operator: Operator) -> bool:
    """Whether a dialog or a review is open."""
    assert isinstance(operator.app, RctuiApp)
    return operator.app.has_dialog


def keys_of(name: str, screen: RctuiScreen) -> set[str]:
    """Every key of a screen. The customer's tabs share theirs: those that write count on each."""
    if isinstance(screen, CustomerScreen) and name != FIRST_TAB:
        return set(WRITE_KEYS)
    bound = {key for key, one in screen._bindings if one.id not in LEAVING}
    assert bound
    return {*bound, *WRITE_KEYS}


SELDOM = (
    *("text", "Projects", "Help", "Restore", "Activity"),
    *("Purchases", "Aliases", "Attributes", "Invoices", "Timeline", "Profile"),
)
"""Screens without a write of their own, and tabs that are like others: tried on demand."""


@pytest.mark.parametrize(
    "name",
    [pytest.param(one, marks=pytest.mark.soak) if one in SELDOM else one for one in SCREENS],
)
async def test_no_key_of_any_screen_writes(name: str) -> None:
    desk = read_only()
    async with desk.program("user_42", size=(120, 40)) as operator:
        here = await to_screen(operator, name)
        for key in sorted(keys_of(name, here)):
            await operator.press(key)
            here = await insist(operator, name, here)
    assert desk.writes == []
    assert desk.operations == ()


async def test_the_same_keys_open_dialogs_where_a_project_is_not_read_only() -> None:
    """Else the tests here could not fail."""
    async with Desk().program("user_42", size=(120, 40)) as operator:
        await to_screen(operator, FIRST_TAB)
        for key in "GRTOACBUD":
            await operator.press(key)
            assert has_dialog(operator), key
            await operator.press("escape")
            assert not has_dialog(operator), key


@pytest.mark.parametrize("name", [one for one in SCREENS if one in {FIRST_TAB, *OTHERS}])
async def test_no_action_without_a_key_writes(name: str) -> None:
    desk = read_only()
    async with desk.program("user_42", size=(120, 40)) as operator:
        here = await to_screen(operator, name)
        for action in here.OFFERS:
            if not action.keys:
                await here.run_action(f"screen.{action.method}")
                here = await insist(operator, name, here)
    assert desk.writes == []
    assert desk.operations == ()


async def test_nothing_that_the_palette_offers_everywhere_writes() -> None:
    desk = read_only()
    async with desk.program("user_42", size=(120, 40)) as operator:
        here = await to_screen(operator, FIRST_TAB)
        await operator.press("colon")
        entries = commands(operator)
        await operator.press("escape")
        own = {action.id for action in here.OFFERS}
        rest = [one for one in entries if one.id not in own and not one.id.startswith("theme-")]
        assert len(own) + len(rest) > 20
        for command in rest:
            command.run()
            await operator.press("y")
            here = await insist(operator, FIRST_TAB, here)
    assert desk.writes == []
    assert desk.operations == ()


def commands(operator: Operator) -> list[Command]:
    """What the palette lists."""
    palette = operator.app.screen
    assert isinstance(palette, CommandsScreen)
    return list(palette._commands)


async def test_the_footer_offers_no_key_that_writes() -> None:
    async with Desk().program("user_42", size=(200, 40)) as operator:
        assert "G Grant" in operator.screen.split("\n")[-1]
    async with read_only().program("user_42", size=(200, 40)) as operator:
        shown = operator.screen.split("\n")[-1]
        assert "y Copy" in shown
        assert not [key for key in "GRCPATOBUDZ" if f"  {key} " in shown]


async def test_the_list_of_actions_says_why_not() -> None:
    desk = read_only()
    async with desk.program("user_42", size=(120, 40)) as operator:
        await operator.press("G")
        await operator.is_told("This project is READ-ONLY (--read-only, or protection in the")
        assert operator.is_on("user_42")
        await operator.press("a")
        shown = await operator.sees("What can be done here", "Grant")
        refused = [line for line in shown.splitlines() if "Not now: This project is READ" in line]
        assert {line.strip("│ ")[0] for line in refused} >= set("GRCPAOTBD")


async def test_a_plan_for_many_is_made_and_can_not_be_sent(tmp_path: Path) -> None:
    desk = ManyDesk(read_only=True, state=tmp_path / "state")
    ids = desk.fresh(2)
    async with desk.program(size=(120, 40)) as operator:
        await planned(operator, listed(tmp_path, ids))
        await operator.sees("2 to send")
        await operator.press("S")
        await operator.is_told("This project is READ-ONLY")
        assert not has_dialog(operator)
    assert desk.writes == []
