"""Answers with something odd in a random place: never a crash, always rows or a named reason."""

from __future__ import annotations

import contextlib
import io
import json
from functools import cache
from typing import TYPE_CHECKING, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rctui.api.errors import AnswerUnreadable
from rctui.headless.showing import ShowForm, show
from tests.reliability.odd_json import spoilt
from tests.reliability.recorded import CUSTOMER, PARTS, Recorded, opened_on, record

if TYPE_CHECKING:
    from collections.abc import Mapping

CUSTOMERS: Final = ("user_42", "goodwill_month", "card_failing_in_retry")


@cache
def bodies(customer_id: str) -> Mapping[str, bytes]:
    return record(customer_id)


def shown(answers: Mapping[str, bytes], customer_id: str, form: ShowForm) -> str | AnswerUnreadable:
    out = io.StringIO()
    try:
        with contextlib.redirect_stdout(out):
            assert show(opened_on(Recorded(answers)), customer_id, form) == 0
    except AnswerUnreadable as error:
        return error
    return out.getvalue()


@pytest.mark.parametrize("customer_id", CUSTOMERS)
def test_what_is_recorded_is_shown_in_full(customer_id: str) -> None:
    told = shown(bodies(customer_id), customer_id, ShowForm())
    assert isinstance(told, str)
    assert "could not be read" not in told
    assert "unreadable" not in told.lower()


@given(data=st.data())
@settings(max_examples=120)
def test_an_odd_value_anywhere_is_shown_or_named_and_never_breaks_the_rest(
    data: st.DataObject,
) -> None:
    customer_id = data.draw(st.sampled_from(CUSTOMERS))
    path = CUSTOMER + customer_id + data.draw(st.sampled_from(PARTS))
    answers = dict(bodies(customer_id))
    answers[path] = data.draw(spoilt(answers[path]))
    told = shown(answers, customer_id, ShowForm())
    document = shown(answers, customer_id, ShowForm(as_json=True))
    if isinstance(told, AnswerUnreadable) or isinstance(document, AnswerUnreadable):
        # Without the customer's own answer there is nothing to show, and it says why.
        assert path == CUSTOMER + customer_id
        assert isinstance(told, AnswerUnreadable)
        assert "can't be read" in told.message
        return
    assert told.replace("\n", "").isprintable()
    assert "Access: " in told
    assert set(json.loads(document)["data"]) == {"customer", "verdict", "also", "sections"}
