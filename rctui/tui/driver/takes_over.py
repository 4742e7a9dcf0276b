"""What an application tells its driver about the way to the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from threading import Event

    from rctui.tui.driver.taken_terminal import TakenTerminal


class TakesOver:
    """An application that keys may wait for."""

    taken: TakenTerminal | None = None
    """The terminal, where it shows a first frame already."""
    wants_keys: Event
    """Set when there is something on screen that keys can go to. Until then they stay where they
    are, in the terminal's line: a `q` typed too early would end the program."""
