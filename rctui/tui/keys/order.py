"""One key at a time: the next one is looked at when all that the last one set off is done.

Textual hands a key to whatever has the focus when it arrives, while the key before it may still
be on its way up to the binding that moves the focus. Over a slow line keys arrive in bundles;
what was typed for the second field would then land in the first, or a letter in the wrong screen.
A paste counts as one key.
"""

from __future__ import annotations

import asyncio
from collections import deque
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from textual import events
    from textual.app import App
    from textual.message_pump import MessagePump

    Typed = events.Key | events.Paste

ROUNDS = 2
"""Ways up: the first takes the key to its binding, the second what that told to its handler."""
GIVE_UP_S = 0.25
"""Where what had the focus is gone, nothing comes up any more: how often that is looked for."""
LOOKS_AT_MOST = 20
"""On a busy machine a key takes its time; none takes this many looks."""


class KeyOrder:
    """Keeps keys until their turn comes. Belongs to the application's loop."""

    def __init__(self, app: App[Any]) -> None:
        self._app = app
        self._waiting: deque[Typed] = deque()
        self._turn = 0
        self._next: Typed | None = None
        """Its turn has come, and it is on its way; what arrives before it must not overtake it."""
        self._timer: asyncio.TimerHandle | None = None
        self._waits_for: MessagePump | None = None
        """What is to hand the key on; nothing while the application itself has it."""

    @property
    def busy(self) -> bool:
        """Whether a key is on its way, or waits."""
        return self._timer is not None or self._next is not None or bool(self._waiting)

    def must_wait(self, event: Typed) -> bool:
        """Keep a key or a paste where another one is not done yet; whether it was kept."""
        others_turn = self._next is not None and event is not self._next
        if self._timer is not None or others_turn:
            self._waiting.append(event)
            return True
        self._next = None
        self._turn += 1
        self._waits_for = None
        self._look_later(self._turn, LOOKS_AT_MOST)
        return False

    def _look_later(self, turn: int, looks: int) -> None:
        loop = asyncio.get_running_loop()
        self._timer = loop.call_later(GIVE_UP_S, self._look, turn, looks)

    def _look(self, turn: int, looks: int) -> None:
        """Give up where nothing can come up any more; else the key only takes its time."""
        if turn != self._turn or self._timer is None:
            return
        if looks > 1 and (self._waits_for is None or self._waits_for.is_running):
            self._look_later(turn, looks - 1)
        else:
            self._done(turn)

    def follow(self) -> None:
        """The key has been handed on: follow it."""
        self._go_round(self._turn, ROUNDS)

    def _go_round(self, turn: int, rounds: int) -> None:
        app = self._app
        start = app.focused or (app.screen if app.screen_stack else app)
        self._hop(start, turn, rounds)

    def _hop(self, pump: MessagePump | None, turn: int, rounds: int) -> None:
        """Behind whatever waits in this queue, go on to the one above it."""
        self._waits_for = pump
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
            self._next = self._waiting.popleft()
            self._app.call_later(self._app.on_event, self._next)
