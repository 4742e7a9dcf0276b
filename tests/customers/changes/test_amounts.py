from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rctui.customers.changes.amounts import TypedAmount, read_amounts
from rctui.customers.changes.errors import BadAmount
from rctui.customers.changes.rules import LARGEST_BALANCE

if TYPE_CHECKING:
    from collections.abc import Iterable


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("+500", [TypedAmount("", 500)]),
        ("-20", [TypedAmount("", -20)]),
        ("=1000", [TypedAmount("", 1000, is_target=True)]),
        ("=0", [TypedAmount("", 0, is_target=True)]),
        (" GLD + 500 ", [TypedAmount("GLD", 500)]),
        ("GLD+500", [TypedAmount("GLD", 500)]),
        ("GLD=1000", [TypedAmount("GLD", 1000, is_target=True)]),
        ("GLD +500, SLV -20", [TypedAmount("GLD", 500), TypedAmount("SLV", -20)]),
        ("GLD+500;SLV-20", [TypedAmount("GLD", 500), TypedAmount("SLV", -20)]),
        ("GLD+500 SLV-20", [TypedAmount("GLD", 500), TypedAmount("SLV", -20)]),
        ("+2000000000", [TypedAmount("", LARGEST_BALANCE)]),
        ("+007", [TypedAmount("", 7)]),
    ],
)
def test_amounts_are_read_as_they_are_meant(text: str, amounts: list[TypedAmount]) -> None:
    assert read_amounts(text) == tuple(amounts)


@pytest.mark.parametrize(
    "text",
    [
        *("", " , ", "500", "GLD 500", "+", "GLD", "GLD +", "+1e3", "+1.5", "+1,500", "+1 500"),
        *("+٥", "+9223372036854775808", "+2000000001", "++5", "+-5", "−5", "GLD+5SLV+3"),
        *("GÖLD +5", "GLD+5, GLD-3", "+5, +6", "+0x10", "+1_000", "5%", "GLD:+5"),
    ],
)
def test_what_could_be_read_in_two_ways_is_refused(text: str) -> None:
    with pytest.raises(BadAmount) as refusal:
        read_amounts(text)
    assert refusal.value.field == "amount"


@pytest.mark.parametrize(
    ("text", "words", "hint"),
    [
        ("500", "500 has no sign.", "Type +500 to add, -500 to take away, =500 to set."),
        (
            "GLD 500",
            "GLD 500 has no sign.",
            "Type GLD +500 to add, GLD -500 to take away, GLD =500 to set.",
        ),
        ("GLD +5, 20", "20 has no sign.", "Type +20 to add, -20 to take away, =20 to set."),
        ("5%", "'5%' is not an amount.", "+500 adds, -20 takes away"),
    ],
)
def test_a_number_without_a_sign_is_told_what_to_type(text: str, words: str, hint: str) -> None:
    with pytest.raises(BadAmount) as refusal:
        read_amounts(text)
    assert refusal.value.message == words
    assert refusal.value.hint.startswith(hint)


def written(amounts: Iterable[TypedAmount]) -> str:
    """A text that says just that."""
    return ", ".join(
        f"{one.code}={one.amount}" if one.is_target else f"{one.code}{one.amount:+d}"
        for one in amounts
    )


@given(st.text(max_size=40) | st.text(alphabet="GLD+-=0123456789 ,;", max_size=40))
def test_no_text_is_more_than_refused(text: str) -> None:
    try:
        amounts = read_amounts(text)
    except BadAmount:
        return
    assert all(abs(one.amount) <= LARGEST_BALANCE for one in amounts)
    assert read_amounts(written(amounts)) == amounts


CODES = st.from_regex(r"[a-zA-Z0-9_]{1,10}", fullmatch=True)
AMOUNTS = st.builds(
    lambda code, amount, target: TypedAmount(code, abs(amount) if target else amount, target),
    CODES,
    st.integers(-LARGEST_BALANCE, LARGEST_BALANCE),
    st.booleans(),
)


@given(st.lists(AMOUNTS, min_size=1, max_size=5, unique_by=lambda one: one.code))
def test_what_is_written_is_read_again(amounts: list[TypedAmount]) -> None:
    assert read_amounts(written(amounts)) == tuple(amounts)
