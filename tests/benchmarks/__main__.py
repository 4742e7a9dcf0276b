"""One command for every figure: `python -m tests.benchmarks` prints the table.

With `--write` the figures are kept in `measured.json`, from which the README's table is made.
It takes some minutes, most of them for going through 100,000 customers.
"""

from __future__ import annotations

import json
import os
import platform
import statistics
import sys
from importlib.metadata import version
from typing import TYPE_CHECKING

from tests.benchmarks.opening import open_a_customer
from tests.benchmarks.pressing import held_key, keys_in_customer, keys_in_find
from tests.benchmarks.resting import decode_ms, idle_screens, memory_after_browsing
from tests.benchmarks.starting import Start, start_of_floor, start_of_rctui
from tests.benchmarks.table import KEPT, table

if TYPE_CHECKING:
    from collections.abc import Callable

ROUNDS = 9
IDLE_S = 10.0


def measure() -> dict[str, object]:
    """Every figure, by name."""
    return {
        "made": f"CPython {platform.python_version()}, Textual {version('textual')},"
        f" {platform.system()}, {os.cpu_count()} cores, terminal of 120x40, warm disk",
        "starts": _starts(),
        "keys": {
            key.name: [key.typical_bytes, key.typical_ms, key.p95_ms]
            for key in (*keys_in_find(20), *keys_in_customer(6))
        },
        "held_ms": held_key().lag_ms,
        "memory_mb": {str(many): memory_after_browsing(many) for many in (100, 10_000, 100_000)},
        "opened": _median_of(open_a_customer, ("header", "all_tabs")),
        "decode_ms": decode_ms(),
        "idle": {one.screen: [one.bytes, one.cpu_percent] for one in idle_screens(IDLE_S)},
    }


def _starts() -> dict[str, dict[str, float]]:
    """Both programs in turns, so that a machine that slows down slows both."""
    pairs = [(start_of_floor(), start_of_rctui()) for _ in range(ROUNDS)]
    return {
        "floor": _medians([floor for floor, _ in pairs]),
        "rctui": _medians([rctui for _, rctui in pairs]),
        "ratio": {
            name: statistics.median(getattr(rctui, name) / getattr(floor, "useful_ms")  # noqa: B009
                                    for floor, rctui in pairs)
            for name in ("frame_ms", "useful_ms")
        },
    }  # fmt: skip


def _medians(starts: list[Start]) -> dict[str, float]:
    names = Start.__dataclass_fields__
    return {name: statistics.median(getattr(one, name) for one in starts) for name in names}


def _median_of(run: Callable[[], object], names: tuple[str, ...]) -> dict[str, float]:
    runs = [run() for _ in range(5)]
    return {name: statistics.median(getattr(one, name) for one in runs) for name in names}


if __name__ == "__main__":
    figures = measure()
    if "--write" in sys.argv:
        KEPT.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    sys.stdout.write(table(figures) + "\n")
