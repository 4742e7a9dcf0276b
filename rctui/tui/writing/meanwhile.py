"""What is said while a write is under way: that it is being sent, then that it is looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rctui.text.safe_text import label

if TYPE_CHECKING:
    from rctui.tui.notices import Noticing

_SENDING: Final = label("Sending… It goes on whatever you do; the Journal keeps it.")
_READING_BACK: Final = label("It was done. Looking at what can be seen of it…")
_SAID_S: Final = 5


class Meanwhile:
    """One write's notice. Belongs to the screens' thread."""

    def __init__(self, program: Noticing) -> None:
        self._program = program
        self._notice = program.say_meanwhile(_SENDING, _SAID_S)

    def was_done(self) -> None:
        """The server has said so; what can be read may be late."""
        self.ends()
        self._notice = self._program.say_meanwhile(_READING_BACK, _SAID_S)

    def ends(self) -> None:
        """Its end is told now."""
        self._program.say_no_more(self._notice)
