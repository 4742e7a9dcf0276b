"""What is still on its way when the program is told to end is no error, and does nothing."""

from __future__ import annotations

import pytest
from textual.events import Key
from textual.widget import MountError
from textual.widgets import Static

from rctui.tui.app import RctuiApp
from rctui.tui.looks.themed_app import ThemedApp
from rctui.tui.screens.commands import CommandsScreen
from rctui.tui.there import is_there
from rctui.tui.wide import Widens
from tests.stories.program import demo, program

WIDE = (200, 60)


class Ending(ThemedApp):
    """Is told to end, and does something more at once."""

    def leave_and_mount(self) -> None:
        self.exit()
        self.screen.mount(Static())


async def test_what_is_mounted_while_it_ends_is_no_bug() -> None:
    app = Ending()
    async with app.run_test() as pilot:
        await pilot.pause()
        app.call_later(app.leave_and_mount)
        await app._task  # type: ignore[misc]
    assert app.return_code == 0
    assert app._exception is None


async def test_without_an_end_the_same_is_a_bug() -> None:
    app = Ending()

    async def mounted_on_nothing() -> None:
        async with app.run_test() as pilot:
            app.call_later(lambda: Static().mount(Static()))
            await pilot.pause()

    with pytest.raises(MountError):
        await mounted_on_nothing()
    assert app.return_code == 1


async def test_keys_behind_the_one_that_leaves_do_nothing() -> None:
    app = Ending()
    async with app.run_test() as pilot:
        await pilot.pause()
        app.exit()
        await app.on_event(Key("x", "x"))
        assert not app._keys.busy
    assert app.return_code == 0


async def test_a_wide_screen_that_is_left_gets_no_column_any_more() -> None:
    async with program(demo(), size=WIDE) as operator:
        screen = operator.app.screen
        assert isinstance(screen, Widens)
        await operator.settles()
        screen._column = None
        assert is_there(screen)
        operator.app.exit()
        assert not is_there(screen)
        screen._add()
        assert screen._column is None


async def test_a_list_of_commands_that_loses_its_parts_says_no_more() -> None:
    async with program(demo()) as operator:
        app = operator.app
        assert isinstance(app, RctuiApp)
        await operator.settles()
        await operator.press("colon")
        screen = app.screen
        assert isinstance(screen, CommandsScreen)
        await screen.query_one("#how").remove()
        app.pop_screen()
        # Its list is still there, as long as it takes to close it.
        assert screen.query("#whole")
        screen._tell_how()
        screen._tell_whole()
