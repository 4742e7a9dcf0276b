"""Text of many lines: the keys of a list move it, and never past its ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.app import App

from rctui.text.safe_text import safe
from rctui.tui.widgets.line_pager import LinePager

if TYPE_CHECKING:
    from textual.app import ComposeResult

LINES = 100
HEIGHT = 20


class PagerApp(App[None]):
    def compose(self) -> ComposeResult:
        yield LinePager()

    @property
    def pager(self) -> LinePager:
        return self.query_one(LinePager)


@pytest.mark.parametrize(
    ("keys", "first"),
    [
        ("j j j k", 2),
        ("down down", 2),
        ("k", 0),
        ("pagedown", HEIGHT),
        ("pagedown pagedown pageup", HEIGHT),
        ("ctrl+d", HEIGHT // 2),
        ("ctrl+d ctrl+d ctrl+u", HEIGHT // 2),
        ("end", LINES - HEIGHT),
        ("end j", LINES - HEIGHT),
        ("end g g", 0),
    ],
)
async def test_the_keys_of_a_list_move_the_text(keys: str, first: int) -> None:
    async with PagerApp().run_test(size=(40, HEIGHT)) as pilot:
        app = pilot.app
        assert isinstance(app, PagerApp)
        app.pager.show([safe(f"line {number}") for number in range(LINES)])
        app.pager.focus()
        await pilot.pause()
        await pilot.press(*keys.split())
        assert app.pager.cursor == first
