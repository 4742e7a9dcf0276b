"""Keys of one's own: which are accepted, and what is said of the others."""

from __future__ import annotations

import string
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.keys import _character_to_key

from rctui.config.errors import ConfigProblems
from rctui.config.key_names import key_name, read_keys
from rctui.config.keymap import Keymap, keymap_of
from rctui.config.keymap_checks import HARMLESS, KeyScope, checked_keys
from rctui.config.reading import read_configuration
from tests.config.files import ACME, written

if TYPE_CHECKING:
    from pathlib import Path

LISTS = {"cursor-down": ("down", "j"), "open-row": ("enter",)}
FIND = KeyScope("Find", {"find": ("f",), "pin": ("asterisk",), "help": ("question_mark",), **LISTS})
CUSTOMER = KeyScope(
    "Customer", {"find": ("f",), "grant": ("G",), "pin": ("asterisk",), "why": (), **LISTS}
)
REVIEW = KeyScope("Review", LISTS, frozenset({"y", "enter"}))
SCOPES = [FIND, CUSTOMER, REVIEW]


def checked(**keys: str) -> dict[str, tuple[str, ...]]:
    given = {action.replace("_", "-"): text for action, text in keys.items()}
    return checked_keys(Keymap(given, "file"), SCOPES, frozenset({"grant"}))


def problem(**keys: str) -> str:
    with pytest.raises(ConfigProblems) as caught:
        checked(**keys)
    assert len(caught.value.problems) == 1
    return str(caught.value.problems[0])


def test_an_action_has_the_keys_it_is_given_and_no_others() -> None:
    assert checked(find="F, f3") == {"find": ("F", "f3")}


def test_signs_are_written_as_they_are_or_by_name() -> None:
    assert checked(find="?", help="minus,comma")["find"] == ("question_mark",)


def test_two_actions_can_change_places() -> None:
    assert checked(find="*", pin="f") == {"find": ("asterisk",), "pin": ("f",)}


def test_a_key_that_was_left_is_free() -> None:
    assert checked(find="F", pin="f")["pin"] == ("f",)


def test_an_action_without_a_key_can_be_given_one_and_another_lose_its_own() -> None:
    assert checked(why="w", pin="") == {"why": ("w",), "pin": ()}


def test_an_unknown_action_is_told_with_the_nearest() -> None:
    assert problem(fnid="x") == "keymap.fnid: unknown action; did you mean find?"


@pytest.mark.parametrize("text", ["", "  "])
def test_the_way_to_help_stays(text: str) -> None:
    assert problem(help=text) == "keymap.help: must keep a key"


def test_a_key_that_another_action_has_is_refused_with_the_screens() -> None:
    assert problem(find="*") == "keymap.find: asterisk is the key of pin already (Find, Customer)"


def test_lists_and_their_screen_share_their_keys() -> None:
    assert problem(grant="j") == "keymap.grant: j is the key of cursor-down already (Customer)"
    assert problem(cursor_down="f") == (
        "keymap.cursor-down: f is the key of find already (Find, Customer)"
    )


def test_two_new_keys_are_compared_too() -> None:
    assert "w is the key of" in problem(find="w", pin="w")


def test_the_answer_of_a_review_is_never_given_away() -> None:
    assert problem(cursor_down="y,j") == (
        "keymap.cursor-down: y has a meaning of its own already (Review)"
    )


@pytest.mark.parametrize("key", HARMLESS)
def test_no_change_is_on_a_key_that_deletes_elsewhere(key: str) -> None:
    assert "deletes in other programs" in problem(grant=key)
    assert checked(find=key) == {"find": (key,)}


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("ctrl+i", "arrives as tab"),
        ("ctrl+[", "arrives as escape"),
        ("tab", "moves on in dialogs"),
        ("ctrl+q", "always leaves"),
        ("hyper+x", "before the +"),
        ("shift+a", "write the upper-case letter"),
        ("ctrl+A", "no lower-case letter"),
        ("f99", "no terminal sends"),
        ("F3", "no terminal sends"),
        ("f,,g", 'called "comma"'),
        ("f,f", "names a key twice"),
        ("sk_live_abcdefgh12345", "no terminal sends"),
    ],
)
def test_what_is_no_key_is_refused_without_repeating_it(key: str, words: str) -> None:
    told = problem(find=key)
    assert words in told
    assert "abcdefgh" not in told


@given(st.text(max_size=12))
def test_any_text_is_keys_or_a_value_error(text: str) -> None:
    try:
        keys = read_keys(text)
    except ValueError:
        return
    assert all(key.strip() == key and "," not in key for key in keys)


@pytest.mark.parametrize("character", string.punctuation + string.ascii_letters + "äß9")
def test_keys_are_called_as_the_toolkit_calls_them(character: str) -> None:
    assert key_name(character) == _character_to_key(character)


def test_every_line_is_told_in_its_order(tmp_path: Path) -> None:
    path = written(tmp_path, ACME + '\n[keymap]\nhelp = ""\nfnid = "x"\n')
    keymap = keymap_of(read_configuration({}, str(path)), {"fnid": "x", "help": ""})
    with pytest.raises(ConfigProblems) as caught:
        checked_keys(keymap, SCOPES, frozenset())
    text = path.read_text(encoding="utf-8").splitlines()
    lines = [problem.line for problem in caught.value.problems]
    assert lines == [text.index('help = ""') + 1, text.index('fnid = "x"') + 1]
    assert caught.value.source == str(path)
