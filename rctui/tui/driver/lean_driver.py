"""The driver that sends only what has changed on the screen."""

from __future__ import annotations

import os
import termios
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final

from textual import events

from rctui.tui.driver.lean_output import LeanOutput
from rctui.tui.driver.output_guard import SYNC_END, SYNC_START
from rctui.tui.driver.terminal_driver import ALTERNATE_SCREEN, TerminalDriver

if TYPE_CHECKING:
    from textual.message import Message

_LARGE_FRAME: Final = 600
"""Bytes from which on a frame might be seen half drawn, unless the terminal holds it back."""
_OUTPUT: Final = 1
"""Where termios keeps what the line does to output."""


class LeanDriver(TerminalDriver):
    """Turns Textual's frames into differences to what the terminal shows.

    After a change of size, a return from suspension, and `redraw`, everything is sent again.
    """

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._output = LeanOutput(80, 24, erases_background=_erases_background())
        self._size_now: tuple[int, int] = (80, 24)
        self._size_drawn = self._size_now
        self._can_sync = False

    def redraw(self) -> None:
        """Draw the whole screen again, from what is known of it."""
        self._send(self._output.redraw())

    def start_application_mode(self) -> None:
        """Take the terminal. Its line adds no returns: this driver sends those it needs."""
        super().start_application_mode()
        with suppress(termios.error):
            settings = termios.tcgetattr(self.fileno)
            settings[_OUTPUT] &= ~termios.ONLCR
            termios.tcsetattr(self.fileno, termios.TCSANOW, settings)

    def process_message(self, message: Message) -> None:
        """Note a new size that the terminal reports on the line of the keyboard."""
        if isinstance(message, events.Resize):
            self._size_now = message.size
        super().process_message(message)

    def _get_terminal_size(self) -> tuple[int, int]:
        """The size, which is asked for whenever it has changed."""
        self._size_now = super()._get_terminal_size()
        return self._size_now

    def _write_control(self, data: str) -> None:
        if data in {SYNC_START, SYNC_END}:
            self._can_sync = True  # Textual only sends it to terminals that said yes
            return
        super()._write_control(data)
        if data == ALTERNATE_SCREEN:
            self._fill_new_screen()

    def _fill_new_screen(self) -> None:
        """Show what was known, as after a suspension, unless the size has changed."""
        if self._size_now == self._size_drawn:
            self._size_drawn = self._size_now
            self.redraw()

    def _write_frame(self, frame: str) -> None:
        # Another thread, or a signal, may bring a size at any moment: even one equal to the
        # last tells that the terminal's content has been touched, so identity counts.
        size = self._size_now
        if size is not self._size_drawn:
            self._size_drawn = size
            self._output.resize(*size)
        self._send(self._output.lean(frame))

    def _send(self, drawn: str) -> None:
        if self._can_sync and len(drawn) > _LARGE_FRAME:
            drawn = f"{SYNC_START}{drawn}{SYNC_END}"
        if drawn:
            super()._write_control(drawn)


def _erases_background() -> bool:
    """Whether erasing fills with the background colour; GNU screen fills with the default."""
    return not os.environ.get("TERM", "").startswith("screen") or "TMUX" in os.environ
