"""Tells of a program that does not come back: then no line of the soak itself runs any more."""

from __future__ import annotations

import faulthandler
import os
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

FROZEN_S: Final = 300.0
"""No step takes that long, whatever else the machine does."""
_STDERR: Final = 2


class Watchdog:
    """Ends the process where `step` is not called any more, after saying where it is."""

    def __init__(self, story: Callable[[], str]) -> None:
        self._story = story
        self._stepped = threading.Event()
        self._ended = False

    def step(self) -> None:
        """The soak goes on."""
        self._stepped.set()

    @contextmanager
    def watching(self) -> Iterator[None]:
        """Watch while the soak runs."""
        thread = threading.Thread(target=self._watch, daemon=True)
        thread.start()
        try:
            yield
        finally:
            self._ended = True
            self.step()
            thread.join()

    def _watch(self) -> None:
        while not self._ended:
            if not self._stepped.wait(FROZEN_S):
                os.write(_STDERR, f"The program is frozen.\n{self._story()}\n".encode())
                faulthandler.dump_traceback(file=_STDERR)
                os._exit(1)
            self._stepped.clear()
