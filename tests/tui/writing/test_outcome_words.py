from __future__ import annotations

from typing import Any

import pytest

from rctui.customers.changes.every_change import AdjustCurrencies, AssignOffering, Change
from rctui.customers.readback.outcome import Outcome, ReadBack, Seen
from rctui.journal.states import Step
from rctui.text.safe_text import SafeText, label
from rctui.tui.writing.outcome_words import ended_well, outcome_rows, said_briefly
from rctui.worker.writing import WriteAnswer, WriteRequest
from tests.customers.made import NOW, VIEW

CREDIT = AdjustCurrencies.of("user_1", {"GLD": 500}, key="k")
SEEN = ReadBack(Seen.MATCHES, label("Now: 580 GLD."))
WORDS = label("The server's words.")


def answer(end: Step, change: Change = CREDIT, **more: Any) -> WriteAnswer:
    return WriteAnswer(1, "acme", WriteRequest(change), Outcome(end, WORDS, **more), NOW)


def told(given: WriteAnswer) -> str:
    rows = outcome_rows(given, VIEW)
    return "\n".join((row if isinstance(row, SafeText) else row[0]).plain for row in rows)


@pytest.mark.parametrize(
    ("end", "word"),
    [
        (Step.APPLIED, "APPLIED"),
        (Step.REFUSED, "REFUSED"),
        (Step.NOT_SENT, "NOT SENT"),
        (Step.UNKNOWN, "UNKNOWN"),
    ],
)
def test_each_end_has_its_word_and_no_other(end: Step, word: str) -> None:
    words = told(answer(end))
    assert words.startswith(f"{word}: Credit 500 GLD for user_1")
    assert sum(other in words for other in ("APPLIED", "REFUSED", "NOT SENT", "UNKNOWN")) == 1


def test_what_nobody_knows_is_not_to_be_repeated() -> None:
    words = told(answer(Step.UNKNOWN))
    assert "Don't repeat it" in words
    assert "safe to try again" not in words


def test_only_what_was_surely_not_sent_may_be_tried_again() -> None:
    assert "safe to try again" in told(answer(Step.NOT_SENT))
    assert "safe to try again" not in told(answer(Step.REFUSED))


def test_what_is_needed_for_support_is_there() -> None:
    words = told(answer(Step.REFUSED, status=422, request_id="req-1", recovery_file="/f.json"))
    for part in ("The server's words.", "422", "req-1", "/f.json"):
        assert part in words


def test_a_journal_that_could_not_be_written_is_said() -> None:
    given = answer(Step.APPLIED, read_back=SEEN, journal_problem=label("No space left."))
    assert "The journal could not be written: No space left." in told(given)
    assert not ended_well(given)


@pytest.mark.parametrize("seen", [Seen.DIFFERS, Seen.NOT_YET, Seen.NOT_READABLE])
def test_what_is_not_to_be_seen_did_not_end_well(seen: Seen) -> None:
    assert not ended_well(answer(Step.APPLIED, read_back=ReadBack(seen, WORDS)))


def test_what_is_seen_did_end_well_and_is_said_in_one_line() -> None:
    given = answer(Step.APPLIED, read_back=SEEN)
    assert ended_well(given)
    assert said_briefly(given, label("APPLIED: it")).plain == "APPLIED: it. Now: 580 GLD."


def test_an_override_that_can_never_be_read_is_no_trouble() -> None:
    unreadable = ReadBack(Seen.NOT_READABLE, WORDS)
    assert ended_well(answer(Step.APPLIED, AssignOffering("user_1", None), read_back=unreadable))


@pytest.mark.parametrize("end", [Step.REFUSED, Step.NOT_SENT, Step.UNKNOWN])
def test_no_other_end_is_a_good_one(end: Step) -> None:
    assert not ended_well(answer(end))
