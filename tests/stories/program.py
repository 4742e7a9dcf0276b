"""The program as a story uses it: real screens, a real worker, the simulated API."""

from __future__ import annotations

import asyncio
import time
from contextlib import asynccontextmanager
from dataclasses import replace
from math import inf
from typing import TYPE_CHECKING, Any

from rctui.clock import epoch_ms
from rctui.demo.identity import DEMO_API_KEY
from rctui.tui.screens.base import RctuiScreen
from rctui.tui.screens.customer import CustomerScreen
from rctui.tui.starting import ScreenOptions, build_app
from rctui.tui.widgets.find_box import FindBox
from rctui.tui.widgets.plain import Plain
from rctui.tui.widgets.verdict_line import VerdictLine
from rctui.wiring.demo import DemoOptions, open_demo
from tests.simulated import backend_on, demo_app
from tests.tui.widgets.shown import screen_lines

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from textual.notifications import Notification
    from textual.pilot import Pilot

    from rctui.demo.faults import Faults
    from rctui.tui.looks.themed_app import ThemedApp
    from rctui.wiring.opening import Opening
    from rctui.worker.api_worker import Backend

LIMIT_S = 120.0
"""Only tells a hanging story from a slow machine."""


class Operator:
    """Presses keys and reads the screen."""

    def __init__(self, app: ThemedApp, pilot: Pilot[str]) -> None:
        self.app = app
        self._pilot = pilot
        self._heard: list[Notification] = []
        self.limit_s = LIMIT_S
        """How long something on the screen is waited for."""

    @property
    def screen(self) -> str:
        """What is on the screen now; nothing where it was pushed but not laid out yet.

        Nor while a review has been painted and does not know it: what is pressed then is early.
        """
        screen = self.app.screen
        if screen._compositor.size != self.app.size or getattr(screen, "_open_at", 0.0) == inf:
            return ""
        return "\n".join(screen_lines(self.app))

    async def press(self, *keys: str) -> None:
        """Press keys, one after the other, each handled before the next."""
        await self._pilot.press(*keys)

    async def resize(self, columns: int, lines: int) -> None:
        """Give the terminal another size."""
        await self._pilot.resize_terminal(columns, lines)

    async def type(self, text: str) -> None:
        """Type text, letter by letter."""
        await self._pilot.press(*text)

    async def paste(self, text: str) -> None:
        """Paste into whatever has the focus."""
        from textual.events import Paste

        self.app.post_message(Paste(text))
        await self._pilot.pause()

    async def sees(self, *words: str) -> str:
        """Wait until all of the words are on the screen; what it shows then."""
        return await self.waits(lambda text: all(word in text for word in words), words)

    async def sees_no_more(self, word: str) -> str:
        """Wait until a word is gone from the screen."""
        return await self.waits(lambda text: word not in text, f"no {word}")

    async def waits(self, condition: Callable[[str], bool], what: object) -> str:
        """Wait until the screen meets a condition; what it shows then."""
        give_up = time.monotonic() + self.limit_s
        while True:
            await self._pilot.pause()
            text = self.screen
            if condition(text):
                return text
            assert time.monotonic() < give_up, f"never on the screen: {what}\n{text}"
            await asyncio.sleep(0)

    async def settles(self) -> str:
        """Wait until no answer is on its way and nothing changes any more."""
        before = ""
        while not (now := self.screen) or now != before or self._is_loading():
            before = now
            await self._pilot.pause()
        return now

    def _is_loading(self) -> bool:
        screen = self.app.screen
        return isinstance(screen, RctuiScreen) and bool(screen.loading_parts)

    async def finds(self, text: str) -> None:
        """Paste something into Find, whatever it held, and press enter."""
        if not isinstance(self.app.focused, FindBox):
            await self.press("f")
        await self.paste(text)
        await self.press("enter")

    async def finds_customer(self, text: str, customer_id: str) -> None:
        """Find something that must lead to one customer, and wait for everything about them."""
        await self.finds(text)
        await self.waits(lambda _: self.is_on(customer_id), f"the customer {customer_id}")
        await self.settles()

    def is_on(self, customer_id: str) -> bool:
        """Whether a customer is on screen."""
        screen = self.app.screen
        return isinstance(screen, CustomerScreen) and screen.customer_id == customer_id

    @property
    def customer(self) -> CustomerScreen:
        """The customer on screen."""
        assert isinstance(self.app.screen, CustomerScreen)
        return self.app.screen

    @property
    def row(self) -> Any:
        """The record under the cursor of the open tab."""
        return self.customer.section.table.cursor_row

    @property
    def verdict(self) -> str:
        """The sentence about access, on one line."""
        return _one_line(self.customer.query_one(VerdictLine))

    @property
    def state(self) -> str:
        """The line that says how the open tab's rows stand."""
        return _one_line(self.customer.section.query_one("#state", Plain))

    async def is_told(self, word: str) -> None:
        """Wait for a notice with a word in it; a long one is wrapped on the screen."""
        await self.waits(lambda _: self._hears(word), word)

    def _hears(self, word: str) -> bool:
        """Whether it is said now, or was said and went before anybody looked: it goes by time."""
        gone = [one for one in self.app.said_lately if one.has_expired and one not in self._heard]
        heard = [one for one in (*self.app._notifications, *gone) if word in one.message]
        self._heard += heard
        return bool(heard)

    @property
    def said(self) -> list[str]:
        """The one-line notices that were shown and have not gone yet."""
        return [notice.message for notice in self.app._notifications]


def _one_line(shown: Plain) -> str:
    return " ".join(str(shown.render()).split())


@asynccontextmanager
async def program(
    opening: Opening,
    *,
    text: str = "",
    size: tuple[int, int] = (80, 24),
    guard_s: float = 0.0,
    now_ms: Callable[[], int] = epoch_ms,
) -> AsyncIterator[Operator]:
    """Run the program on an opening, as `rctui TEXT` would; `now_ms` is the screens' clock.

    `guard_s` is how long a review takes no answer; a story need not wait for that.
    """
    app = build_app(opening, ScreenOptions(text), guard_s=guard_s, now_ms=now_ms)
    app.session.worker.start()
    try:
        async with app.run_test(size=size, notifications=True, tooltips=True) as pilot:
            yield Operator(app, pilot)
    finally:
        assert app.session.worker.close()


def demo(*, faults: Faults | None = None, customers: int = 150, read_only: bool = False) -> Opening:
    """The demo's first project alone, with nothing on disk."""
    options = DemoOptions(customers=customers, read_only=read_only, second_project=False)
    return open_demo(options, faults)


def hurried_demo(faults: Faults, *, key: str = DEMO_API_KEY, customers: int = 60) -> Opening:
    """The demo by another key, or with retries that don't wait; it only reads."""
    opening = open_demo(DemoOptions(customers=customers))
    app = demo_app(clock=epoch_ms, customers=customers, faults=faults)

    async def connect(_project: str) -> Backend:
        return backend_on(app, key=key, on_record=opening.activity.add, sleep=_no_time)

    return replace(opening, connect=connect)


async def _no_time(_seconds: float) -> None:
    await asyncio.sleep(0)
