"""A loop whose clock a test can put forward: a deadline passes without anybody waiting for it.

A deadline of a few milliseconds would pass on a busy machine before the request is even sent.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Coroutine


class LeapingLoop(asyncio.SelectorEventLoop):
    """What waits for a moment that has been leapt over is due at once."""

    def __init__(self) -> None:
        self._ahead_s = 0.0
        super().__init__()

    def time(self) -> float:
        """Seconds of the real clock, and those that were leapt over."""
        return super().time() + self._ahead_s

    def leap(self, seconds: float) -> None:
        """Let so much time have passed."""
        self._ahead_s += seconds


def run_in_leaps(test: Coroutine[object, object, None]) -> None:
    """Run a test on such a loop, to its end."""
    with asyncio.Runner(loop_factory=LeapingLoop) as runner:
        runner.run(test)


def leap(seconds: float) -> None:
    """Put the running loop's clock forward."""
    cast("LeapingLoop", asyncio.get_running_loop()).leap(seconds)
