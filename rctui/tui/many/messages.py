"""What the worker and the files tell of a plan, and what its screen is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from collections.abc import Callable

    from rctui.tui.many.board import BulkBoard


class BoardTold(Message):
    """Something has become known of a board: the application takes it, and says so."""

    def __init__(
        self, board: BulkBoard, take: Callable[[], object], *, one_of_many: bool = False
    ) -> None:
        """`one_of_many`: whether more of the kind follow at once, so that showing it can wait."""
        super().__init__()
        self.board = board
        self.take = take
        self.one_of_many = one_of_many


class BoardChanged(Message):
    """A board looks different now; its screen, if there is one, shows it."""

    def __init__(self, board: BulkBoard) -> None:
        super().__init__()
        self.board = board
