"""A program in a pseudo-terminal, and the screen it draws."""

from __future__ import annotations

import fcntl
import os
import select
import struct
import subprocess
import sys
import termios
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any

import pyte

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

PATIENCE = 120.0
"""Seconds until a screen that doesn't come is a failure."""

_PROJECT = Path(__file__).parents[3]
_WITH_TERMINAL_OF_ITS_OWN = """\
import fcntl, runpy, sys, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
sys.argv = sys.argv[1:]
runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
"""


class Terminal:
    """Runs a Python module as the only program of a terminal of its own."""

    def __init__(self, *arguments: str, columns: int = 80, lines: int = 24) -> None:
        self.screen = pyte.Screen(columns, lines)
        self.sent = bytearray()
        self._stream = pyte.ByteStream(self.screen)
        self._tty, other_side = os.openpty()
        self._set_size(columns, lines)
        self._program = subprocess.Popen(
            [sys.executable, "-c", _WITH_TERMINAL_OF_ITS_OWN, *arguments],
            env=_environment(),
            stdin=other_side,
            stdout=other_side,
            stderr=other_side,
            cwd=_PROJECT,
            start_new_session=True,
        )
        os.close(other_side)

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def cells(self) -> list[list[Any]]:
        """Every cell with its style."""
        columns = range(self.screen.columns)
        return [[self.screen.buffer[y][x] for x in columns] for y in range(self.screen.lines)]

    @property
    def text(self) -> str:
        return "\n".join(self.screen.display)

    @property
    def adds_returns(self) -> bool:
        """Whether the line makes a return and a line feed of each line feed."""
        flags: int = termios.tcgetattr(self._tty)[1]
        return bool(flags & termios.ONLCR)

    def type(self, keys: bytes) -> None:
        os.write(self._tty, keys)

    def resize(self, columns: int, lines: int) -> None:
        self.screen.resize(lines, columns)
        self._set_size(columns, lines)

    def wait_for(self, text: str) -> None:
        """Draw what comes until the text is on screen."""
        self.wait_until(lambda: text in self.text)

    def wait_until(self, condition: Callable[[], bool]) -> None:
        until = monotonic() + PATIENCE
        while not condition():
            assert monotonic() < until, self.text
            self._draw_what_comes()

    def wait_until_like(self, other: Terminal) -> None:
        """Draw on both until they show the same, cell by cell."""
        until = monotonic() + PATIENCE
        while self.cells != other.cells or not self.text.strip():
            assert monotonic() < until, f"{self.text}\n{other.text}"
            self._draw_what_comes(0.02)
            other._draw_what_comes(0.02)

    def wait_for_end(self) -> int:
        """The exit code of the program, once it has gone."""
        while self._draw_what_comes():
            pass
        return self._program.wait(PATIENCE)

    def signal(self, number: int) -> None:
        self._program.send_signal(number)

    def wait_for_stop(self) -> None:
        """Wait until the program has suspended itself."""
        self.wait_until(lambda: self._state() == "T")

    def _state(self) -> str:
        status = subprocess.run(
            ["ps", "-o", "stat=", "-p", str(self._program.pid)],
            capture_output=True, text=True, check=True,
        )  # fmt: skip
        return status.stdout[:1]

    def hang_up(self) -> int:
        """Take the terminal away; the program's exit code."""
        os.close(self._tty)
        self._tty = -1
        return self._program.wait(PATIENCE)

    def close(self) -> None:
        self._program.kill()
        self._program.wait(PATIENCE)
        if self._tty >= 0:
            os.close(self._tty)

    def _draw_what_comes(self, wait: float = 0.1) -> bool:
        if not select.select([self._tty], [], [], wait)[0]:
            return True
        try:
            data = os.read(self._tty, 65536)
        except OSError:
            return False
        self.sent += data
        self._stream.feed(without_what_pyte_misreads(data))
        return bool(data)

    def _set_size(self, columns: int, lines: int) -> None:
        fcntl.ioctl(self._tty, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))


def _environment() -> dict[str, str]:
    kept = {k: v for k, v in os.environ.items() if k not in {"COLUMNS", "LINES", "NO_COLOR"}}
    return kept | {"TERM": "xterm-256color", "COLORTERM": "truecolor"}


def without_what_pyte_misreads(data: bytes) -> bytes:
    """Queries and keyboard modes, which pyte takes for text and text styles."""
    for sequence in (b"\x1b[?2026$p", b"\x1b[?2048$p", b"\x1b[>25u", b"\x1b[<u"):
        data = data.replace(sequence, b"")
    return data
