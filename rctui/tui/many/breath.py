"""What comes many times a second is shown a few times a second, the first and the last at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable

    from rctui.tui.many.board import BulkBoard

BREATH_S: Final = 0.25
"""How long nothing more of the kind is shown."""


class SetTimer(Protocol):
    """Textual's way to call something later."""

    def __call__(self, delay: float, callback: Callable[[], object]) -> object:
        """After `delay` seconds."""


class Breath:
    """Belongs to the screens' thread."""

    def __init__(self, set_timer: SetTimer) -> None:
        self._set_timer = set_timer
        self._waiting: dict[BulkBoard, bool] = {}

    def wants(self, board: BulkBoard, show: Callable[[BulkBoard], None]) -> None:
        """Show a board now, or soon where that was done just before."""
        if board in self._waiting:
            self._waiting[board] = True
            return
        self._waiting[board] = False
        show(board)
        self._set_timer(BREATH_S, lambda: self._breathed(board, show))

    def _breathed(self, board: BulkBoard, show: Callable[[BulkBoard], None]) -> None:
        if self._waiting.pop(board):
            self.wants(board, show)
