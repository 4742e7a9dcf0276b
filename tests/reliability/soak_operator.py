"""Hands and eyes of the soak: keys, bytes, sizes, and waiting until nothing moves any more."""

from __future__ import annotations

import asyncio
import time
from collections import deque
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any, Final

from textual.events import Key, Paste
from textual.widgets import Input

from rctui.tui.driver.input_stream import InputStream
from rctui.tui.screens.base import RctuiScreen
from rctui.tui.starting import ScreenOptions, build_app
from tests.tui.widgets.shown import screen_lines

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from textual.message import Message
    from textual.pilot import Pilot
    from textual.screen import Screen

    from rctui.tui.app import RctuiApp
    from rctui.wiring.opening import Opening

LIMIT_S: Final = 120.0
"""Only tells what hangs from a slow machine."""
_STILL: Final = 4
"""Looks in a row that must show nothing moving."""
_TURN: Final = 8
_MANY_UNDER_WAY: Final = frozenset({"PLANNING", "BEGINNING", "RUNNING", "STOPPING"})


class Broken(AssertionError):
    """The soak has found something."""


class SoakOperator:
    """Presses keys and looks at the screen. `log` says what was done, newest last."""

    def __init__(self, app: RctuiApp, pilot: Pilot[str]) -> None:
        self.app = app
        self.log: deque[str] = deque(maxlen=50)
        self._pilot = pilot
        self._stream = InputStream()
        self._clock = 0.0

    @property
    def screen(self) -> Screen[Any]:
        """The uppermost screen."""
        return self.app.screen

    @property
    def text(self) -> str:
        """What is shown."""
        return "\n".join(screen_lines(self.app))

    @property
    def has_left(self) -> bool:
        """Whether the program has ended or is about to."""
        return self.app._exit or not self.app.is_running

    # What an operator and a terminal do

    def keys(self, *names: str) -> None:
        """Press keys at once, each before anything can be seen of the one before."""
        self.log.append(" ".join(names))
        for name in names:
            self._send(Key(name, name if len(name) == 1 else None))

    async def goes_to_find(self, *, held: bool) -> None:
        """Press `f` where letters are keys; in a field they are not, so that is left first.

        Before esc leaves a field it may end a filter and take marks off.
        """
        for _ in range(4):
            if not isinstance(self.app.focused, Input):
                break
            self.keys("escape")
            await self.settles(held=held)
            if self.has_left:
                return
        self.keys("f")

    def types(self, text: str) -> None:
        """Type text as fast as it comes."""
        self.log.append(f"types {text!r}")
        for character in text:
            self._send(Key("space" if character == " " else character, character))

    def pastes(self, text: str) -> None:
        """Paste."""
        self.log.append(f"pastes {text[:60]!r}")
        self._send(Paste(text))

    def receives(self, data: bytes, *, then_silence: bool = True) -> list[Message]:
        """Bytes as the terminal sends them, through the guard; what they became."""
        self.log.append(f"receives {data[:60]!r}")
        self._clock += 0.001
        messages = list(self._stream.read(data, self._clock))
        if then_silence:
            for _ in range(3):
                self._clock += 2.0
                messages += self._stream.tick(self._clock)
        for message in messages:
            self._send(message)
        return messages

    def clicks(self, x: int, y: int) -> None:
        """Click somewhere."""
        from textual.events import MouseDown, MouseUp

        self.log.append(f"clicks {x},{y}")
        for kind in (MouseDown, MouseUp):
            self._send(kind(None, x, y, 0, 0, 1, False, False, False))

    async def resizes(self, width: int, height: int) -> None:
        """Another size of the window."""
        self.log.append(f"resizes to {width}x{height}")
        await self._pilot.resize_terminal(width, height)

    def _send(self, message: Message) -> None:
        driver = self.app._driver
        if driver is not None and not self.has_left:
            driver.send_message(message)

    # Waiting

    async def settles(self, *, held: bool) -> None:
        """Wait until nothing moves; where something is held, loads and writes may be under way."""
        held = held or self.is_paused
        give_up, still, looks = time.monotonic() + LIMIT_S, 0, 0
        while still < _STILL:
            looks += 1
            # The worker's thread wants its turns too.
            await asyncio.sleep(0 if looks % _TURN else 0.001)
            if self.has_left or self.app._exception is not None:
                return
            if self._moves() or (not held and self._is_under_way()):
                still = 0
            elif self._is_painting():
                self.screen._on_timer_update()
                still = 0
            else:
                still += 1
            if time.monotonic() > give_up:
                raise Broken(f"It does not come to rest: {self._unrest()}")

    def _moves(self) -> bool:
        """Whether a message is on its way, or a thread works."""
        app = self.app
        if app._keys.busy or app.message_queue_size:
            return True
        return any(
            node.message_queue_size
            for screen in app.screen_stack
            for node in screen.walk_children(with_self=True)
        ) or any(not worker.is_finished for worker in app.workers)

    def _is_painting(self) -> bool:
        screen = self.screen
        waits = screen._callbacks or screen._dirty_widgets or screen._layout_required
        return bool(waits) or not screen.is_running

    @property
    def is_paused(self) -> bool:
        """Whether a run for many customers waits for the operator to go on."""
        return "PAUSED" in self._phases

    @property
    def _phases(self) -> set[str]:
        """How far the runs for many customers have come, where there are any."""
        many = getattr(self.app, "_many", None)
        return {board.phase.name for board in many.boards} if many is not None else set()

    def _is_under_way(self) -> bool:
        if self._phases & _MANY_UNDER_WAY:
            return True
        if self.app.session.worker.writes_under_way:
            return True
        if any(getattr(one, "_is_looking", False) for one in self.app.screen_stack):
            return True
        screens = (one for one in self.app.screen_stack if isinstance(one, RctuiScreen))
        return any(screen.loading_parts for screen in screens)

    def _unrest(self) -> str:
        loading = {
            type(one).__name__: one.loading_parts
            for one in self.app.screen_stack
            if isinstance(one, RctuiScreen)
        }
        return (
            f"keys {self.app._keys.busy}, queue {self.app.message_queue_size}, loads {loading},"
            f" writes {self.app.session.worker.writes_under_way},"
            f" workers {[str(one) for one in self.app.workers]}"
        )

    @property
    def stack(self) -> str:
        """The screens by name, the uppermost last."""
        return " > ".join(type(one).__name__ for one in self.app.screen_stack)


@asynccontextmanager
async def soaking(
    opening: Opening, *, size: tuple[int, int], guard_s: float, hook: Callable[[Message], None]
) -> AsyncIterator[SoakOperator]:
    """The program, each of whose messages is shown to `hook` before it is handled."""
    app = build_app(opening, ScreenOptions(), guard_s=guard_s)
    app.session.worker.start()
    try:
        async with app.run_test(
            size=size, notifications=True, tooltips=True, message_hook=hook
        ) as pilot:
            yield SoakOperator(app, pilot)
    finally:
        if not app.session.worker.close():
            raise Broken("The worker could not be drained.")
