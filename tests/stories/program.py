"""The program as a story uses it: real screens, a real worker, the simulated API."""

from __future__ import annotations

import asyncio
import time
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from rctui.tui.screens.base import RctuiScreen
from rctui.tui.starting import ScreenOptions, build_app
from rctui.wiring.demo import DemoOptions, open_demo
from tests.tui.widgets.shown import screen_lines

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from textual.pilot import Pilot

    from rctui.demo.faults import Faults
    from rctui.tui.themed_app import ThemedApp
    from rctui.wiring.opening import Opening

LIMIT_S = 30.0
"""Only tells a hanging story from a slow machine."""


class Operator:
    """Presses keys and reads the screen."""

    def __init__(self, app: ThemedApp, pilot: Pilot[str]) -> None:
        self.app = app
        self._pilot = pilot

    @property
    def screen(self) -> str:
        """What is on the screen now."""
        return "\n".join(screen_lines(self.app))

    async def press(self, *keys: str) -> None:
        """Press keys, one after the other, each handled before the next."""
        await self._pilot.press(*keys)

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
        give_up = time.monotonic() + LIMIT_S
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
        while (now := self.screen) != before or self._is_loading():
            before = now
            await self._pilot.pause()
        return now

    def _is_loading(self) -> bool:
        screen = self.app.screen
        return isinstance(screen, RctuiScreen) and bool(screen.loading_parts)

    @property
    def said(self) -> list[str]:
        """The one-line notices that were shown and have not gone yet."""
        return [notice.message for notice in self.app._notifications]


@asynccontextmanager
async def program(
    opening: Opening, *, text: str = "", size: tuple[int, int] = (80, 24)
) -> AsyncIterator[Operator]:
    """Run the program on an opening, as `rctui TEXT` would."""
    app = build_app(opening, ScreenOptions(text))
    app.session.worker.start()
    try:
        async with app.run_test(size=size, notifications=True, tooltips=True) as pilot:
            yield Operator(app, pilot)
    finally:
        assert app.session.worker.close()


def demo(*, faults: Faults | None = None, customers: int = 150, read_only: bool = False) -> Opening:
    """The demo, with nothing on disk."""
    return open_demo(DemoOptions(customers=customers, read_only=read_only), faults)
