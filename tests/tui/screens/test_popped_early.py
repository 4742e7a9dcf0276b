"""A screen that is closed before it was built."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from rctui.tui.app import RctuiApp
from rctui.tui.screens.find import FindScreen
from tests.stories.program import demo, program

if TYPE_CHECKING:
    from collections.abc import Callable

OPENERS: dict[str, Callable[[RctuiApp], None]] = {
    "customer": lambda app: app.open_customer("user_42", asked="user_42"),
    "blocked": lambda app: app.open_blocked(),
    "journal": lambda app: app.open_journal(),
    "activity": lambda app: app.open_activity(),
    "projects": lambda app: app.open_projects(),
}


@pytest.mark.parametrize("name", OPENERS)
async def test_a_screen_that_is_gone_before_it_is_built_asks_nothing_of_its_parts(
    name: str,
) -> None:
    async with program(demo()) as operator:
        app = operator.app
        assert isinstance(app, RctuiApp)
        await operator.settles()
        for _ in range(5):
            OPENERS[name](app)
            app.pop_screen()
            await operator.settles()
        assert isinstance(app.screen, FindScreen)
        await operator.finds_customer("user_42", "user_42")
