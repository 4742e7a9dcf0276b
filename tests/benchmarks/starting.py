"""How long it takes until there is something to see, to type into, and until it is all there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.benchmarks.measured import DEMO, FLOOR, measured

if TYPE_CHECKING:
    from tests.benchmarks.measured import MeasuredTerminal


@dataclass(frozen=True, slots=True)
class Start:
    """One start, in ms from the process on."""

    frame_ms: float
    useful_ms: float
    """The live box can be typed into."""
    settled_ms: float
    bytes: int
    peak_mb: float


def start_of_floor() -> Start:
    """The smallest table application."""
    with measured(*FLOOR) as terminal:
        useful = terminal.shows("row 5")
        return _start(terminal, useful, useful)


def start_of_rctui() -> Start:
    """The demo: its plain frame, its live box, the first page of customers."""
    with measured(*DEMO) as terminal:
        frame = terminal.shows("Skylark Demo | Find")
        useful = terminal.shows("Type or paste")
        terminal.shows("100 loaded")
        return _start(terminal, frame, useful)


def _start(terminal: MeasuredTerminal, frame: float, useful: float) -> Start:
    settled = terminal.settle(0.3)
    since = terminal.started
    return Start(
        (frame - since) * 1000,
        (useful - since) * 1000,
        (settled - since) * 1000,
        len(terminal.written),
        terminal.peak_mb,
    )
