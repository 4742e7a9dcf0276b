"""Keys that arrive together go where they would have gone one by one."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events, on
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input

from rctui.tui.keys.order import GIVE_UP_S
from rctui.tui.looks.themed_app import ThemedApp

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.pilot import Pilot


class Fields(Screen[None]):
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "app.focus_next", show=False),
        Binding("escape", "app.pop_screen", show=False),
    ]

    def compose(self) -> ComposeResult:
        yield Input(id="first")
        yield Input(id="second")

    def on_mount(self) -> None:
        self.query_one("#first").focus()

    @on(Input.Submitted)
    def go_on(self) -> None:
        self.app.action_focus_next()


class Held(Widget, can_focus=True):
    """Holds the whole program up for a while when a key comes by, as a busy machine does."""

    def on_key(self, event: events.Key) -> None:
        if event.key == "n":
            time.sleep(2 * GIVE_UP_S)


class HeldUp(Screen[None]):
    def compose(self) -> ComposeResult:
        with Vertical(), Vertical():
            yield Held()


class Bench(ThemedApp):
    BINDINGS: ClassVar[list[BindingType]] = [Binding("n", "open", show=False)]
    opened = 0

    def on_mount(self) -> None:
        self.push_screen(Fields())

    def action_open(self) -> None:
        self.opened += 1
        self.push_screen(Fields())

    def burst(self, *keys: str) -> None:
        for key in keys:
            self.post_message(events.Key(key, key if len(key) == 1 else None))


class Busy(Bench):
    """The next key arrives whenever something is put off, as over a line that brings many."""

    late: list[str] = []  # noqa: RUF012

    def call_later(self, callback: Callable[..., object], *args: Any, **kwargs: Any) -> bool:
        put_off = super().call_later(callback, *args, **kwargs)
        if self.late:
            self.burst(self.late.pop(0))
        return put_off


async def settled(app: Bench, pilot: Pilot[str]) -> None:
    await pilot.pause()
    while app._keys.busy:
        await pilot.pause()
    await pilot.pause()


async def values_after(*keys: str) -> list[str]:
    app = Bench()
    async with app.run_test() as pilot:
        app.burst(*keys)
        await settled(app, pilot)
        return [box.value for box in app.screen.query(Input)]


async def test_enter_that_moves_on_by_a_message_takes_the_next_keys_along() -> None:
    assert await values_after(*"acme", "enter", *"proj1") == ["acme", "proj1"]


async def test_a_key_that_arrives_while_another_is_fetched_does_not_overtake_it() -> None:
    app = Busy()
    async with app.run_test() as pilot:
        await pilot.pause()
        app.late = list("cdefgh")
        app.burst(*"ab")
        await settled(app, pilot)
        assert not app.late
        assert [box.value for box in app.screen.query(Input)] == ["abcdefgh", ""]


async def test_a_binding_that_moves_the_focus_takes_the_next_keys_along() -> None:
    assert await values_after(*"ab", "down", *"cd", "down", *"ef") == [
        "ef",
        "cd",
    ]  # what a field holds is selected when it is entered


async def test_a_screen_that_opens_gets_the_keys_behind_it() -> None:
    app = Bench()
    async with app.run_test() as pilot:
        await pilot.pause()
        app.screen.set_focus(None)
        app.burst("n", *"xy", "enter", "z")
        await settled(app, pilot)
        assert app.opened == 1
        assert [box.value for box in app.screen.query(Input)] == ["xy", "z"]


async def test_a_paste_waits_for_the_keys_before_it() -> None:
    app = Bench()
    async with app.run_test() as pilot:
        await pilot.pause()
        app.screen.set_focus(None)
        app.burst("n", *"ab", "enter")
        app.post_message(events.Paste("pasted"))
        app.burst("c")
        await settled(app, pilot)
        assert [box.value for box in app.screen.query(Input)] == ["ab", "pastedc"]


async def test_the_keys_behind_one_that_is_held_up_wait_for_it() -> None:
    app = Bench()
    async with app.run_test() as pilot:
        app.push_screen(HeldUp())
        await pilot.pause()
        app.screen.query_one(Held).focus()
        await pilot.pause()
        app.burst("n", *"xyz")
        await settled(app, pilot)
        assert [box.value for box in app.screen.query(Input)] == ["xyz", ""]


async def test_keys_go_on_after_the_screen_that_had_the_focus_is_gone() -> None:
    app = Bench()
    async with app.run_test() as pilot:
        app.push_screen(Fields())
        await pilot.pause()
        app.burst(*"ab", "escape", *"cd")
        await settled(app, pilot)
        assert [box.value for box in app.screen.query(Input)] == ["cd", ""]
