"""How long reads wait so that a project's rate budget lasts.

The budget is per key and shared with every colleague who uses the same one; only the headers
of an answer tell how much of it is gone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from rctui.api.rate_limits import Budget

WINDOW_MS = 60_000
RESERVE = 10
"""Requests a minute that reads leave for writes and for colleagues."""


def wait_ms(budget: Budget | None, now_ms: int) -> int:
    """Milliseconds until another read fits the budget; 0 is now."""
    if budget is None or budget.left > min(RESERVE, budget.limit // 10):
        return 0
    if now_ms < budget.seen_at_ms:
        return 0  # the machine's clock was put back: nobody knows how old the figure is
    return max(0, budget.seen_at_ms + WINDOW_MS - now_ms)


async def wait_for_room(
    budget: Callable[[], Budget | None],
    now_ms: Callable[[], int],
    sleep: Callable[[float], Awaitable[None]],
    tell: Callable[[int, int], object],
) -> None:
    """Wait until another read fits the budget.

    `tell` is called with each wait and the moment it begins at, both in ms.
    """
    while pause_ms := wait_ms(budget(), now := now_ms()):
        tell(pause_ms, now)
        await sleep(pause_ms / 1000)
