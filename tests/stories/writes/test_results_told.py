"""What a write came to is said whole, at the narrowest usual screen too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rctui.demo.effects import held
from rctui.demo.hold import Hold
from tests.stories.writes.desk import Desk, to_review

if TYPE_CHECKING:
    from tests.stories.program import Operator

LONG = "a name that is rather long for a nickname of anybody"
FOUR = f"nick={LONG}; city={LONG}; note={LONG}"
"""What is said of these takes three lines of 80 cells."""
END = "All attributes are as asked."


def words_on(operator: Operator) -> str:
    return " ".join(operator.screen.split())


async def test_a_sentence_of_three_lines_is_not_cut() -> None:
    desk = Desk()
    async with desk.program("user_42") as operator:
        await to_review(operator, "A", *FOUR, "enter", "enter")
        await operator.press("y")
        await operator.is_told("APPLIED")
        await operator.settles()
        (told,) = (one for one in operator.said if one.startswith("APPLIED"))
        assert END in told
        await operator.waits(lambda _: " ".join(told.split()) in words_on(operator), "all of it")


async def test_one_that_no_notice_holds_is_shown_on_a_screen_that_stays() -> None:
    desk = Desk()
    async with desk.program("user_42", size=(60, 20)) as operator:
        many = f"{FOUR}; $displayName={LONG}"
        await to_review(operator, "A", *many, "enter", "enter")
        await operator.press("y")
        await operator.sees("How it ended", "APPLIED")
        assert END in words_on(operator)
        await operator.press("q")
        await operator.waits(lambda _: operator.is_on("user_42"), "the customer")


async def test_one_that_came_while_a_dialog_was_open_is_said_whole_afterwards() -> None:
    desk, hold = Desk(), Hold()
    desk.faults.add(held(hold), operation="set_attributes")
    async with desk.program("user_42") as operator:
        await to_review(operator, "A", *FOUR, "enter", "enter")
        await operator.press("y")
        await hold.reached()
        await operator.press("C")
        await operator.sees("Currencies of user_42")
        hold.release()
        await operator.is_told("APPLIED")
        assert END not in words_on(operator)
        await operator.press("escape")
        await operator.waits(lambda _: END in words_on(operator), "all of it")
