"""Which of one's own writes on a customer can be taken back, and in which order."""

from __future__ import annotations

from rctui.customers.way_back import way_back
from rctui.journal.entry import JournalEntry
from rctui.journal.operation import Operation
from rctui.journal.states import Step


def operation(name: str, *steps: Step, reverses: str = "") -> Operation:
    told = steps or (Step.ATTEMPTED, Step.APPLIED)
    return Operation(tuple(JournalEntry(name, one, 1, reverses=reverses) for one in told))


def standing(*newest_first: Operation) -> list[str]:
    return [one.id for one in way_back(newest_first).standing]


def test_what_was_applied_stands_the_newest_first() -> None:
    refused = operation("c", Step.ATTEMPTED, Step.REFUSED)
    assert standing(refused, operation("b"), operation("a")) == ["b", "a"]


def test_a_write_that_was_taken_back_is_passed_over_with_what_took_it_back() -> None:
    done = [operation("b-back", reverses="b"), operation("b"), operation("a")]
    assert standing(*done) == ["a"]
    assert standing(operation("a-back", reverses="a"), *done) == []
    assert way_back([operation("a-back", reverses="a"), *done]).reversed == 2


def test_a_reverse_that_was_refused_takes_nothing_back() -> None:
    refused = operation("b-back", Step.ATTEMPTED, Step.REFUSED, reverses="b")
    assert standing(refused, operation("b")) == ["b"]


def test_a_reverse_that_nobody_knows_the_end_of_stands_in_the_way() -> None:
    unknown = operation("b-back", Step.ATTEMPTED, Step.UNKNOWN, reverses="b")
    assert standing(unknown, operation("b"))[0] == "b-back"
    assert way_back([unknown, operation("b")]).newest is unknown
