"""A whole program in a real pseudo-terminal, its screen kept by an emulator.

Waiting is always for something on the screen, or for the end of the program; a limit only tells
a hanging test from a slow machine.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import signal
import struct
import subprocess
import termios
import threading
import time
from typing import TYPE_CHECKING, Self

import pyte

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from types import TracebackType

_BETWEEN_PRESSES_S = 1.0
LIMIT_S = 120.0
"""How long anything may take before a test gives up."""


class PseudoTerminal:
    """One program and the screen it draws on."""

    def __init__(
        self,
        argv: Sequence[str],
        *,
        columns: int = 80,
        lines: int = 24,
        environment: Mapping[str, str],
    ) -> None:
        self._screen = pyte.Screen(columns, lines)
        self._stream = pyte.ByteStream(self._screen)
        self._changed = threading.Condition()
        self._ended = False
        self._frozen = threading.Event()
        self.written = bytearray()
        """Every byte that the program sent to its terminal."""
        self._terminal, inner = pty.openpty()
        _set_size(self._terminal, columns, lines)
        self._inner = inner
        self._before = self._after = termios.tcgetattr(inner)
        self.process = subprocess.Popen(
            argv, stdin=inner, stdout=inner, stderr=inner, env=dict(environment),
            start_new_session=True, close_fds=True, preexec_fn=_take_terminal,
        )  # fmt: skip
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._watcher = threading.Thread(target=self._watch, daemon=True)
        self._reader.start()
        self._watcher.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self._reader.join(LIMIT_S)
        os.close(self._terminal)

    @property
    def text(self) -> str:
        """What is on the screen, line by line, without the blanks at the ends of lines."""
        with self._changed:
            return "\n".join(line.rstrip() for line in self._screen.display)

    @property
    def title(self) -> str:
        """What the program set the window's title to."""
        return str(self._screen.title)

    def is_bold(self, beginning: str) -> bool:
        """Whether a line that begins so is in bold type, as the cursor of a focused list is."""
        with self._changed:
            lines = (
                number
                for number, line in enumerate(self._screen.display)
                if line.startswith(beginning)
            )
            return any(self._screen.buffer[line][len(beginning)].bold for line in lines)

    def wait_for(self, *words: str) -> str:
        """Wait until all of the words are on the screen; what it shows then."""
        return self.wait_until(lambda text: all(word in text for word in words), f"{words}")

    def wait_until(self, condition: Callable[[str], bool], what: str) -> str:
        """Wait until the screen meets a condition; what it shows then."""
        deadline = time.monotonic() + LIMIT_S
        with self._changed:
            while not condition(self.text):
                left = deadline - time.monotonic()
                if left <= 0 or self._ended:
                    raise AssertionError(f"never on the screen: {what}\n{self.text}")
                self._changed.wait(left)
            return self.text

    def press_until(self, key: str, condition: Callable[[str], bool], what: str) -> str:
        """Press a key again and again until the screen meets a condition.

        For reviews, which take no answer at first and show nothing of that.
        """
        deadline = time.monotonic() + LIMIT_S
        while not condition(self.text):
            assert time.monotonic() < deadline, f"never on the screen: {what}\n{self.text}"
            self.send(key)
            with self._changed:
                self._changed.wait_for(lambda: condition(self.text), _BETWEEN_PRESSES_S)
        return self.text

    def send(self, keys: str | bytes) -> None:
        """Type, or answer as a terminal would."""
        os.write(self._terminal, keys.encode() if isinstance(keys, str) else keys)

    def paste(self, text: str) -> None:
        """Paste in brackets, as terminals do."""
        self.send(f"\x1b[200~{text}\x1b[201~")

    def resize(self, columns: int, lines: int) -> None:
        """Change the size of the window."""
        with self._changed:
            self._screen.resize(lines, columns)
        _set_size(self._terminal, columns, lines)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGWINCH)

    def freeze(self) -> None:
        """Stop reading, as a terminal does behind a line that is gone but not closed."""
        self._frozen.set()

    def hang_up(self) -> None:
        """Close the terminal under the program."""
        os.close(self._terminal)
        self._terminal = os.open(os.devnull, os.O_RDWR)

    def wait_for_end(self) -> int:
        """Wait until the program has ended and all it wrote is read; its exit code."""
        code = self.process.wait(LIMIT_S)
        self._reader.join(LIMIT_S)
        return code

    @property
    def restored(self) -> bool:
        """Whether the program left the line as it had found it."""
        return self._after[:4] == self._before[:4]

    def _watch(self) -> None:
        self.process.wait()
        with contextlib.suppress(termios.error):  # the terminal may have hung up
            self._after = termios.tcgetattr(self._inner)
        # The reader then sees the end, after everything that was written before it.
        os.close(self._inner)

    def _read(self) -> None:
        while not self._frozen.is_set():
            try:
                data = os.read(self._terminal, 65536)
            except OSError:
                data = b""
            with self._changed:
                if data:
                    self.written += data
                    self._stream.feed(data)
                else:
                    self._ended = True
                self._changed.notify_all()
            if not data:
                return


def _take_terminal() -> None:
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


def _set_size(terminal: int, columns: int, lines: int) -> None:
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
