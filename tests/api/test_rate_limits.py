from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rctui.api.rate_limits import Budget, RateDomain, RateLimits

USAGE = "RevenueCat-Rate-Limit-Current-Usage"
LIMIT = "RevenueCat-Rate-Limit-Current-Limit"
CUSTOMERS = RateDomain.CUSTOMER_INFORMATION


def noted(headers: dict[str, str]) -> Budget | None:
    limits = RateLimits()
    limits.note(CUSTOMERS, headers, 7)
    return limits.budget(CUSTOMERS)


@pytest.mark.parametrize("spell", [str, str.lower, str.upper])
def test_header_names_are_read_in_any_case(spell: type[str]) -> None:
    budget = noted({spell(USAGE): "5", spell(LIMIT): "60"})
    assert budget == Budget(5, 60, seen_at_ms=7)
    assert budget.left == 55


def test_more_use_than_the_limit_leaves_nothing() -> None:
    budget = noted({USAGE: "61", LIMIT: "60"})
    assert budget is not None
    assert budget.left == 0


def test_domains_are_kept_apart() -> None:
    limits = RateLimits()
    limits.note(RateDomain.CURRENCY_WRITES, {USAGE: "1", LIMIT: "480"}, 7)
    assert limits.budget(CUSTOMERS) is None
    assert limits.budget(RateDomain.CURRENCY_WRITES) is not None


def test_the_newest_answer_counts_and_one_without_headers_changes_nothing() -> None:
    limits = RateLimits()
    limits.note(CUSTOMERS, {USAGE: "1", LIMIT: "480"}, 1)
    limits.note(CUSTOMERS, {USAGE: "2", LIMIT: "480"}, 2)
    limits.note(CUSTOMERS, {"Content-Type": "text/html"}, 3)
    assert limits.budget(CUSTOMERS) == Budget(2, 480, seen_at_ms=2)


@pytest.mark.parametrize(
    ("usage", "limit"),
    [
        ("x", "60"),
        ("5", ""),
        ("-5", "60"),
        ("٥", "60"),
        ("5", "0"),
        ("5.0", "60"),
        ("9" * 5000, "1"),
    ],
)
def test_garbage_is_no_budget(usage: str, limit: str) -> None:
    assert noted({USAGE: usage, LIMIT: limit}) is None


@given(st.text(), st.text())
def test_no_header_can_break_it(usage: str, limit: str) -> None:
    budget = noted({USAGE: usage, LIMIT: limit})
    assert budget is None or 0 <= budget.left <= budget.limit
