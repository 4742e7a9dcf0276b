"""How long reads wait so that a project's rate budget lasts.

The budget is per key and shared with every colleague who uses the same one; only the headers
of an answer tell how much of it is gone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rctui.api.rate_limits import Budget

WINDOW_MS = 60_000
RESERVE = 10
"""Requests a minute that reads leave for writes and for colleagues."""


def wait_ms(budget: Budget | None, now_ms: int) -> int:
    """Milliseconds until another read fits the budget; 0 is now."""
    if budget is None or budget.left > min(RESERVE, budget.limit // 10):
        return 0
    return max(0, budget.seen_at_ms + WINDOW_MS - now_ms)
