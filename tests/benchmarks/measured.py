"""A program in a pseudo-terminal, with everything noted that a person in front of it notices.

A chunk of output is dated when it is read, before the emulator sees it.
"""

from __future__ import annotations

import os
import re
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final, NamedTuple

from tests.pseudo_terminal import LIMIT_S, PseudoTerminal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

COLUMNS: Final = 120
LINES: Final = 40
FLOOR: Final = (sys.executable, "-m", "tests.benchmarks.floor")
DEMO: Final = (sys.executable, "-m", "rctui", "demo")
QUIET_S: Final = 0.15
"""Silence after which an update is over."""

_ROOT: Final = Path(__file__).parents[2]
_PEAK: Final = re.compile(r"VmHWM:\s+(\d+) kB")
_ASKS_FOR_SYNC: Final = b"\x1b[?2026$p"
_HAS_SYNC: Final = b"\x1b[?2026;2$y"


class Cost(NamedTuple):
    """What one key cost."""

    shown_ms: float
    """Until the first output."""
    settled_ms: float
    """Until the last output before a silence."""
    bytes: int


class MeasuredTerminal(PseudoTerminal):
    """A terminal of today: it can hold back frames, so their marks count too."""

    def __init__(self, argv: Sequence[str], home: str, **more: str) -> None:
        self._last_read = self.started = time.perf_counter()
        environment = {
            "HOME": home,
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "LANG": "C.UTF-8",
            "PATH": "/usr/bin:/bin",
            "PYTHONPATH": str(_ROOT),
            **more,
        }
        super().__init__(argv, columns=COLUMNS, lines=LINES, environment=environment)

    def _read(self) -> None:
        while True:
            try:
                data = os.read(self._terminal, 65536)
            except OSError:
                data = b""
            now = time.perf_counter()
            if _ASKS_FOR_SYNC in data:
                self.send(_HAS_SYNC)
            with self._changed:
                self._last_read = now
                if data:
                    self.written += data
                    self._stream.feed(data)
                else:
                    self._ended = True
                self._changed.notify_all()
            if not data:
                return

    def shows(self, *words: str) -> float:
        """Wait for words; when the output came that completed them, in s of `perf_counter`."""
        return self.meets(lambda text: all(word in text for word in words), f"{words}")

    def meets(self, condition: Callable[[str], bool], what: str) -> float:
        """The same for a condition. It may take minutes: the demo too limits its requests."""
        deadline = time.monotonic() + 3 * LIMIT_S
        with self._changed:
            while not condition(self.text):
                left = deadline - time.monotonic()
                if left <= 0 or self._ended:
                    raise AssertionError(f"never on the screen: {what}\n{self.text}")
                self._changed.wait(left)
            return self._last_read

    def settle(self, silence_s: float = QUIET_S) -> float:
        """Wait until nothing has been sent for a while; when the last of it came."""
        while (left := self._last_read + silence_s - time.perf_counter()) > 0:
            time.sleep(left)
        return self._last_read

    def press(self, key: str, silence_s: float = QUIET_S) -> Cost:
        """Press a key and wait for silence."""
        before = len(self.written)
        pressed = time.perf_counter()
        self.send(key)
        with self._changed:
            self._changed.wait_for(lambda: len(self.written) > before, LIMIT_S)
            shown = self._last_read
        settled = self.settle(silence_s)
        size = len(self.written) - before
        return Cost((shown - pressed) * 1000, (settled - pressed) * 1000, size)

    @property
    def peak_mb(self) -> float:
        """The most memory that the program has held so far."""
        status = Path(f"/proc/{self.process.pid}/status").read_text(encoding="ascii")
        found = _PEAK.search(status)
        assert found is not None
        return int(found[1]) / 1024

    @property
    def cpu_s(self) -> float:
        """How long the program has computed so far."""
        return time.clock_gettime((~self.process.pid << 3) | 2)


@contextmanager
def measured(*argv: str, **more: str) -> Iterator[MeasuredTerminal]:
    """A program in a terminal of 120 by 40, with a home of its own; `more` is environment."""
    with TemporaryDirectory() as home, MeasuredTerminal(argv, home, **more) as terminal:
        yield terminal
