"""A command is found by what people call it, too."""

from __future__ import annotations

import pytest

from rctui.tables.commands import Command, matching
from rctui.tables.other_words import OTHER_WORDS
from rctui.text.safe_text import label
from rctui.tui.keys.actions import BACK, COPY, FIND, JOURNAL, Action
from rctui.tui.keys.scopes import key_scopes
from rctui.tui.keys.store_actions import REFUND
from rctui.tui.keys.write_actions import ATTRIBUTES, CURRENCIES, GRANT, REVERSE

ACTIONS = (BACK, COPY, FIND, JOURNAL, REFUND, ATTRIBUTES, CURRENCIES, GRANT, REVERSE)


def _command(action: Action) -> Command:
    return Command(action.id, action.name, action.face, action.help, lambda: None)


def found(typed: str) -> list[str]:
    return [one.id for one in matching([_command(one) for one in ACTIONS], typed)]


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("quit", ["back"]),
        ("exit", ["back"]),
        ("gift", ["currencies", "grant"]),
        ("Money Back", ["refund"]),
        ("history", ["journal"]),
        ("email", ["copy", "find", "attributes"]),
        ("undo", ["journal", "reverse"]),
        ("nonsense", []),
    ],
)
def test_a_command_is_found_by_another_word_for_it(typed: str, ids: list[str]) -> None:
    assert sorted(found(typed)) == sorted(ids)


def test_a_name_comes_before_another_word() -> None:
    other = Command("back", label("Journal of quits"), label(""), label(""), lambda: None)
    named = Command("x", label("Quit all"), label(""), label(""), lambda: None)
    assert [one.id for one in matching([other, named], "quit all")] == ["x"]
    assert [one.id for one in matching([_command(BACK), named], "quit")] == ["x", "back"]


def test_every_other_word_leads_to_an_action_that_there_is() -> None:
    known = {id_ for scope in key_scopes() for id_ in scope.keys}
    assert set(OTHER_WORDS) <= known
