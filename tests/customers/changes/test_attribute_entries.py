from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rctui.customers.changes.attribute_entries import Entries, read_entries, write_entries
from rctui.customers.changes.errors import BadAttribute


@pytest.mark.parametrize(
    ("text", "entries"),
    [
        ("", ()),
        (" ; ", ()),
        ("$email=ann@example.com", (("$email", "ann@example.com"),)),
        ("a=1; b = 2 ;gone=", (("a", "1"), ("b", "2"), ("gone", None))),
        ("a=1\nb=2", (("a", "1"), ("b", "2"))),
        ("a=x=y", (("a", "x=y"),)),
        ("a=O'Brien", (("a", "O'Brien"),)),
        ('a="x; y=z"', (("a", "x; y=z"),)),
        ('a=" x "; b=2', (("a", " x "), ("b", "2"))),
        (r'a="say \"hi\" \\"', (("a", 'say "hi" \\'),)),
        ('a=5" pipe', (("a", '5" pipe'),)),
        ('a=""', (("a", None),)),
        (r"a=C:\temp", (("a", r"C:\temp"),)),
    ],
)
def test_entries_are_read_as_they_are_meant(text: str, entries: Entries) -> None:
    assert read_entries(text) == entries


@pytest.mark.parametrize("text", ["a", "a; b=1", "b=1; a", 'a="x', 'a="x" y', 'a= "x" y', 'a="x"y'])
def test_what_is_no_entry_is_refused(text: str) -> None:
    with pytest.raises(BadAttribute):
        read_entries(text)


@given(st.text(max_size=60) | st.text(alphabet='ab=;" \\\n', max_size=30))
def test_no_text_is_more_than_refused(text: str) -> None:
    try:
        entries = read_entries(text)
    except BadAttribute:
        return
    assert read_entries(write_entries(entries)) == entries


NAMES = st.from_regex(r"\$?[a-zA-Z][a-zA-Z0-9_-]{0,39}", fullmatch=True)
VALUES = st.none() | st.text(min_size=1, max_size=40)


@given(st.lists(st.tuples(NAMES, VALUES), max_size=5))
def test_what_is_written_is_read_again(entries: list[tuple[str, str | None]]) -> None:
    assert read_entries(write_entries(entries)) == tuple(entries)
