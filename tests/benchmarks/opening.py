"""Opening a customer over a slow line: how many round trips until one can read."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Final

from tests.benchmarks.measured import DEMO, measured

ROUND_TRIP_MS: Final = 100


@dataclass(frozen=True, slots=True)
class Opened:
    """In round trips."""

    header: float
    all_tabs: float


def open_a_customer(typed: str = "") -> Opened:
    """Each request takes 100 ms; the connection is open, as it is once Find has its list.

    Whoever types is going to open somebody, so that what this takes is loaded meanwhile. `typed` is
    taken back, and the customer opened from the list in either case.
    """
    with measured(*DEMO, "--latency", str(ROUND_TRIP_MS)) as terminal:
        terminal.shows("100 loaded")
        terminal.settle(0.5)
        for key in (*typed, *("\x7f" for _ in typed), "\x1b[B"):
            terminal.press(key)
        pressed = time.perf_counter()
        terminal.send("\r")
        header = terminal.shows("| Customer", "Ann Lee")
        terminal.shows("will not renew")
        return Opened(_trips(header - pressed), _trips(terminal.settle(0.5) - pressed))


def _trips(seconds: float) -> float:
    return seconds * 1000 / ROUND_TRIP_MS
