"""An id is said to look like another one where an eye could be deceived, and only there."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rctui.text.look_alikes import look_alikes

CYRILLIC_A = "\N{CYRILLIC SMALL LETTER A}"
OMICRON = "\N{GREEK SMALL LETTER OMICRON}"


@pytest.mark.parametrize(
    ("value", "says"),
    [
        (f"p{CYRILLIC_A}ypal", "mixes Latin and Cyrillic letters"),
        (f"g{OMICRON}ld", "mixes Latin and Greek letters"),
        (f"{CYRILLIC_A}{OMICRON}b", "mixes Latin and Cyrillic and Greek letters"),
        (unicodedata.normalize("NFD", "josé"), "unusual form"),
        ("\N{FULLWIDTH LATIN SMALL LETTER A}nn", "unusual form"),
        ("\N{MATHEMATICAL BOLD SMALL A}nn", "unusual form"),
    ],
)
def test_what_can_be_taken_for_another_id_is_said(value: str, says: str) -> None:
    words = look_alikes(value)
    assert words is not None
    assert says in words.plain


@pytest.mark.parametrize(
    "value",
    [
        "user_42",
        "$RCAnonymousID:0123456789abcdef",
        "",
        unicodedata.normalize("NFC", "josé"),
        "Иван_42",
        "λόγος",
        "漢字 user",
        "שלום-7",
    ],
)
def test_what_is_plain_to_see_is_not(value: str) -> None:
    assert look_alikes(value) is None


@given(st.text())
def test_any_text_gives_an_answer(value: str) -> None:
    words = look_alikes(value)
    assert words is None or not value.isascii()
