"""The tour: five steps in words, each recognised when it was done, none of them in the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from rctui.demo.effects import failed
from rctui.tui.app import RctuiApp
from rctui.tui.screens.form import FormScreen
from rctui.tui.screens.review import ReviewScreen
from rctui.tui.tour import Step
from tests.stories.writes.desk import Desk, to_review

if TYPE_CHECKING:
    from tests.stories.program import Operator

RETRY = "card_failing_in_retry"


def begun(operator: Operator) -> None:
    """As with `rctui demo --tour`."""
    app = operator.app
    assert isinstance(app, RctuiApp)
    app.begin_tour()
    app.tour_looks()


async def hears(operator: Operator, *words: str) -> None:
    """Wait for words that may be wrapped."""
    await operator.waits(lambda text: all(one in " ".join(text.split()) for one in words), words)


@pytest.mark.parametrize(
    "size",
    [
        (80, 24),
        pytest.param((60, 16), marks=pytest.mark.soak),
        pytest.param((120, 40), marks=pytest.mark.soak),
        pytest.param((200, 60), marks=pytest.mark.soak),
    ],
)
async def test_it_leads_from_find_to_reverse(size: tuple[int, int]) -> None:
    desk = Desk()
    async with desk.program(size=size) as operator:
        begun(operator)
        await hears(operator, "Tour 1/5 (ctrl+t ends it)", RETRY)
        await operator.type(RETRY)
        await operator.press("enter")
        await operator.waits(lambda _: operator.is_on(RETRY), RETRY)
        await operator.settles()
        await hears(operator, "Tour 2/5", "For why: up to it")
        await operator.press("up", "enter")
        await hears(operator, "Tour 3/5", "That is why", "because")
        await operator.press("escape")
        await hears(operator, "G asks what")
        await operator.press("G")
        await operator.waits(lambda _: isinstance(operator.app.screen, FormScreen), "the dialog")
        await hears(operator, "Type pro, enter, 7d, enter")
        assert desk.writes == []
        await to_review(operator, *"pro", "enter", "7", "d", "enter", *"T1", "enter")
        await hears(operator, "Read what will change", "y runs it")
        await operator.press("y")
        await hears(operator, "Tour 4/5", "h opens the Journal")
        await operator.press("h")
        await hears(operator, "Tour 5/5", "Every change is listed here")
        await operator.press("escape")
        await hears(operator, "Z offers the opposite")
        await operator.press("Z")
        await hears(operator, "enter leads to the review.")
        await operator.press("enter")
        await operator.waits(lambda _: isinstance(operator.app.screen, ReviewScreen), "the review")
        await hears(operator, "y takes the grant back")
        await operator.press("y")
        await hears(operator, "That was it: found, explained")
        assert len(desk.applied) == 2
        await operator.press("ctrl+t")
        await operator.sees_no_more("That was it")


async def test_it_is_left_with_one_key_wherever_one_is() -> None:
    desk = Desk()
    async with desk.program(RETRY) as operator:
        begun(operator)
        await hears(operator, "Tour 2/5")
        await operator.press("G")
        await hears(operator, "Tour 2/5", "Grant to")
        await operator.press("ctrl+t")
        await operator.sees_no_more("Tour 2/5")
        await operator.press("escape")
        await operator.sees("| Customer")
        assert "Tour" not in operator.screen
        await operator.press("h")
        await operator.sees("| Journal")
        assert "Tour" not in operator.screen


async def test_from_find_it_says_how_the_customer_and_the_journal_are_reached() -> None:
    desk = Desk()
    async with desk.program(RETRY) as operator:
        begun(operator)
        await hears(operator, "Tour 2/5")
        await operator.press("f")
        await hears(operator, "Tour 2/5", "esc to the list, then enter on its row")
        app = operator.app
        assert isinstance(app, RctuiApp)
        assert app.tour is not None
        app.tour.step = Step.JOURNAL
        app.tour_looks()
        await hears(operator, "Tour 4/5", "esc leads to the list; there h opens the Journal")


async def test_a_refusal_is_told_as_one() -> None:
    desk = Desk()
    desk.faults.add(failed(422), operation="grant_entitlement", times=None)
    async with desk.program(RETRY) as operator:
        begun(operator)
        await operator.press("up", "enter", "escape")
        await hears(operator, "G asks what")
        await to_review(operator, "G", *"pro", "enter", "7", "enter", "enter")
        await operator.press("y")
        await hears(operator, "REFUSED", "Nothing is granted yet. esc goes back to the customer")


async def test_whoever_goes_another_way_is_told_the_way_back() -> None:
    desk = Desk()
    async with desk.program() as operator:
        begun(operator)
        await operator.press("escape", "h")
        await hears(operator, "Tour 1/5", "f leads to Find")
        await operator.press("f")
        await hears(operator, "Tour 1/5", "A ticket says")
        await operator.finds_customer("kim_phone", "kim_phone")
        await hears(operator, "Tour 2/5")
        await operator.press("b")
        await hears(operator, "Tour 2/5", "esc goes back to the customer")


async def test_without_it_nothing_is_shown_and_its_key_does_nothing() -> None:
    desk = Desk()
    async with desk.program(RETRY) as operator:
        before = operator.screen
        await operator.press("ctrl+t")
        assert operator.screen == before
        assert "Tour" not in before
