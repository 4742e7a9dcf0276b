"""What terminals answer by themselves, and what is pasted: no key, no write, and all goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from rctui.tui.driver.input_stream import InputStream
from tests.reliability.harmless import assert_harmless
from tests.reliability.terminal_input import ANSWERS, ODD_BYTES, ORDERS, PASTES
from tests.stories.writes.desk import Desk

if TYPE_CHECKING:
    from tests.stories.program import Operator

ALL: Final = [
    *(one.encode() for one in ANSWERS.values()),
    *ODD_BYTES.values(),
    *(one.encode() for one in PASTES.values()),
]
FROM_A_CUSTOMER: Final = {
    "customer": "",
    "profile": "9",
    "detail": "5 enter",
    "filter": "5 slash",
    "raw": "v",
    "copy": "y",
    "palette": "colon",
    "actions": "a",
    "help": "question_mark",
    "activity": "exclamation_mark",
    "journal": "h",
    "blocked": "b",
    "projects": "p",
    "export": "x",
    "sort": "5 s",
    **{f"dialog {key}": key for key in "GRTOACBD"},
    "review": "A n i c k = b enter enter",
    "challenge": "D enter",
    "result": "A n i c k = b enter enter y",
}


class Terminal:
    """Sends bytes as a terminal does, through the guard on the way in."""

    def __init__(self, operator: Operator) -> None:
        self._operator = operator
        self._stream = InputStream()
        self._clock = 0.0

    async def sends(self, data: bytes) -> None:
        """Bytes, and then silence, so that nothing is kept back."""
        self._clock += 0.01
        messages = list(self._stream.read(data, self._clock))
        for _ in range(3):
            self._clock += 2.0
            messages += self._stream.tick(self._clock)
        driver = self._operator.app._driver
        assert driver is not None
        for message in messages:
            driver.send_message(message)
        await self._operator._pilot.pause()


IN_SHORT: Final = ("customer", "palette", "dialog C", "review")


def places() -> list[object]:
    """Those of every run, and those on demand."""
    soak = pytest.mark.soak
    return [
        place if place in IN_SHORT else pytest.param(place, marks=soak) for place in FROM_A_CUSTOMER
    ]


@pytest.mark.parametrize("place", places())
async def test_nothing_that_comes_by_itself_writes_or_breaks_a_screen(place: str) -> None:
    desk = Desk()
    async with desk.program("user_42") as operator:
        for key in FROM_A_CUSTOMER[place].split():
            await operator.press(key)
            await operator.settles()
        before = list(desk.writes)
        terminal = Terminal(operator)
        stack = list(operator.app.screen_stack)
        for data in ALL[: len(ANSWERS)]:
            await terminal.sends(data)
        assert list(operator.app.screen_stack) == stack, "an answer pressed a key"
        for data in ALL[len(ANSWERS) :]:
            await terminal.sends(data)
        await operator.settles()
        assert_harmless(operator.app)
        assert desk.writes == before
        await is_usable(operator)


async def is_usable(operator: Operator) -> None:
    """Back to Find by keys, where a customer can be looked up."""
    for _ in range(12):
        if len(operator.app.screen_stack) <= 2 or operator.is_on("user_42"):
            break
        await operator.press("escape")
        await operator.settles()
    await operator.press("escape")
    await operator.finds_customer("user_42", "user_42")


async def test_answers_and_pastes_in_find_leave_a_box_that_finds() -> None:
    desk = Desk()
    async with desk.program() as operator:
        terminal = Terminal(operator)
        for data in ALL:
            await terminal.sends(data)
        await operator.settles()
        assert_harmless(operator.app)
        await is_usable(operator)
        assert desk.writes == []


async def test_orders_typed_without_brackets_run_no_write_before_a_review_can_be_read() -> None:
    desk = Desk()
    async with desk.program("user_42", guard_s=1e6) as operator:
        await Terminal(operator).sends(ORDERS.encode())
        await operator.settles()
        assert desk.writes == []


async def test_a_paste_into_a_field_keeps_every_line_and_sends_nothing() -> None:
    desk = Desk()
    async with desk.program("user_42") as operator:
        await operator.press("A")
        await operator.settles()
        await Terminal(operator).sends(b"\x1b[200~nick=one\rtwo\n\x1b[201~")
        await operator.sees("nick=one", "two")
        assert "⏎" in operator.screen or "␍" in operator.screen
        assert_harmless(operator.app)
        assert desk.writes == []
