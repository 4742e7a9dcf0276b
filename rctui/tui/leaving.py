"""Being told to leave by a signal: the screen ends, what is under way ends, the terminal is whole.

Python's own handlers are used, not the event loop's: a loop that waits for a frozen terminal
runs no handlers. A thread watches over the end, for a loop that waits can't end either.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import sys
import termios
import threading
from typing import TYPE_CHECKING, Any, Final

from rctui.tui.driver.taken_terminal import LEAVE_SCREEN, TakenTerminal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import FrameType

    from textual.app import App

    from rctui.worker.api_worker import ApiWorker

SIGNALS: Final = (signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGINT)
GRACE_S: Final = 2.0
"""How long a screen may take to end by itself."""


class Leaving:
    """Ends the program on a signal, with 128 and the signal's number as exit code."""

    def __init__(
        self, app: App[Any], worker: ApiWorker, taken: TakenTerminal | None = None
    ) -> None:
        self._app = app
        self._worker = worker
        self._screen_ended = threading.Event()
        self._before = _line_settings() if taken is None else taken.before
        self.signal: int | None = None
        """The signal that came first, if any."""

    @contextlib.contextmanager
    def watched(self) -> Iterator[None]:
        """Handle signals while the screen runs."""
        before = {one: signal.signal(one, self._told) for one in SIGNALS}
        try:
            yield
        finally:
            self._screen_ended.set()
            for one, handler in before.items():
                signal.signal(one, handler)

    def exit_code(self, otherwise: int) -> int:
        """What the program ends with."""
        return otherwise if self.signal is None else 128 + self.signal

    def _told(self, number: int, _frame: FrameType | None) -> None:
        if self.signal is not None:
            return
        self.signal = number
        threading.Thread(target=self._watch, args=(number,), daemon=True).start()
        with contextlib.suppress(RuntimeError):  # no loop runs before and after the screen
            asyncio.get_running_loop().call_soon_threadsafe(self._app.exit)

    def _watch(self, number: int) -> None:
        """Where the screen doesn't end, end without it; the worker still drains."""
        if self._screen_ended.wait(GRACE_S):
            return
        self._worker.close()
        _restore(self._before)
        os._exit(128 + number)


def _line_settings() -> list[Any] | None:
    try:
        return termios.tcgetattr(sys.__stdin__) if sys.__stdin__ is not None else None
    except termios.error:
        return None


def _restore(before: list[Any] | None) -> None:
    """Put the terminal back, as far as one that may be gone or frozen takes it."""
    stdin, stderr = sys.__stdin__, sys.__stderr__
    if before is None or stdin is None or stderr is None:
        return
    with contextlib.suppress(OSError, termios.error):
        termios.tcsetattr(stdin, termios.TCSANOW, before)
        os.set_blocking(stderr.fileno(), False)
        os.write(stderr.fileno(), LEAVE_SCREEN.encode())


def run_until_left(run: Callable[[], object], leaving: Leaving, worker: ApiWorker) -> None:
    """Run the screen; whatever ends it, what is under way is finished first."""
    try:
        with leaving.watched():
            run()
    finally:
        worker.close()
