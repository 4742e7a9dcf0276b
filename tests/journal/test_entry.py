from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rctui.journal.entry import _TYPES, JournalEntry, NotAnEntry, entry_in
from rctui.journal.place import Place
from rctui.journal.states import Step
from tests.journal.made import WHO, entry

ANY_TEXT = st.text(st.characters(codec=None), max_size=40)
"""Lone surrogates too."""


@given(ANY_TEXT, ANY_TEXT, st.sampled_from(Step), st.integers(0, 2**53))
def test_every_text_survives_on_one_line_of_ascii(
    customer: str, evidence: str, step: Step, time_ms: int
) -> None:
    made = replace(
        entry(step=step, time_ms=time_ms, customer_id=customer, evidence=evidence),
        change={"kind": "delete", "customer_id": customer},
    )
    line = made.line()
    assert line.endswith(b"\n")
    assert line.count(b"\n") == 1
    assert all(0x20 <= byte < 0x7F for byte in line[:-1])
    assert entry_in(line) == made


def test_the_version_comes_first_and_empty_fields_are_left_out() -> None:
    told = json.loads(entry(ticket="", reason="why").at(5, WHO).line())
    assert next(iter(told)) == "version"
    assert told["version"] == 1
    assert "ticket" not in told
    assert (told["reason"], told["user"], told["host"], told["pid"]) == (
        "why",
        "ann",
        "jump1",
        4711,
    )


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'{"version":1}',
        b'{"version":1,"id":"x"}',
        b'{"version":1,"id":"x","step":"melted","time_ms":1}',
        b'{"version":1,"id":7,"step":"applied","time_ms":1}',
        b'{"version":1,"id":"x","step":"applied","time_ms":true}',
        b'{"version":1,"id":"x","step":"applied","time_ms":1,"before":[]}',
        b'{"version":0,"id":"x","step":"applied","time_ms":1}',
        b"[" * 100_000,
        b"\xff\xfe",
    ],
)
def test_what_is_no_entry_is_told_apart(line: bytes) -> None:
    with pytest.raises(NotAnEntry) as raised:
        entry_in(line)
    assert raised.value.version is None


def test_a_newer_version_is_named() -> None:
    with pytest.raises(NotAnEntry) as raised:
        entry_in(b'{"version":2,"id":"x","step":"applied","time_ms":1}')
    assert raised.value.version == 2


@given(st.binary(max_size=200))
def test_no_line_whatever_breaks_the_reader(line: bytes) -> None:
    with suppress(NotAnEntry):
        assert isinstance(entry_in(line), JournalEntry)


def test_a_place_is_a_project_of_a_server() -> None:
    here = Place.at("acme", "proj1", "https://api.revenuecat.com/v2")
    assert here.origin == "https://api.revenuecat.com"
    assert here.holds(entry(project="renamed", project_id="proj1", origin=here.origin))
    assert not here.holds(entry(project_id="proj1", origin="http://127.0.0.1:8765"))
    assert not here.holds(entry(project_id="proj2", origin=here.origin))


def test_every_type_of_a_field_can_be_checked_when_an_old_line_is_read() -> None:
    assert {str(one.type) for one in fields(JournalEntry)} <= set(_TYPES)
