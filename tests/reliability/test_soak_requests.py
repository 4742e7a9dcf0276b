"""How often a request may have been sent for what the journal says."""

from __future__ import annotations

import pytest

from rctui.demo.received import Received
from rctui.journal.entry import JournalEntry
from rctui.journal.operation import Operation
from rctui.journal.states import Step
from tests.reliability.soak_operator import Broken
from tests.reliability.soak_requests import check_counts

KEY = "a key"


def _operation(id_: str, step: Step, status: int = 0) -> Operation:
    first = JournalEntry(id_, Step.ATTEMPTED, 0, idempotency_key=KEY)
    return Operation((first, JournalEntry(id_, step, 0, status=status)))


def _requests(count: int, *, applied: int = 0) -> list[Received]:
    return [
        Received("POST", "/v2/x", "", b"", None, KEY, applied=number < applied, status=429)
        for number in range(count)
    ]


PUT_OFF = _operation("first", Step.REFUSED, 429)
APPLIED = _operation("second", Step.APPLIED, 200)


def test_a_row_that_comes_again_has_requests_of_its_own() -> None:
    check_counts([PUT_OFF, APPLIED], _requests(8, applied=1), at_rest=True)


def test_one_operation_does_not_take_so_many_requests() -> None:
    with pytest.raises(Broken, match="8 requests"):
        check_counts([APPLIED], _requests(8, applied=1), at_rest=True)


def test_one_key_is_never_applied_twice() -> None:
    with pytest.raises(Broken, match="2 times applied"):
        check_counts([PUT_OFF, APPLIED], _requests(2, applied=2), at_rest=True)


def test_what_is_called_applied_was() -> None:
    with pytest.raises(Broken, match="Called applied"):
        check_counts([PUT_OFF, APPLIED], _requests(2), at_rest=True)
