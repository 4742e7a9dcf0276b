"""One key at a time: the next one is looked at when all that the last one set off is done.

Textual hands a key to whatever has the focus when it arrives, while the key before it may still
be on its way up to the binding that moves the focus. Over a slow line keys arrive in bundles;
what was typed for the second field would then land in the first, or a letter in the wrong screen.
"""

from __future__ import annotations

import asyncio
from collections import deque
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from textual import events
    from textual.app import App
    from textual.message_pump import MessagePump

ROUNDS = 2
"""Ways up: the first takes the key to its binding, the second what that told to its handler."""
GIVE_UP_S = 0.25
"""Where what had the focus is gone, nothing comes up any more."""


class KeyOrder:
    """Keeps keys until their turn comes. Belongs to the application's loop."""

    def __init__(self, app: App[Any]) -> None:
        self._app = app
        self._waiting: deque[events.Key] = deque()
        self._turn = 0
        self._timer: asyncio.TimerHandle | None = None

    @property
    def busy(self) -> bool:
        """Whether a key is on its way, or waits."""
        return self._timer is not None or bool(self._waiting)

    def must_wait(self, event: events.Key) -> bool:
        """Keep a key where another one is not done yet; whether it was kept."""
        if self._timer is not None:
            self._waiting.append(event)
            return True
        loop = asyncio.get_running_loop()
        self._turn += 1
        self._timer = loop.call_later(GIVE_UP_S, self._done, self._turn)
        return False

    def follow(self) -> None:
        """The key has been handed on: follow it."""
        self._go_round(self._turn, ROUNDS)

    def _go_round(self, turn: int, rounds: int) -> None:
        app = self._app
        start = app.focused or (app.screen if app.screen_stack else app)
        self._hop(start, turn, rounds)

    def _hop(self, pump: MessagePump | None, turn: int, rounds: int) -> None:
        """Behind whatever waits in this queue, go on to the one above it."""
        if pump is None or pump is self._app:
            went_on = self._app.call_later(self._at_the_top, turn, rounds)
        else:
            went_on = pump.call_later(self._hop, pump._parent, turn, rounds)
        if not went_on:
            self._done(turn)

    def _at_the_top(self, turn: int, rounds: int) -> None:
        if rounds > 1:
            self._go_round(turn, rounds - 1)
        else:
            self._done(turn)

    def _done(self, turn: int) -> None:
        if turn != self._turn or self._timer is None:
            return
        self._timer.cancel()
        self._timer = None
        if self._waiting:
            self._app.call_later(self._app.on_event, self._waiting.popleft())
