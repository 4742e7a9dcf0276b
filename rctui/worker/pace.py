"""An even pace for many requests: as fast as a minute's budget allows, and never in bursts.

A burst that eats the budget leaves colleagues who use the same key without any until the minute
is over; an even pace leaves them their share, and never meets a 429 of its own making.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

USUAL_LIMIT: Final = 480
"""Requests a minute, before an answer has told; what RevenueCat documents."""
SHARE: Final = 0.97
"""Of a minute's budget. The rest is for whoever looks at a customer meanwhile."""


def least_s(requests: int, limit: int = USUAL_LIMIT) -> float:
    """Seconds that so many requests take at least, where `limit` begin in a minute."""
    return requests * 60 / (limit * SHARE)


@dataclass(slots=True)
class Pace:
    """Turns, one after another."""

    sleep: Callable[[float], Awaitable[None]]
    limit: Callable[[], int] = lambda: USUAL_LIMIT
    """Requests a minute, as the newest answer told."""
    now_s: Callable[[], float] = time.monotonic
    _next_s: float = field(default=0.0)

    async def turn(self, cost: int = 1) -> None:
        """Wait until so many requests may begin. Turns are taken one at a time."""
        now_s = self.now_s()
        begins_s = max(now_s, self._next_s)
        self._next_s = begins_s + least_s(cost, self.limit())
        if begins_s > now_s:
            await self.sleep(begins_s - now_s)

    def hold_back(self, for_s: float) -> None:
        """The server said that it is too much: nothing begins for some seconds."""
        self._next_s = max(self._next_s, self.now_s() + for_s)

    def left_s(self, requests: int) -> float:
        """Seconds that so many requests take at least."""
        return least_s(requests, self.limit())
