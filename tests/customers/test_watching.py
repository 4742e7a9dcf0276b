"""Two looks at a customer are compared, and what could not be read is never said to be gone."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from rctui.api.models.subscription import Subscription
from rctui.customers.names import Names
from rctui.customers.verdicts.access import Viewpoint
from rctui.customers.watch_ends import BadWatch, read_watch_end
from rctui.customers.watching import Glimpse, changes_between
from tests.simulated import NOW

VIEW = Viewpoint(Names({"entl1": "pro"}), NOW)
DAY = 86_400_000
SUBSCRIPTION = Subscription(
    id="sub1", status="active", store="play_store", product_id="p1", gives_access=True
)
BEFORE = Glimpse(
    entitlements={}, subscriptions={"sub1": SUBSCRIPTION}, purchases={}, aliases={"a": None},
    attributes={"$email": "a@example.com"}, balances={"GLD": 80},
)  # fmt: skip


def said(now: Glimpse, before: Glimpse = BEFORE) -> list[str]:
    return [one.plain for one in changes_between(before, now, VIEW)]


def test_the_same_customer_twice_is_nothing_new() -> None:
    assert said(BEFORE) == []


def test_an_entitlement_appears_moves_and_ends() -> None:
    appeared = replace(BEFORE, entitlements={"entl1": None})
    assert said(appeared) == ["entitlement pro appeared (no end)"]
    moved = replace(BEFORE, entitlements={"entl1": NOW + DAY})
    [line] = said(moved, appeared)
    assert line.startswith("entitlement pro: no end → until 2025-11-25 ")
    assert said(BEFORE, appeared) == ["entitlement pro ended"]


def test_a_subscription_turns() -> None:
    expired = SUBSCRIPTION.model_copy(update={"status": "expired", "gives_access": False})
    assert said(replace(BEFORE, subscriptions={"sub1": expired})) == [
        "subscription Play Store p1: Active → Expired, no access"
    ]


def test_every_other_part_tells_what_changed() -> None:
    now = replace(
        BEFORE,
        aliases={"a": None, "b": None},
        attributes={"$email": "b@example.com"},
        balances={"GLD": 580},
    )
    assert said(now) == [
        "alias b appeared",
        'attribute $email: "a@example.com" → "b@example.com"',
        "balance of GLD: 80 → 580",
    ]


@pytest.mark.parametrize(
    "part", ["entitlements", "subscriptions", "purchases", "aliases", "attributes", "balances"]
)
def test_what_was_not_read_has_not_gone(part: str) -> None:
    nothing: dict[str, Any] = {part: None}
    unread = replace(BEFORE, **nothing)
    assert said(unread) == []
    assert said(BEFORE, unread) == []


def test_a_customer_who_is_gone() -> None:
    gone = Glimpse(exists=False)
    assert said(gone) == ["the customer is gone"]
    assert said(BEFORE, gone) == ["the customer is there again"]


@pytest.mark.parametrize(
    ("text", "met_by"),
    [
        ("entitlement pro", replace(BEFORE, entitlements={"entl1": None})),
        ("entitlement  PRO", replace(BEFORE, entitlements={"entl1": None})),
        ("entitlement entl1", replace(BEFORE, entitlements={"entl1": None})),
        ("subscription expired", replace(BEFORE, subscriptions={
            "s": SUBSCRIPTION.model_copy(update={"status": "expired"})})),
        ("balance GLD 500", replace(BEFORE, balances={"GLD": 500})),
    ],
)  # fmt: skip
def test_what_is_waited_for(text: str, met_by: Glimpse) -> None:
    end = read_watch_end(text)
    assert end is not None
    assert not end.is_met(BEFORE, 5, VIEW.names)
    assert end.is_met(met_by, 0, VIEW.names)


def test_waiting_for_the_end_of_access_needs_to_see_that_it_ended() -> None:
    end = read_watch_end("no entitlement pro")
    assert end is not None
    assert end.is_met(BEFORE, 0, VIEW.names)
    assert not end.is_met(replace(BEFORE, entitlements=None), 0, VIEW.names)
    assert not end.is_met(replace(BEFORE, entitlements={"entl1": None}), 0, VIEW.names)


def test_waiting_for_any_change() -> None:
    end = read_watch_end("change")
    assert end is not None
    assert not end.is_met(BEFORE, 0, VIEW.names)
    assert end.is_met(BEFORE, 1, VIEW.names)


def test_words_that_nothing_waits_for() -> None:
    assert read_watch_end("  ") is None
    for text in ("entitlement", "pro", "balance GLD many", "until entitlement pro"):
        with pytest.raises(BadWatch):
            read_watch_end(text)
