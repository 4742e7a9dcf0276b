"""A plan whose rows end many times a second is shown a few times a second.

The first end shows at once; what follows, once the breath after it is over.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable

    from rctui.tui.many.board import BulkBoard

BREATH_S: Final = 0.25
"""How long a plan that was just shown is not shown again."""


class SetTimer(Protocol):
    """Textual's way to call something later."""

    def __call__(self, delay: float, callback: Callable[[], object]) -> object:
        """After `delay` seconds."""


class Breath:
    """Keeps, for each plan, whether there is more to show. Belongs to the screens' thread."""

    def __init__(self, set_timer: SetTimer) -> None:
        self._set_timer = set_timer
        self._waiting: dict[BulkBoard, bool] = {}

    def wants(self, board: BulkBoard, show: Callable[[BulkBoard], None]) -> None:
        """Show a plan now, or soon where that was done just before."""
        if board in self._waiting:
            self._waiting[board] = True
            return
        self._waiting[board] = False
        show(board)
        self._set_timer(BREATH_S, lambda: self._breathed(board, show))

    def _breathed(self, board: BulkBoard, show: Callable[[BulkBoard], None]) -> None:
        if self._waiting.pop(board):
            self.wants(board, show)
