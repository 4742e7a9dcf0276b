"""A terminal between its first frame and the toolkit that takes it over.

Needs neither Textual nor anything else that takes time to import.
"""

from __future__ import annotations

import contextlib
import os
import termios
from typing import Any, Final

_MODES_OFF: Final = ("?1000l", "?1003l", "?1006l", "?1004l", "?2004l", "<u", "?1049l", "?25h", "m")
LEAVE_SCREEN: Final = "".join(f"\x1b[{mode}" for mode in _MODES_OFF)
"""Undoes whatever this program or the toolkit may have switched on."""

_LOCAL: Final = 3
_INPUT: Final = 0
_CONTROL: Final = 6


class TakenTerminal:
    """Shows the first frame, and keeps what is typed until somebody reads it.

    `line` is the descriptor that keys are read from, `screen` the one that is drawn on. Raises
    termios.error where `line` is no terminal.
    """

    def __init__(self, line: int, screen: int) -> None:
        self._line = line
        self._screen = screen
        self.before: list[Any] = termios.tcgetattr(line)
        """The line's settings as the program found them. `Any`: that is what termios gives."""
        self.is_on_screen = False
        """Whether the alternate screen is on and nobody but this object will switch it off."""

    def show(self, frame: str) -> None:
        """Take the terminal and draw. What is typed is no longer echoed or read line by line.

        Enter arrives as it does later; ctrl+c still ends the program, ctrl+z waits like a key.
        """
        settings = termios.tcgetattr(self._line)
        settings[_LOCAL] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN)
        settings[_INPUT] &= ~(termios.IXON | termios.IXOFF | termios.ICRNL | termios.INLCR)
        settings[_CONTROL][termios.VSUSP] = b"\0"
        settings[_CONTROL][termios.VMIN] = 1
        termios.tcsetattr(self._line, termios.TCSANOW, settings)
        self.is_on_screen = True
        self._write(f"\x1b[?1049h\x1b[?25l{frame}")

    def give_back(self) -> None:
        """Put everything back as it was. What nobody has read must not reach the shell."""
        with contextlib.suppress(OSError, termios.error):
            if self.is_on_screen:
                self.is_on_screen = False
                termios.tcflush(self._line, termios.TCIFLUSH)
                self._write(LEAVE_SCREEN)
            termios.tcsetattr(self._line, termios.TCSANOW, self.before)

    def _write(self, text: str) -> None:
        with contextlib.suppress(OSError):
            os.write(self._screen, text.encode())
