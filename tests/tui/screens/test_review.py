from __future__ import annotations

import pytest
from textual.app import App

from rctui.text.safe_text import label, phrase
from rctui.tui.dialogs.review import Challenge
from rctui.tui.screens.review import ReviewScreen, ReviewText
from tests.tui.widgets.shown import screen_text

WAYS_OUT = ("enter", "escape", "q", "n")
ID = Challenge("user_1", is_tail=False, is_word=False, paste_counts=True)


class OneReview(App[None]):
    """Shows a review and keeps its answers."""

    def __init__(self, review: ReviewScreen) -> None:
        super().__init__()
        self._review = review
        self.answers: list[bool | None] = []

    def on_mount(self) -> None:
        self.push_screen(self._review, self.answers.append)


def review(*, lines: int = 3, guard_s: float = 0, challenge: Challenge | None = None) -> OneReview:
    rows = [phrase("line {}", number) for number in range(lines)]
    text = ReviewText(label("Grant pro"), rows, label("Run it in acme"), challenge)
    return OneReview(ReviewScreen(text, guard_s=guard_s))


@pytest.mark.parametrize(
    ("key", "answer"),
    [("y", True), ("enter", False), ("escape", False), ("q", False), ("n", False)],
)
async def test_y_runs_it_and_every_way_out_does_not(key: str, answer: bool) -> None:
    app = review()
    async with app.run_test() as pilot:
        await pilot.pause()
        await pilot.press(key)
        await pilot.pause()
    assert app.answers == [answer]


@pytest.mark.parametrize("key", ["Y", "j", "space", "tab", "ctrl+y", "1"])
async def test_other_keys_answer_nothing(key: str) -> None:
    app = review()
    async with app.run_test() as pilot:
        await pilot.pause()
        await pilot.press(key)
        assert "y  Run it in acme" in await screen_text(app, pilot)
    assert app.answers == []


async def test_within_the_guard_nothing_is_answered_but_esc() -> None:
    app = review(guard_s=1e6)
    async with app.run_test() as pilot:
        await pilot.pause()
        await pilot.press("y", "enter", "q", "n")
        assert app.answers == []
        await pilot.press("escape")
        await pilot.pause()
    assert app.answers == [False]


async def test_hidden_lines_are_counted_until_they_have_been_seen() -> None:
    app = review(lines=60)
    async with app.run_test(size=(80, 24)) as pilot:
        assert "more lines: page down" in await screen_text(app, pilot)
        await pilot.press("down", "down", "end")
        text = await screen_text(app, pilot)
        assert "line 59" in text
        assert "more lines" not in text
        await pilot.resize_terminal(80, 16)
        await pilot.press("g")
        assert "more lines: page down" in await screen_text(app, pilot)


async def test_the_text_can_be_read_while_the_challenge_is_typed() -> None:
    app = review(lines=60, challenge=ID)
    async with app.run_test(size=(80, 24)) as pilot:
        assert "line 0" in await screen_text(app, pilot)
        await pilot.press(*"use", "pagedown", "pagedown", "pagedown", "pagedown", *"r_1")
        text = await screen_text(app, pilot)
        assert "line 59" in text
        assert "It matches: enter goes on" in text


async def test_a_challenge_that_is_not_met_any_more_closes_the_question() -> None:
    app = review(challenge=ID)
    async with app.run_test() as pilot:
        await pilot.pause()
        await pilot.press(*"user_1")
        assert "It matches: enter goes on" in await screen_text(app, pilot)
        await pilot.press("backspace", "enter", "y")
        assert "Does not match" in await screen_text(app, pilot)
    assert app.answers == []


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("user_", "Type it to go on."),
        ("uzer", "Does not match: it is user_1."),
        ("USER", "Does not match: case counts."),
        ("user_12", "Does not match: that is too long."),
    ],
)
async def test_what_can_not_become_right_any_more_is_said_and_nothing_moves(
    typed: str, words: str
) -> None:
    app = review(challenge=ID)
    async with app.run_test(size=(60, 16)) as pilot:
        before = (await screen_text(app, pilot)).splitlines()
        await pilot.press(*typed)
        after = (await screen_text(app, pilot)).splitlines()
        assert any(words in line for line in after)
        moved = [place for place, line in enumerate(before) if line != after[place]]
        assert len(moved) <= 2  # the box and the question
        assert len(after) == len(before)
