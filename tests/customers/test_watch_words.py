"""What a watch would wait for, said while it is typed."""

from __future__ import annotations

import pytest

from rctui.customers.names import Names
from rctui.customers.watch_words import until_words

NAMES = Names({"entl1": "pro"}, titles={"entl1": "Premium access"})


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("entitlement pro", "Ends when pro (entl1) is among the active entitlements."),
        ("entitlement ENTL1", "Ends when ENTL1 is among the active entitlements."),
        ("no entitlement Premium access", "is no longer among the active entitlements."),
        ("subscription in_grace_period", "Ends when a subscription is In grace period."),
        ("balance GLD 500", "Ends when the balance of GLD is 500 or more."),
        ("change", "Ends at the first change."),
    ],
)
def test_what_is_understood_is_said_in_words(typed: str, says: str) -> None:
    words, is_clear = until_words(typed, NAMES)
    assert is_clear
    assert words.plain.endswith(says)


@pytest.mark.parametrize("typed", ["", "e", "entitlement", "balance GLD", "balance GLD many"])
def test_what_is_not_understood_so_far_is_answered_with_what_may_be_typed(typed: str) -> None:
    words, is_clear = until_words(typed, NAMES)
    assert not is_clear
    assert words.plain.startswith("Not understood so far. It waits for entitlement NAME")


@pytest.mark.parametrize(
    ("typed", "doubt"),
    [
        ("entitlement prp", "prp is not known here: taken as it is."),
        ("subscription actve", "No status that is known: active, expired"),
    ],
)
def test_a_name_or_status_that_is_not_known_is_taken_with_a_doubt(typed: str, doubt: str) -> None:
    words, is_clear = until_words(typed, NAMES)
    assert not is_clear
    assert "Ends when" in words.plain
    assert doubt in words.plain
