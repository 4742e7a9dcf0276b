"""Keys that were not meant for a review don't answer it, and one that was meant counts once."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from textual.events import Key

from rctui.tui.driver.input_stream import InputStream
from tests.stories.writes.desk import Desk, at_once, to_review

if TYPE_CHECKING:
    from tests.stories.program import Operator

CREDIT = ("C", *"GLD+500", "enter", "enter", "enter")
NEVER_OPEN_S = 1e6
GUARD_S = 1e4
"""So long that the time a machine takes is nothing beside it."""
REPLIES = (
    b"\x1b[?64;1;2c",
    b"\x1b[>41;330;0c",
    b"\x1bP1$r0y\x1b\\",
    b"\x1bP>|yterm(1y)\x1b\\",
    b"\x1b]11;rgb:yyyy/0000/0000\x1b\\",
    b"\x1b[12;40R",
    b"\x1b[?2026;2$y",
)


async def test_keys_held_while_a_review_opens_do_not_answer_it() -> None:
    desk = Desk()
    async with desk.program("user_42", guard_s=NEVER_OPEN_S) as operator:
        await to_review(operator, *CREDIT)
        await operator.press(*["y"] * 5, *["enter"] * 5, *["q"] * 5, *["n"] * 5)
        assert "y  Run it in Skylark Demo" in operator.screen
        await operator.press("escape")
        await operator.sees("Currencies of user_42", "GLD+500")
    assert desk.writes == []


async def test_what_is_typed_ahead_of_a_review_does_not_answer_it() -> None:
    desk = Desk()
    async with desk.program("user_42") as operator:
        at_once(operator, *CREDIT, "y", "y", "enter", "y")
        await operator.sees("GLD: 80 → 580", "y  Run it in Skylark Demo")
        await operator.settles()
        assert desk.writes == []
        await operator.press("y")
        await operator.is_told("APPLIED: ")
    assert len(desk.writes) == 1


async def test_a_key_that_is_held_goes_on_being_ignored_after_the_guard() -> None:
    desk = Desk()
    async with desk.program("user_42", guard_s=GUARD_S) as operator:
        await to_review(operator, *CREDIT)
        await operator.settles()
        shown_s = time.monotonic()
        for number in range(1, 16):
            await press_at(operator, shown_s + number * 0.9 * GUARD_S)
        assert "y  Run it in Skylark Demo" in operator.screen
        assert desk.writes == []
        await press_at(operator, shown_s + 15 * GUARD_S)
        await operator.is_told("APPLIED: ")
    assert len(desk.writes) == 1


async def press_at(operator: Operator, time_s: float) -> None:
    """Press `y` at a moment of the monotonic clock, whatever that shows."""
    key = Key("y", "y")
    key.time = time_s
    operator.app.post_message(key)
    await operator.settles()


async def test_y_pressed_twice_runs_it_once_and_closes_nothing_else() -> None:
    desk = Desk()
    async with desk.program("user_42") as operator:
        await to_review(operator, *CREDIT)
        at_once(operator, "y", "y", "y")
        await operator.is_told("APPLIED: ")
        await operator.settles()
        assert operator.is_on("user_42")
    assert len(desk.writes) == 1
    assert desk.balance("user_42") == 580


async def test_two_quick_submits_make_one_review() -> None:
    desk = Desk()
    async with desk.program("user_42") as operator:
        await operator.press(*CREDIT[:-1])
        at_once(operator, "enter", "enter", "enter")
        await operator.sees("y  Run it in Skylark Demo")
        await operator.settles()
        await operator.press("y")
        await operator.is_told("APPLIED: ")
        await operator.settles()
        assert operator.is_on("user_42")
    assert len(desk.writes) == 1


async def test_what_a_terminal_answers_by_itself_does_not_answer_a_review() -> None:
    desk = Desk()
    async with desk.program("user_42", size=(100, 30)) as operator:
        await to_review(operator, *CREDIT)
        for number, reply in enumerate(REPLIES):
            answer(operator, reply, float(number))
        await operator.settles()
        assert "y  Run it in Skylark Demo" in operator.screen
        assert desk.writes == []


def answer(operator: Operator, reply: bytes, now: float) -> None:
    """Let the terminal say something, through the driver's own reader."""
    driver = operator.app._driver
    assert driver is not None
    stream = InputStream()
    for message in [*stream.read(reply, now), *stream.tick(now + 60)]:
        driver.send_message(message)
    stream.close()
