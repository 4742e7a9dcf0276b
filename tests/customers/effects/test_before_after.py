from __future__ import annotations

import pytest

from rctui.customers.changes.every_change import (
    KINDS,
    AdjustCurrencies,
    AssignOffering,
    BlockCustomer,
    CancelSubscription,
    Change,
    CreateCustomer,
    DeleteCustomer,
    GrantEntitlement,
    RefundPurchase,
    RefundSubscription,
    RefundTransaction,
    RevokeEntitlement,
    SetAttributes,
    Transfer,
    UnblockCustomer,
)
from rctui.customers.effects.before_after import before_after
from rctui.customers.readback.observation import Observation
from tests.customers.made import NOW, VIEW, day

NOTHING_SEEN = Observation()


def told(change: Change, before: Observation) -> str:
    return "\n".join(line.plain for line in before_after(change, before, VIEW))


CREDIT = AdjustCurrencies.of("user_1", {"GLD": 500, "SLV": -20}, key="k")
GRANT = GrantEntitlement("user_1", "entl_pro", day(7))
EVERY: tuple[Change, ...] = (
    CREDIT,
    GRANT,
    RevokeEntitlement("user_1", "entl_pro"),
    AssignOffering("user_1", "ofrng1"),
    SetAttributes.of("user_1", {"nick": "bob"}),
    CreateCustomer("user_1"),
    DeleteCustomer("user_1"),
    BlockCustomer("user_1"),
    UnblockCustomer("user_1"),
    Transfer("user_1", "user_2"),
    CancelSubscription("user_1", "sub1", "prod1"),
    RefundSubscription("user_1", "sub1", "prod1"),
    RefundTransaction("user_1", "sub1", "prod1", "GPA.1..0"),
    RefundPurchase("user_1", "purc1", ""),
)


def test_every_kind_of_change_is_told() -> None:
    assert {type(change) for change in EVERY} == set(KINDS.values())


@pytest.mark.parametrize("change", EVERY, ids=lambda change: change.kind)
def test_what_was_not_seen_is_not_known_and_never_none(change: Change) -> None:
    words = told(change, NOTHING_SEEN)
    assert "not known" in words
    assert "nothing →" not in words
    assert "no access" not in words
    assert "none listed" not in words


def test_balances_are_added_to() -> None:
    seen = Observation(balances={"GLD": 80, "SLV": 10})
    assert told(CREDIT, seen) == "GLD: 80 → 580 (+500)\nSLV: 10 → -10 (-20)"


def test_a_balance_that_is_not_listed_is_not_known() -> None:
    words = told(CREDIT, Observation(balances={"SLV": 30}))
    assert words.startswith("GLD: +500 (the balance is not known)")


def test_a_grant_shows_access_and_grants_apart() -> None:
    words = told(GRANT, Observation(ends={"entl_pro": NOW}, grants=()))
    assert "access to pro now: until 3 Dec 2026, 00:00 UTC" in words
    none = "none listed"
    assert f"grants of pro: {none} → until 10 Dec 2026, 00:00 UTC" in words


def test_access_without_end_and_none_at_all_differ() -> None:
    assert "access to pro now: without end" in told(GRANT, Observation(ends={"entl_pro": None}))
    assert "access to pro now: no access" in told(GRANT, Observation(ends={}))


def test_an_attribute_goes_from_its_old_value_to_the_new_one() -> None:
    change = SetAttributes.of("user_1", {"nick": "bob", "gone": None})
    seen = Observation(attributes={"nick": None, "gone": "x"})
    assert told(change, seen) == 'nick: nothing → "bob"\ngone: "x" → nothing'


def test_a_transfer_counts_both_sides() -> None:
    seen = Observation(rows=("a", "b"), target_rows=("c",))
    words = told(Transfer("user_1", "user_2"), seen)
    assert "of user_1: 2 →" in words
    assert "of user_2: 1 → up to 3" in words


def test_hostile_texts_stay_on_their_line() -> None:
    change = SetAttributes.of("user_1", {"nick": "\x1b[2J\n[red]"})
    (line,) = before_after(change, Observation(attributes={"nick": "a\nb"}), VIEW)
    assert "\n" not in line.plain
    assert "\x1b" not in line.plain
