from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from rctui.api.paths import LONGEST_ID
from rctui.text.safe_text import SafeText, join, label, phrase, safe, safe_lines, whole_id

ANY_TEXT = st.text(st.characters(codec=None, categories=None), max_size=60)
"""Every code point, lone surrogates included."""

NEVER_SHOWN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


@given(ANY_TEXT)
@example("\x1b]11;?\x1b\\")
@example("\x9b2J")
@example("\u202eevil")
@example("\ud800")
def test_nothing_a_terminal_acts_on_is_left(value: str) -> None:
    shown = safe(value).plain
    assert {unicodedata.category(character) for character in shown} & NEVER_SHOWN == set()


@given(ANY_TEXT)
def test_safe_text_is_utf_8(value: str) -> None:
    assert safe(value).plain.encode("utf-8").decode("utf-8") == safe(value).plain


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("Ann Lee", "Ann Lee"),
        ("a\nb\tc", "a⏎b⇥c"),
        ("\x1b[31mred", "␛[31mred"),
        ("\x7f", "␡"),
        ("\x85", "<U+0085>"),
        ("Premium [lifetime] plan", "Premium [lifetime] plan"),
        ("\u200bann", "<U+200B>ann"),
        ("ann\u00a0lee", "ann<U+00A0>lee"),
        ("❤\ufe0f", "❤<U+FE0F>"),
        ("👍🏽", "👍<U+1F3FD>"),
        ("e\u0301", "e\u0301"),
        ("\u0301", "<U+0301>"),
        ("Z\u0335\u0321\u034e", "Z\u0335\u0321<U+034E>"),
        ("漢字", "漢字"),
        ("שלום", "שלום"),
    ],
)
def test_the_shown_form(value: str, shown: str) -> None:
    assert safe(value).plain == shown


def test_what_is_cut_is_counted() -> None:
    assert safe("x" * 412).plain == "x" * 400 + "…(+12)"
    assert safe("x" * 400).plain == "x" * 400


def test_lines_are_kept_where_they_mean_something() -> None:
    assert [line.plain for line in safe_lines("{\n\x1b}")] == ["{", "␛}"]


def test_there_is_no_way_around_the_boundary() -> None:
    with pytest.raises(TypeError, match="safe"):
        SafeText("raw")


def test_phrases_put_parts_into_their_places() -> None:
    assert phrase("{} of {} loaded", 3, safe("100")).plain == "3 of 100 loaded"
    assert phrase("id {}", safe("{}")).plain == "id {}"
    assert join(", ", [label("a"), safe("b")]).plain == "a, b"


def test_the_same_text_is_equal_and_another_is_not() -> None:
    assert safe("a") == label("a")
    assert hash(safe("a")) == hash(label("a"))
    assert safe("a") != safe("b")


def test_every_id_that_the_api_takes_is_shown_whole() -> None:
    assert whole_id("x" * LONGEST_ID).plain == "x" * LONGEST_ID
    assert whole_id("x" * (LONGEST_ID + 1)).plain.endswith("x…(+1)")
