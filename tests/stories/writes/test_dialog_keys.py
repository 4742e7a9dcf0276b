"""The keys of dialogs and reviews are one's own too, and nothing is sent by accident for that."""

from __future__ import annotations

import pytest

from rctui.config.errors import ConfigProblems
from rctui.config.keymap import Keymap
from rctui.config.keymap_checks import checked_keys
from rctui.tui.keys.scopes import key_scopes, write_ids
from rctui.tui.screens.form import FormScreen
from tests.stories.program import program
from tests.stories.test_keymap import opening, to_the_customer
from tests.stories.writes.desk import Desk


async def test_a_review_is_answered_by_ones_own_key_and_by_no_other() -> None:
    desk = Desk()
    opened = opening(desk.opening, run_change="f5", decline="ctrl+n")
    async with program(opened, text="user_42") as operator:
        await to_the_customer(operator)
        await operator.press("A", *"nick=bob", "enter", "enter")
        await operator.sees("f5  Run it in Skylark Demo     enter or esc  Cancel")
        await operator.press("y", "n")
        assert "f5  Run it in" in operator.screen
        await operator.press("ctrl+n")
        await operator.sees("at the end to a review")
        await operator.press("enter")
        await operator.sees("f5  Run it in")
        assert desk.writes == []
        await operator.press("f5")
        await operator.is_told("APPLIED: Set nick")
    assert len(desk.writes) == 1


async def test_from_the_challenge_no_key_runs_a_change() -> None:
    desk = Desk()
    opened = opening(desk.opening, run_change="f5")
    async with program(opened, text="user_42", size=(100, 30)) as operator:
        await to_the_customer(operator)
        await operator.press("D", "enter")
        await operator.sees("Type it to go on")
        await operator.press(*"user_42", "f5")
        await operator.sees("It matches: enter goes on")
        await operator.press("enter")
        await operator.sees("f5  Run it in")
    assert desk.writes == []


async def test_a_field_keeps_its_letters_whatever_lists_move_by() -> None:
    keys = {"cursor_down": "J", "cursor_up": "f7", "page_down": "f6,L"}
    async with program(opening(**keys), text="user_42") as operator:
        await to_the_customer(operator)
        await operator.press("G")
        await operator.sees("f7/down: ")
        form = operator.app.screen
        assert isinstance(form, FormScreen)
        await operator.press("J", "L")
        assert form.answers["entitlement"] == "JL"
        await operator.press("down")
        first = form.answers["entitlement"]
        await operator.press("down", "f7")
        assert form.answers["entitlement"] == first != "JL"


def test_the_answer_of_a_review_keeps_a_key_and_never_one_that_deletes() -> None:
    scopes = key_scopes()
    for text, words in (("", "must keep a key"), ("d", "deletes in other programs")):
        with pytest.raises(ConfigProblems, match=words):
            checked_keys(Keymap({"run-change": text}), scopes, write_ids())
    for key in ("enter", "escape", "n", "q", "j"):
        with pytest.raises(ConfigProblems, match="already"):
            checked_keys(Keymap({"run-change": key}), scopes, write_ids())
