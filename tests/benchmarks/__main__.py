"""One command for every figure: `python -m tests.benchmarks` prints the table.

With `--write` the figures are kept in `measured.json`, from which the README's table is made.
It takes a quarter of an hour, most of it for going through 100,000 customers and for pressing
3,000 keys; `--starts` measures the starts alone, `--thousand` those keys. `--beside COMMAND --until
TEXT` starts another program in the same rounds.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shlex
import statistics
import sys
from collections import deque
from functools import partial
from importlib.metadata import version
from typing import TYPE_CHECKING

from tests.benchmarks.opening import open_a_customer
from tests.benchmarks.pressing import a_thousand_keys, held_key, keys_in_customer, keys_in_find
from tests.benchmarks.resting import decode_ms, idle_screens, memory_after_browsing
from tests.benchmarks.starting import (
    Start,
    start_of,
    start_of_configured,
    start_of_floor,
    start_of_rctui,
)
from tests.benchmarks.table import KEPT, starts_table, table, thousand_table

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

ROUNDS = 9
IDLE_S = 10.0


def measure(starts: Mapping[str, object]) -> dict[str, object]:
    """Every figure, by name, the starts among them."""
    return {
        "made": f"CPython {platform.python_version()}, Textual {version('textual')},"
        f" {platform.system()}, {os.cpu_count()} cores, terminal of 120x40, warm disk",
        "starts": starts,
        "keys": {
            key.name: [key.typical_bytes, key.typical_ms, key.p95_ms]
            for key in (*keys_in_find(20), *keys_in_customer(6))
        },
        "thousand": measure_thousand(),
        "held_ms": held_key().lag_ms,
        "memory_mb": {str(many): memory_after_browsing(many) for many in (100, 10_000, 100_000)},
        "opened": _median_of(open_a_customer, ("header", "all_tabs")),
        "opened_after_typing": _median_of(partial(open_a_customer, "ann"), ("header", "all_tabs")),
        "decode_ms": decode_ms(),
        "idle": {one.screen: [one.bytes, one.cpu_percent] for one in idle_screens(IDLE_S)},
    }


def measure_thousand() -> dict[str, list[float]]:
    """For each key of a list, pressed a thousand times, the time of nearly all and the longest."""
    return {key.name: [key.p95_ms, key.slowest_ms] for key in a_thousand_keys()}


def measure_starts(beside: Callable[[], Start] | None = None) -> dict[str, dict[str, object]]:
    """All programs in turns, so that a machine that slows down slows them all.

    Each round begins with another one. A program has its medians, and for how many times as long
    as the floor it made one wait.
    """
    programs = {"floor": start_of_floor, "rctui": start_of_rctui, "configured": start_of_configured}
    if beside is not None:
        programs["beside"] = beside
    names = deque(programs)
    rounds = []
    for _ in range(ROUNDS):
        rounds.append({name: programs[name]() for name in names})
        names.rotate()
    return {
        name: _medians([one[name] for one in rounds])
        | {
            f"{ms}_ratio": statistics.median(
                getattr(one[name], f"{ms}_ms") / one["floor"].useful_ms for one in rounds
            )
            for ms in ("frame", "useful")
        }
        for name in programs
    }


def _medians(starts: list[Start]) -> dict[str, object]:
    names = Start.__dataclass_fields__
    return {name: statistics.median(getattr(one, name) for one in starts) for name in names}


def _median_of(run: Callable[[], object], names: tuple[str, ...]) -> dict[str, float]:
    runs = [run() for _ in range(5)]
    return {name: statistics.median(getattr(one, name) for one in runs) for name in names}


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks")
    parser.add_argument("--write", action="store_true", help="keep the figures for the README")
    parser.add_argument("--starts", action="store_true", help="measure the starts alone")
    parser.add_argument("--thousand", action="store_true", help="press each key of a list 1,000x")
    parser.add_argument("--beside", default="", metavar="COMMAND", help="start this as well")
    parser.add_argument("--until", default="", metavar="TEXT", help="what it shows once it is up")
    return parser.parse_args()


def main() -> None:
    """Measure what was asked for, and print it."""
    asked = _asked()
    if asked.thousand:
        sys.stdout.write(thousand_table(measure_thousand()) + "\n")
        return
    command = shlex.split(asked.beside)
    starts = measure_starts((lambda: start_of(*command, until=asked.until)) if command else None)
    if asked.starts:
        sys.stdout.write(starts_table(starts) + "\n")
        return
    figures = measure(starts)
    if asked.write:
        KEPT.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    sys.stdout.write(table(figures) + "\n")


if __name__ == "__main__":
    main()
