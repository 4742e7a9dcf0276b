"""What the stories' operator sees and hears, however slow the machine is."""

from __future__ import annotations

import pytest

from rctui.text.safe_text import label
from rctui.tui.screens.review import ReviewScreen, ReviewText
from tests.stories.program import demo, program


async def test_a_notice_that_went_before_anybody_looked_was_still_heard_once() -> None:
    async with program(demo()) as operator:
        app = operator.app
        app.say(label("Saved in passing."))
        await operator.is_told("in passing")
        app.say(label("Gone at once."))
        app.said_lately[-1].timeout = 0.0
        await operator.is_told("Gone at once")
        assert not operator._hears("Gone at once")
        assert not operator._hears("Never said")


async def test_a_review_is_not_seen_before_it_takes_an_answer() -> None:
    async with program(demo()) as operator:
        review = ReviewScreen(
            ReviewText(label("Title"), [label("row")], label("Run it"), None), guard_s=0
        )
        operator.app.push_screen(review)
        await operator.sees("y  Run it")
        review._open_at = float("inf")
        assert operator.screen == ""
        review._note_shown()
        assert "y  Run it" in operator.screen


@pytest.mark.parametrize("word", ["Taken back", "for now"])
async def test_what_is_said_for_now_is_heard_while_it_is_shown(word: str) -> None:
    async with program(demo()) as operator:
        notice = operator.app.say_meanwhile(label("Taken back later, for now."), 60)
        await operator.is_told(word)
        operator.app.say_no_more(notice)
        assert not any(word in one for one in operator.said)
