"""Which keys the bottom line offers when, in 60 columns too; and whose time the header tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from rctui.demo.effects import cut_after
from rctui.text import moments
from rctui.tui.screens.activity import ActivityScreen
from rctui.tui.screens.base import RctuiScreen
from rctui.tui.screens.blocked import BlockedScreen
from rctui.tui.screens.customer import CustomerScreen
from rctui.tui.screens.find import FindScreen
from rctui.tui.screens.help import HelpScreen
from rctui.tui.screens.journal import JournalScreen
from rctui.tui.screens.projects import ProjectsScreen
from rctui.tui.screens.text import TextScreen
from rctui.tui.screens.watch import WatchScreen
from rctui.tui.widgets.key_footer import KeyFooter
from rctui.wiring.demo import DemoOptions, open_demo
from tests.stories.program import Operator, demo, program
from tests.stories.writes.desk import Desk, run
from tests.stories.writes.every_write import EVERY_WRITE

if TYPE_CHECKING:
    from rctui.tui.keys.actions import Action
    from tests.stories.writes.every_write import Write

NOON = 1_764_072_000_000
"""2025-11-25 12:00 UTC: another year than any machine's that runs this."""


def of(name: str) -> Write:
    return next(one for one in EVERY_WRITE if one.name == name)


def footer(operator: Operator) -> str:
    return operator.screen.splitlines()[-1]


def offered(operator: Operator) -> list[Action]:
    screen = operator.app.screen
    assert isinstance(screen, RctuiScreen)
    return [one for one in screen.query_one(KeyFooter)._actions if one.footer and one.keys]


PLACES = {
    FindScreen: ("f", "escape"),
    JournalScreen: ("h",),
    BlockedScreen: ("b",),
    ActivityScreen: ("exclamation_mark",),
    ProjectsScreen: ("p",),
    HelpScreen: ("question_mark",),
    TextScreen: ("2", "enter"),
    WatchScreen: ("w",),
}
TABS = [(CustomerScreen, (str(number),)) for number in range(1, 10)]


@pytest.mark.parametrize(("place", "keys"), [*PLACES.items(), *TABS])
async def test_in_60_columns_help_and_back_stay_and_a_mark_stands_for_the_rest(
    place: type[RctuiScreen], keys: tuple[str, ...]
) -> None:
    async with program(demo(), text="user_42", size=(60, 16)) as operator:
        await operator.waits(lambda _: operator.is_on("user_42"), "user_42")
        await operator.settles()
        await operator.press(*keys)
        await operator.waits(lambda _: isinstance(operator.app.screen, place), place)
        await operator.settles()
        line, actions = footer(operator), offered(operator)
    assert len(line) <= 60
    assert "q Back" in line
    assert place is HelpScreen or "? Help" in line
    shown = [one for one in actions if f"{one.face.plain} {one.name.plain}" in line]
    assert line.rstrip().endswith(" …") is (len(shown) < len(actions))
    dropped = [one.footer for one in actions if one not in shown]
    assert all(one.footer <= min(dropped, default=one.footer) for one in shown), (
        "what is left out is never more important than what stays"
    )
    assert [line.index(f"{one.face.plain} {one.name.plain}") for one in shown] == sorted(
        line.index(f"{one.face.plain} {one.name.plain}") for one in shown
    )


@pytest.mark.parametrize("size", [(60, 16), (80, 24)])
async def test_the_journal_offers_what_follows_a_write_up_only_while_its_end_is_unknown(
    size: tuple[int, int],
) -> None:
    desk = Desk()
    async with desk.program("user_42", size=size) as operator:
        await operator.press("h")
        await operator.sees("No changes yet.")
        assert "Check" not in footer(operator)
        assert "enter" not in footer(operator), "there is nothing to open"
        await operator.press("q")
        credit = of("transaction")
        desk.faults.add(cut_after(), operation=credit.operation, times=None)
        await run(operator, credit)
        await operator.sees("UNKNOWN: ")
        desk.faults.clear()
        await operator.press("h")
        await operator.waits(lambda _: "c Check" in footer(operator), "keys of an unknown end")
        assert footer(operator).startswith("enter Open")
        assert "S Send again" in footer(operator) or footer(operator).endswith(" …")
        await operator.press("S")
        await operator.sees("y  Send it again")
        await operator.press("y")
        await operator.sees("Sent again: applied")
        await operator.press("q")
        await operator.waits(lambda _: "c Check" not in footer(operator), "no more to settle")
        assert "S Send again" not in footer(operator)
        assert footer(operator).startswith("enter Open")


async def test_the_header_tells_the_demos_own_time_and_no_trouble_with_it() -> None:
    opening = open_demo(DemoOptions(customers=40, second_project=False), clock=lambda: NOON)
    async with program(opening, text="user_42", now_ms=lambda: NOON) as operator:
        await operator.waits(lambda _: operator.is_on("user_42"), "user_42")
        await operator.settles()
        top = operator.screen.splitlines()[0]
        assert f"as of {moments.clock_minute(NOON).plain}" in top
        assert "clock" not in top
        assert "in 11 d" in operator.screen or "2025-12-07" in operator.screen
