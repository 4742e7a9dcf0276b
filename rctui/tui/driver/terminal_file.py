"""The terminal as a file that may be gone."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import TextIO


class TerminalFile:
    """Writes to the terminal; what no longer arrives is dropped.

    Textual writes on a thread with a short queue. An error there would end the thread, and with
    it, once the queue is full, everything that draws: the program could not even end.
    """

    def __init__(self, file: TextIO) -> None:
        self._file = file

    def write(self, text: str) -> None:
        """Write, or do nothing when the terminal is gone."""
        with suppress(OSError):
            self._file.write(text)

    def flush(self) -> None:
        """Send what was written, or do nothing when the terminal is gone."""
        with suppress(OSError):
            self._file.flush()

    def fileno(self) -> int:
        """The terminal's file descriptor."""
        return self._file.fileno()
