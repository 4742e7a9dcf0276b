"""What one key costs on the screens where it is pressed most: bytes, and time until it is shown.

In a list that is the first output: it holds all that the key changes, and what comes later is the
next page or the row beside the list. A tab and a dialog count until they have settled.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from tests.benchmarks.measured import DEMO, QUIET_S, measured

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.benchmarks.measured import MeasuredTerminal

DOWN: Final = "\x1b[B"
PAGE_DOWN: Final = "\x1b[6~"
ESC: Final = "\x1b"
ENTER: Final = "\r"
_SHORT_SILENCE_S: Final = 0.05


@dataclass(frozen=True, slots=True)
class Pressed:
    """One kind of key, pressed several times."""

    name: str
    ms: tuple[float, ...]
    bytes: tuple[int, ...]

    @property
    def typical_ms(self) -> float:
        return sorted(self.ms)[len(self.ms) // 2]

    @property
    def p95_ms(self) -> float:
        return sorted(self.ms)[min(len(self.ms) - 1, len(self.ms) * 95 // 100)]

    @property
    def slowest_ms(self) -> float:
        return max(self.ms)

    @property
    def typical_bytes(self) -> int:
        return sorted(self.bytes)[len(self.bytes) // 2]


def keys_in_find(times: int = 8) -> Iterator[Pressed]:
    """Characters in the box; then the list: inside the view, scrolling, and by pages."""
    with measured(*DEMO, "--customers", "2000") as terminal:
        terminal.shows("100 loaded")
        terminal.settle(0.3)
        terminal.press("a")  # the first one also says what is recognised
        yield _pressed(terminal, "a character in Find", ["b"] * times)
        terminal.press(DOWN)
        terminal.press(DOWN)
        yield _pressed(terminal, "one row down", [DOWN] * times)
        terminal.press(PAGE_DOWN)
        yield _pressed(terminal, "scroll by one row", [DOWN] * times)
        terminal.press("g")
        yield _pressed(terminal, "page down", [PAGE_DOWN, PAGE_DOWN, "g"], skip="g", rounds=times)


def keys_in_customer(times: int = 4) -> Iterator[Pressed]:
    """Tabs that are loaded already, and a dialog."""
    with measured(*DEMO, "user_42") as terminal:
        terminal.shows("Has pro until", "will not renew")
        for tab in "23456781":
            terminal.press(tab)
        terminal.settle(0.5)
        yield _pressed(terminal, "switch the tab", list("2345671") * times, settled=True)
        terminal.press("G")
        terminal.press(ESC)
        keys = ["G", ESC]
        yield _pressed(terminal, "open a dialog", keys, skip=ESC, rounds=times, settled=True)


def a_thousand_keys(times: int = 1000) -> Iterator[Pressed]:
    """The keys of a list, so often that what comes rarely is among them: a page, a collection."""
    with measured(*DEMO, "--customers", "2000") as terminal:
        terminal.shows("100 loaded")
        terminal.settle(0.3)
        terminal.press(DOWN)
        often = partial(_pressed, terminal, skip="g", silence_s=_SHORT_SILENCE_S)
        yield often("one row down", [*[DOWN] * 25, "g"], rounds=times // 25)
        yield often("page down", [PAGE_DOWN, PAGE_DOWN, "g"], rounds=times // 2)
        terminal.press(PAGE_DOWN)
        yield often("scroll by one row", [DOWN] * times)


@dataclass(frozen=True, slots=True)
class Held:
    """A key that was held down."""

    lag_ms: float
    """From the last press to the last output."""
    bytes: int


def held_key(keys: int = 60) -> Held:
    """A key held at 60 per second."""
    with measured(*DEMO, "--customers", "2000") as terminal:
        terminal.shows("100 loaded")
        terminal.press(DOWN)
        terminal.settle(0.3)
        before, following = len(terminal.written), time.perf_counter()
        for _ in range(keys):
            following += 1 / 60
            time.sleep(max(0.0, following - time.perf_counter()))
            terminal.send(DOWN)
        released = time.perf_counter()
        lag_ms = (terminal.settle() - released) * 1000
        return Held(lag_ms, len(terminal.written) - before)


def _pressed(
    terminal: MeasuredTerminal,
    name: str,
    keys: list[str],
    *,
    skip: str = "",
    rounds: int = 1,
    settled: bool = False,
    silence_s: float = QUIET_S,
) -> Pressed:
    costs = [(key, terminal.press(key, silence_s)) for key in keys * rounds]
    counted = [cost for key, cost in costs if key != skip]
    times = tuple(cost.settled_ms if settled else cost.shown_ms for cost in counted)
    return Pressed(name, times, tuple(cost.bytes for cost in counted))
