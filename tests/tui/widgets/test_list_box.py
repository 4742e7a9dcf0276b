"""Fields for many pasted lines: what they show of them, and what enter does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.app import App
from textual.events import Paste

from rctui.tui.widgets.list_box import ListBox
from tests.tui.widgets.shown import widget_lines

if TYPE_CHECKING:
    from textual.app import ComposeResult


class Bench(App[None]):
    submitted = 0

    def compose(self) -> ComposeResult:
        yield ListBox()

    @property
    def box(self) -> ListBox:
        return self.query_one(ListBox)

    def on_mount(self) -> None:
        self.box.focus()

    def on_list_box_submitted(self) -> None:
        self.submitted += 1


async def test_it_is_as_high_as_what_it_holds_up_to_six_lines() -> None:
    app = Bench()
    async with app.run_test(size=(30, 12)) as pilot:
        heights = []
        for text in ("a", "\nb\nc", "\nd" * 9):
            app.post_message(Paste(text))
            await pilot.pause()
            await pilot.pause()
            heights.append(app.box.size.height)
        assert heights == [1, 3, 6]


async def test_enter_goes_on_and_brings_no_line() -> None:
    app = Bench()
    async with app.run_test() as pilot:
        await pilot.press("a", "enter", "b")
        assert (app.box.text, app.submitted) == ("ab", 1)


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
async def test_more_than_one_line_is_a_list(end: str) -> None:
    app = Bench()
    async with app.run_test() as pilot:
        app.post_message(Paste(f"ids.csv{end}"))
        await pilot.pause()
        assert not app.box.holds_rows
        app.post_message(Paste(f"b{end}"))
        await pilot.pause()
        assert app.box.holds_rows


async def test_what_would_drive_a_terminal_is_shown_as_pictures_and_kept_as_it_is() -> None:
    app = Bench()
    hostile = "a\x1b[2J\u202eb[/c]"
    async with app.run_test(size=(40, 4)) as pilot:
        app.post_message(Paste(hostile))
        await pilot.pause()
        shown = "".join(widget_lines(app.box))
        assert not {"\x1b", "\u202e"} & set(shown)
        assert "[2J" in shown
        assert "b[/c" in shown
        assert app.box.text == hostile
