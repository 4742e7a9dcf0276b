"""One yes stands for one write; only a row that was put off may come again by itself."""

from __future__ import annotations

import pytest

from rctui.journal.entry import JournalEntry
from rctui.journal.operation import Operation
from rctui.journal.states import Step
from tests.reliability.soak_confirmation import Confirmation

CREDIT = "Credit 5 SLV for ann"


def _confirmed() -> Confirmation:
    return Confirmation("alpha", "ann", ("Coins for ann", CREDIT), challenged=False)


def _operation(id_: str, step: Step, status: int = 0, *, reason: str = "bulk p row 1") -> Operation:
    first = JournalEntry(
        id_, Step.ATTEMPTED, 0, project="alpha", customer_id="ann", summary=CREDIT, reason=reason
    )
    return Operation((first, JournalEntry(id_, step, 0, status=status)))


def _covers_another(one: Confirmation, first: Operation) -> bool:
    one.take(first)
    one.give_back(first)
    return one.covers(_operation("second", Step.ATTEMPTED))


@pytest.mark.parametrize(
    ("step", "status"), [(Step.REFUSED, 429), (Step.REFUSED, 423), (Step.NOT_SENT, 0)]
)
def test_a_row_that_was_put_off_comes_again(step: Step, status: int) -> None:
    assert _covers_another(_confirmed(), _operation("first", step, status))


@pytest.mark.parametrize(
    ("step", "status"), [(Step.APPLIED, 200), (Step.UNKNOWN, 500), (Step.REFUSED, 422)]
)
def test_what_was_done_or_may_have_been_does_not(step: Step, status: int) -> None:
    assert not _covers_another(_confirmed(), _operation("first", step, status))


def test_a_change_of_a_form_does_not_come_again_by_itself() -> None:
    assert not _covers_another(_confirmed(), _operation("first", Step.REFUSED, 429, reason=""))


def test_what_was_put_off_earlier_gives_nothing_back_to_another_review() -> None:
    one = _confirmed()
    one.take(_operation("mine", Step.APPLIED, 200))
    one.give_back(_operation("earlier", Step.REFUSED, 429))
    assert not one.covers(_operation("second", Step.ATTEMPTED))
