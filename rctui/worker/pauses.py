"""Until when a project's reads wait for its rate budget, for those who want to say so."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

NOTEWORTHY_MS = 1000
"""A shorter wait is not worth a word."""


class Pauses:
    """Written on the worker's thread, read on any."""

    def __init__(self) -> None:
        self._pauses: dict[str, tuple[int, int]] = {}
        self._listener: Callable[[str], object] | None = None

    def listen(self, listener: Callable[[str], object] | None) -> None:
        """Have a function called, on the worker's thread, with the project whose wait begins."""
        self._listener = listener

    def begin(self, project: str, for_ms: int, now_ms: int) -> None:
        """The project's reads wait so long from now on."""
        until_ms = now_ms + for_ms
        is_longer = until_ms > self.until_ms(project, now_ms)
        if for_ms < NOTEWORTHY_MS or not is_longer:
            return
        self._pauses[project] = now_ms, until_ms
        if self._listener is not None:
            self._listener(project)

    def until_ms(self, project: str, now_ms: int) -> int:
        """When they go on, in ms since the epoch; 0 where none waits.

        A wait that has not begun was measured by a clock that was put back since.
        """
        begun_ms, until_ms = self._pauses.get(project, (0, 0))
        return until_ms if begun_ms <= now_ms < until_ms else 0
