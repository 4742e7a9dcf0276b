"""A plain first frame, painted before the toolkit is imported: where one is, and an empty box.

It says nothing that could turn out untrue. What is typed meanwhile stays in the terminal's line
until the box can take it.
"""

from __future__ import annotations

import os
import signal
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from rctui.text.safe_text import SafeText, join, label
from rctui.tui.driver.taken_terminal import TakenTerminal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from types import FrameType

    Handler = Callable[[int, FrameType | None], object] | int | None

SIGNALS: Final = (signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGINT)
_HOME: Final = "\x1b[H"
_CLEAR: Final = "\x1b[2J"
_BOLD: Final = "\x1b[1m"
_REVERSE: Final = "\x1b[7m"
_PLAIN: Final = "\x1b[m"
_IN_THE_BOX: Final = "\x1b[2;2H"


@contextmanager
def first_frame(project: Sequence[SafeText], *, box: bool) -> Iterator[TakenTerminal | None]:
    """Take the terminal and show a project's words; give it back whatever happens.

    `box` draws the empty box with its caret below. Without any words nothing is shown.
    """
    if not project or sys.__stdin__ is None or sys.__stderr__ is None:
        yield None
        return
    taken = TakenTerminal(sys.__stdin__.fileno(), sys.__stderr__.fileno())
    before = _end_on_signals(taken)
    try:
        taken.show(frame((label("rctui"), *project, label("Find")), _columns(), box=box))
        yield taken
    finally:
        taken.give_back()
        for number, handler in before.items():
            signal.signal(number, handler)


def frame(place: Sequence[SafeText], columns: int, *, box: bool) -> str:
    """What is sent: the header's words, and a caret on the line where the box will be."""
    caret = f"{_IN_THE_BOX}{_REVERSE} {_PLAIN}" if box else ""
    return f"{_HOME}{_CLEAR}{_BOLD}{_header(place, columns)}{_PLAIN}{caret}"


def _header(place: Sequence[SafeText], columns: int) -> str:
    words = join(" | ", place)
    if words.plain.isascii() and len(words.plain) <= columns:
        return words.plain
    # Widths need tables that take ms to import.
    from rctui.text.width import cut

    return cut(words, columns).plain


def _columns() -> int:
    try:
        return os.get_terminal_size(sys.__stderr__.fileno()).columns  # type: ignore[union-attr]
    except OSError:
        return 80


def _end_on_signals(taken: TakenTerminal) -> dict[signal.Signals, Handler]:
    """Until the screens take signals over, one ends the program at once: nothing is under way."""

    def end(number: int, _frame: FrameType | None) -> None:
        taken.give_back()
        os._exit(128 + number)

    return {one: signal.signal(one, end) for one in SIGNALS}
