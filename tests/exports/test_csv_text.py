"""No cell that a customer wrote is run by a spreadsheet, and every value can be had back."""

from __future__ import annotations

import csv
import io
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rctui.exports.csv_text import Value, csv_bytes, csv_text, guarded, unguarded

FORMULAS = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "|cmd",
    "\t=1",
    "\rx",
    "\nx",
    "  =1",
    "\ufeff=1",
    "\u00a0=1",
    "\u200b\u2003 =1",
    "\uff1dcmd",
    "\uff0b1",
    "\uff0d1",
    "\uff20x",
    "\uff5cx",
    "'=1",
]
PLAIN = [
    "",
    "a=b",
    "user_42",
    "007",
    "12345678901234567890",
    "Zoë 字 👍🏽",
    "O'Neil",
    "$RCAnonymousID:1",
]
text = st.text(st.characters(), max_size=12) | st.sampled_from(FORMULAS + PLAIN)
cells = st.one_of(text, st.integers(-(10**15), 10**15), st.floats(-1e9, 1e9), st.none())


def read(document: str) -> list[list[object]]:
    return list(csv.reader(io.StringIO(document, newline=""), quoting=csv.QUOTE_NONNUMERIC))  # type: ignore[arg-type]


@pytest.mark.parametrize("cell", FORMULAS)
def test_what_a_spreadsheet_might_run_gets_an_apostrophe(cell: str) -> None:
    assert guarded(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", PLAIN)
def test_what_no_spreadsheet_runs_stays_as_it_is(cell: str) -> None:
    assert guarded(cell) == cell


@given(text)
def test_the_text_of_every_cell_can_be_had_back(value: str) -> None:
    assert unguarded(guarded(value)) == value


@given(st.lists(st.lists(cells, min_size=3, max_size=3), max_size=4))
def test_reading_back_gives_the_values_and_no_formula(rows: list[list[Value]]) -> None:
    heading, *found = read(csv_text(["a", "=b", "c"], rows))
    assert heading == ["a", "'=b", "c"]
    assert len(found) == len(rows)
    for row, told in zip(rows, found, strict=True):
        for value, cell in zip(row, told, strict=True):
            if isinstance(cell, str):
                assert unguarded(cell) == ("" if value is None else value)
                assert not starts_a_formula(cell)
            else:
                assert cell == value


def starts_a_formula(cell: str) -> bool:
    """By other means than the code: what is left without blanks and invisible characters."""
    seen = [one for one in cell if unicodedata.category(one)[0] not in "ZC"]
    folded = unicodedata.normalize("NFKC", seen[0]) if seen else ""
    return cell[:1] in ("\t", "\r", "\n") or folded in tuple("=+-@|")


def test_numbers_are_bare_and_ids_of_digits_are_quoted() -> None:
    assert csv_text(["id", "n"], [["007", -5], ["1e5", 1.5]]) == (
        '"id","n"\r\n"007",-5\r\n"1e5",1.5\r\n'
    )


def test_a_newline_stays_within_its_quotes() -> None:
    assert read(csv_text(["x"], [['a\r\nb,"c"\nd']]))[1] == ['a\r\nb,"c"\nd']


def test_half_a_character_is_no_reason_to_crash() -> None:
    assert csv_bytes(["x"], [["a\udc80ü"]]) == b'"x"\r\n"a\\udc80\xc3\xbc"\r\n'


def test_what_is_no_number_for_a_spreadsheet_is_text() -> None:
    assert csv_text(["x"], [[float("inf")], [float("nan")]]) == '"x"\r\n"inf"\r\n"nan"\r\n'
