"""What the Journal shows of an operation."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC
from typing import Any

import pytest

from rctui.journal.operation import Operation
from rctui.journal.states import Step
from rctui.tables.journal import journal_table, unconfirmed_first
from tests.journal.made import WHO, entry

FIRST = entry(
    "a",
    summary="Grant pro to user_42",
    customer_id="user_42\x1b[c",
    ticket="T-1",
    time_ms=1_796_256_000_000,
).at(1_796_256_000_000, WHO)


def operation(*steps: Step, **last: Any) -> Operation:
    entries = [FIRST, *(entry("a", step, time_ms=FIRST.time_ms + 1) for step in steps)]
    return Operation((*entries[:-1], replace(entries[-1], **last)))


def cells(one: Operation) -> dict[str, str]:
    table = journal_table(UTC)
    row = zip(table.columns, table.row(one), strict=True)
    return {column.id: cell.text.plain for column, cell in row}


def test_a_row_tells_when_what_for_whom_and_why_it_is_so() -> None:
    shown = cells(operation(Step.REFUSED, evidence="No such entitlement.", request_id="req-1"))
    assert shown == {
        "time": "2026-12-03 00:00",
        "state": "refused",
        "what": "Grant pro to user_42",
        "customer": "user_42␛[c",
        "ticket": "T-1",
        "user": "ann",
        "evidence": "No such entitlement.",
        "request-id": "req-1",
    }


@pytest.mark.parametrize(
    ("steps", "words"),
    [
        ((), "no end known"),
        ((Step.UNKNOWN,), "unknown"),
        ((Step.APPLIED,), "applied"),
        ((Step.NOT_SENT,), "not sent"),
    ],
)
def test_every_state_has_words(steps: tuple[Step, ...], words: str) -> None:
    assert cells(operation(*steps))["state"] == words


@pytest.mark.parametrize(
    ("verdict", "words"),
    [("applied", "settled: applied"), ("not-applied", "settled: not applied")],
)
def test_a_person_s_verdict_is_said(verdict: str, words: str) -> None:
    shown = cells(operation(Step.UNKNOWN, Step.SETTLED, verdict=verdict))
    assert shown["state"] == words


def test_what_nobody_knows_comes_first_and_then_the_newest() -> None:
    def at(id_: str, time_ms: int, *steps: Step) -> Operation:
        return Operation(tuple(entry(id_, s, time_ms=time_ms) for s in (Step.ATTEMPTED, *steps)))

    rows = [
        at("new", 9, Step.APPLIED),
        at("open-old", 1, Step.UNKNOWN),
        at("open-new", 5),
        at("old", 2, Step.APPLIED),
    ]
    assert [one.id for one in unconfirmed_first(rows)] == ["open-new", "open-old", "new", "old"]
