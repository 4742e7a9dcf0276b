"""A plan whose rows end many times a second is shown a few times a second."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rctui.playbooks.making import Making
from rctui.text.safe_text import label
from rctui.tui.many.board import BulkBoard
from rctui.tui.many.breath import BREATH_S, Breath

if TYPE_CHECKING:
    from collections.abc import Callable

BOARD = BulkBoard(label("a plan"), "demo", Making(), 9)
OTHER = BulkBoard(label("another"), "demo", Making(), 9)


class Timers:
    """Calls back when a test says so."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], object]] = []

    def __call__(self, delay: float, callback: Callable[[], object]) -> None:
        assert delay == BREATH_S >= 0.25
        self.waiting.append(callback)

    def pass_by(self) -> None:
        due, self.waiting = self.waiting, []
        for callback in due:
            callback()


def test_the_first_shows_at_once_the_last_a_breath_later_and_those_between_never() -> None:
    timers, shown = Timers(), list[BulkBoard]()
    breath = Breath(timers)
    for _ in range(50):
        breath.wants(BOARD, shown.append)
    assert shown == [BOARD]
    timers.pass_by()
    assert shown == [BOARD, BOARD]
    timers.pass_by()
    assert (shown, timers.waiting) == ([BOARD, BOARD], [])
    breath.wants(BOARD, shown.append)
    assert len(shown) == 3


def test_two_boards_do_not_wait_for_each_other() -> None:
    timers, shown = Timers(), list[BulkBoard]()
    breath = Breath(timers)
    breath.wants(BOARD, shown.append)
    breath.wants(OTHER, shown.append)
    assert shown == [BOARD, OTHER]
