"""What is spent while nobody does anything, and what is kept of all that was looked at."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from rctui.api.models.customer import Customer
from rctui.api.page import read_page
from tests.benchmarks.measured import DEMO, measured

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

DOWN: Final = "\x1b[B"
END: Final = "\x1b[F"
_SCREENS: Final[Mapping[str, tuple[tuple[str, ...], str, tuple[str, ...]]]] = {
    "Find": ((), "100 loaded", ()),
    "Customer": (("user_42",), "will not renew", ()),
    "Help": ((), "100 loaded", (DOWN, "?")),
    "Activity": ((), "100 loaded", (DOWN, "!")),
    "Journal": ((), "100 loaded", (DOWN, "h")),
    "Blocked": ((), "100 loaded", (DOWN, "b")),
    "Projects": ((), "100 loaded", (DOWN, "p")),
    "a dialog": (("user_42",), "will not renew", ("G",)),
}


@dataclass(frozen=True, slots=True)
class Idle:
    """A screen left alone."""

    screen: str
    bytes: int
    cpu_percent: float


def idle_screens(seconds: float, *, chances: int = 1) -> Iterator[Idle]:
    """Each screen, left alone for so long; what comes late on a busy machine costs a chance."""
    for screen, (arguments, seen, keys) in _SCREENS.items():
        with measured(*DEMO, *arguments) as terminal:
            terminal.shows(seen)
            terminal.settle(0.5)
            for key in keys:
                terminal.press(key)
            terminal.settle(0.5)
            for _ in range(chances):
                before, cpu = len(terminal.written), terminal.cpu_s
                time.sleep(seconds)
                sent = len(terminal.written) - before
                if not sent:
                    break
            yield Idle(screen, sent, (terminal.cpu_s - cpu) / seconds * 100)


def memory_after_browsing(customers: int) -> float:
    """MB at the most, once Find has been gone through from the first to the last customer."""
    with measured(*DEMO, "--customers", str(customers), "--read-only") as terminal:
        terminal.shows("100 loaded" if customers > 100 else "customers: ")
        terminal.settle(0.3)
        terminal.press(DOWN)
        while (loaded := _loaded(terminal.text)) < customers:
            terminal.send(END)
            terminal.meets(partial(_says_another_than, loaded), "another page")
        terminal.settle(1.2)
        return terminal.peak_mb


def _says_another_than(loaded: int, text: str) -> bool:
    """Whether another number is there. It may be less: one that was half drawn meant nothing."""
    return _loaded(text) != loaded


def _loaded(text: str) -> int:
    """How many customers the count line says are loaded."""
    _, found, after = text.rpartition("customers: ")
    number = after.split(maxsplit=1)[0] if found and after else ""
    return int(number) if number.isdecimal() else 0


def decode_ms(times: int = 30) -> float:
    """Decoding a page of a hundred customers, from bytes to records; the median."""
    rows = [
        {
            "object": "customer",
            "id": f"user_{number:032x}",
            "project_id": "proj1ab2c3d4",
            "first_seen_at": 1_700_000_000_000 + number,
            "last_seen_at": 1_750_000_000_000 + number,
            "last_seen_app_version": "6.4.1",
            "last_seen_country": "US",
            "last_seen_platform": "iOS",
            "last_seen_platform_version": "Version 18.2 (Build 22C150)",
        }
        for number in range(100)
    ]
    sent = json.dumps({"object": "list", "items": rows}).encode()
    took = []
    for _ in range(times):
        before = time.perf_counter()
        read_page(Customer, json.loads(sent))
        took.append((time.perf_counter() - before) * 1000)
    return sorted(took)[times // 2]
