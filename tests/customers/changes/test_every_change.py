"""Changes as values: what they refuse, say, store and compare."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rctui.customers.changes.change import _FITS
from rctui.customers.changes.errors import (
    AlreadyThere,
    BadAmount,
    BadAttribute,
    BadCustomerId,
    BadGrantEnd,
    ChangeError,
    NotReadableBefore,
    OverLimit,
    SameCustomer,
    TicketMissing,
    UnreadableChange,
)
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
    change_in,
)
from rctui.customers.changes.rules import (
    LARGEST_BALANCE,
    RESERVED_NAMES,
    SAME_END_MS,
    read_amount,
    same_grant_end,
)
from rctui.customers.changes.write_rules import WriteRules
from rctui.customers.readback.looks import LookAtCustomer, LookAtRows, LookAtTarget
from rctui.customers.readback.observation import Observation, observation_in
from rctui.demo.routes.attributes import RESERVED
from tests.customers.made import DAY, NOW, VIEW

KEY = "0b2f8b1e-0000-4000-8000-000000000000"
CREDIT = AdjustCurrencies.of("user_42", {"GLD": 5, "SLV": -3}, key=KEY, reference="T-1")
ALL: list[Change] = [
    CreateCustomer.of("user_43", {"$email": "a@b.c"}),
    DeleteCustomer("user_42"),
    GrantEntitlement("user_42", "entl_pro", NOW + DAY),
    RevokeEntitlement("user_42", "entl_pro"),
    AssignOffering("user_42", None),
    Transfer("user_42", "user_43", ("app1",)),
    SetAttributes.of("user_42", {"plan": "gold", "old": None}),
    CREDIT,
    BlockCustomer("user_42"),
    UnblockCustomer("user_42"),
    CancelSubscription("user_42", "sub1", "prod1"),
    RefundSubscription("user_42", "sub1", "prod1"),
    RefundTransaction("user_42", "sub1", "prod1", "GPA.1..0"),
    RefundPurchase("user_42", "purc1", ""),
]


def test_every_kind_is_here() -> None:
    assert {type(one) for one in ALL} == set(KINDS.values())


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda one: one.kind)
def test_every_type_of_a_stored_field_can_be_checked_when_it_is_read(kind: type[Change]) -> None:
    assert {str(one.type) for one in fields(kind)} <= set(_FITS)


@pytest.mark.parametrize("change", ALL, ids=lambda one: one.kind)
def test_a_change_is_a_value_that_survives_being_stored(change: Change) -> None:
    assert change_in(change.data()) == change
    assert hash(change) == hash(change_in(change.data()))
    change.check(NOW)


@pytest.mark.parametrize("change", ALL, ids=lambda one: one.kind)
def test_a_summary_names_the_customer(change: Change) -> None:
    assert change.customer_id in change.summary(VIEW).plain


ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=6,
)


@given(st.sampled_from(ALL), st.data(), ANY_JSON)
def test_a_damaged_stored_change_is_refused_or_whole(
    change: Change, data: st.DataObject, value: Any
) -> None:
    stored = change.data()
    field = data.draw(st.sampled_from(sorted(stored)))
    try:
        again = change_in({**stored, field: value})
    except UnreadableChange:
        return
    assert change_in(again.data()) == again


def test_two_changes_that_ask_for_the_same_have_one_fingerprint() -> None:
    twin = AdjustCurrencies.of("user_42", {"GLD": 5, "SLV": -3}, key="another", reference="T-1")
    assert twin != CREDIT
    assert twin.fingerprint == CREDIT.fingerprint
    assert len({one.fingerprint for one in ALL}) == len(ALL)


def test_only_currencies_carry_a_key() -> None:
    assert [one.kind for one in ALL if one.idempotency_key] == ["currencies"]
    assert CREDIT.idempotency_key == KEY


REFUSED: list[tuple[Change, type[ChangeError]]] = [
    (CreateCustomer.of("with space"), BadCustomerId),
    (CreateCustomer.of("$RCAnonymousID:ab"), BadCustomerId),
    (CreateCustomer.of(""), BadCustomerId),
    (CreateCustomer.of("ok", {"9lives": "x"}), BadAttribute),
    (DeleteCustomer(".."), BadCustomerId),
    (DeleteCustomer("blocked_customers"), BadCustomerId),
    (BlockCustomer("a/b"), BadCustomerId),
    (BlockCustomer("a b"), BadCustomerId),
    (GrantEntitlement("u", "e", NOW // 1000), BadGrantEnd),
    (GrantEntitlement("u", "e", NOW), BadGrantEnd),
    (GrantEntitlement("u", "e", 2**64), BadGrantEnd),
    (Transfer("u", "u"), SameCustomer),
    (Transfer("u", ""), BadCustomerId),
    (SetAttributes.of("u", {}), BadAttribute),
    (SetAttributes.of("u", {"$nope": "x"}), BadAttribute),
    (SetAttributes.of("u", {"a b": "x"}), BadAttribute),
    (SetAttributes.of("u", {"a" * 41: "x"}), BadAttribute),
    (SetAttributes.of("u", {"a": "x" * 501}), BadAttribute),
    (SetAttributes.of("u", {"a": "\ud800"}), BadAttribute),
    (SetAttributes.of("u", {f"a{n}": "x" for n in range(51)}), BadAttribute),
    (SetAttributes("u", (("a", "x"), ("a", "y"))), BadAttribute),
    (AdjustCurrencies.of("u", {}, key=KEY), BadAmount),
    (AdjustCurrencies.of("u", {"GLD": 0}, key=KEY), BadAmount),
    (AdjustCurrencies.of("u", {"G-D": 1}, key=KEY), BadAmount),
    (AdjustCurrencies.of("u", {"TOOLONGCODE": 1}, key=KEY), BadAmount),
    (AdjustCurrencies.of("u", {"GLD": LARGEST_BALANCE + 1}, key=KEY), BadAmount),
    (AdjustCurrencies("u", (("GLD", 1), ("GLD", 2)), KEY), BadAmount),
]


@pytest.mark.parametrize(("change", "error"), REFUSED)
def test_what_the_api_would_refuse_is_refused_here(
    change: Change, error: type[ChangeError]
) -> None:
    with pytest.raises(error) as raised:
        change.check(NOW)
    assert raised.value.message


SEEN_REFUSED: list[tuple[Change, Observation, type[ChangeError]]] = [
    (CreateCustomer.of("u"), Observation(exists=True), AlreadyThere),
    (CREDIT, Observation(balances={"GLD": 0, "SLV": 2}), BadAmount),
    (CREDIT, Observation(balances={"GLD": LARGEST_BALANCE, "SLV": 9}), BadAmount),
    (Transfer("u", "v"), Observation(id="same", target_id="same"), SameCustomer),
    (Transfer("u", "v"), Observation(target_exists=False), BadCustomerId),
    (BlockCustomer("u"), Observation(exists=False, blocked=True), BadCustomerId),
    (
        AdjustCurrencies.setting("u", {"GLD": 9}, {"GLD": 1}, key=KEY),
        Observation(),
        NotReadableBefore,
    ),
]


@pytest.mark.parametrize(("change", "seen", "error"), SEEN_REFUSED)
def test_what_can_not_work_on_what_is_there_is_refused(
    change: Change, seen: Observation, error: type[ChangeError]
) -> None:
    with pytest.raises(error):
        change.check_against(seen)


@pytest.mark.parametrize("change", ALL, ids=lambda one: one.kind)
def test_what_could_not_be_seen_refuses_nothing(change: Change) -> None:
    change.check_against(Observation())


@pytest.mark.parametrize("text", ["", "-1", "+1", "1.5", "1e3", " 5", "٥", "1,000", "9" * 40])
def test_an_amount_is_plain_digits(text: str) -> None:
    with pytest.raises(BadAmount):
        read_amount(text)


def test_an_amount_may_be_as_large_as_a_balance() -> None:
    assert read_amount("007") == 7
    assert read_amount(str(LARGEST_BALANCE)) == LARGEST_BALANCE
    with pytest.raises(BadAmount):
        read_amount(str(LARGEST_BALANCE + 1))


@given(st.dictionaries(st.sampled_from(["GLD", "SLV", "X"]), st.integers(0, LARGEST_BALANCE)))
def test_setting_a_balance_leads_there(targets: dict[str, int]) -> None:
    balances = {"GLD": 10, "SLV": 0, "X": LARGEST_BALANCE}
    try:
        change = AdjustCurrencies.setting("u", targets, balances, key=KEY)
    except BadAmount:
        assert all(balances[code] == goal for code, goal in targets.items())
        return
    change.check(NOW)
    change.check_against(Observation(balances=balances))
    after = {code: balances[code] + amount for code, amount in change.adjustments}
    assert after.items() <= targets.items()
    assert change.fits(balances)
    assert not change.fits({code: balance + 1 for code, balance in balances.items()})


def test_a_balance_that_is_not_known_can_not_be_set() -> None:
    with pytest.raises(NotReadableBefore):
        AdjustCurrencies.setting("u", {"GLD": 5}, {"SLV": 5}, key=KEY)


@pytest.mark.parametrize(
    ("ends", "same"),
    [
        ((), False),
        ((NOW + SAME_END_MS,), True),
        ((NOW - SAME_END_MS - 1,), False),
        ((None,), True),
        ((NOW + DAY, NOW), True),
    ],
)
def test_the_rule_of_two_hours(ends: tuple[int | None, ...], same: bool) -> None:
    assert same_grant_end(NOW, ends) is same


def test_the_reserved_names_are_those_of_the_api() -> None:
    assert RESERVED_NAMES == RESERVED


RULES = WriteRules(require_ticket=True, max_grant_days=10, max_credit={"GLD": 5})


@pytest.mark.parametrize(
    ("change", "ticket", "error"),
    [
        (CREDIT, "T-1", None),
        (CREDIT, "  ", TicketMissing),
        (AdjustCurrencies.of("u", {"GLD": 6}, key=KEY), "T-1", OverLimit),
        (AdjustCurrencies.of("u", {"GLD": -600}, key=KEY), "T-1", None),
        (AdjustCurrencies.of("u", {"SLV": 600}, key=KEY), "T-1", None),
        (GrantEntitlement("u", "e", NOW + 10 * DAY), "T-1", None),
        (GrantEntitlement("u", "e", NOW + 11 * DAY), "T-1", OverLimit),
    ],
)
def test_a_project_s_rules(change: Change, ticket: str, error: type[ChangeError] | None) -> None:
    if error is None:
        RULES.check(change, ticket, NOW)
    else:
        with pytest.raises(error):
            RULES.check(change, ticket, NOW)


@pytest.mark.parametrize(
    ("rules", "customers", "levels"),
    [
        (WriteRules(), 1, "1 2 3"),
        (WriteRules(no_review_for_small=True), 1, "0 2 3"),
        (WriteRules(high_risk=True, no_review_for_small=True), 1, "2 3 3"),
        (WriteRules(), 2, "2 3 3"),
    ],
)
def test_a_confirmation_grows_with_the_rules_and_the_number_of_customers(
    rules: WriteRules, customers: int, levels: str
) -> None:
    three = (SetAttributes.of("u", {"a": "b"}), RevokeEntitlement("u", "e"), DeleteCustomer("u"))
    assert " ".join(str(rules.level(one, customers)) for one in three) == levels


SEEN = Observation(
    at_ms=NOW,
    exists=False,
    ends={"e": None},
    grants=(),
    balances={"GLD": 0},
    attributes={"a": None},
    rows=(),
)


def test_an_observation_survives_the_journal() -> None:
    assert observation_in(SEEN.data()) == SEEN
    assert "blocked" not in SEEN.data()


def test_what_was_not_seen_is_no_difference() -> None:
    assert SEEN.differences(Observation()) == ()
    assert SEEN.differences(Observation(exists=True, balances={"GLD": 0})) == ("exists",)


@given(st.dictionaries(st.sampled_from(sorted(SEEN.data())), ANY_JSON))
def test_a_damaged_observation_is_read_as_far_as_it_makes_sense(data: dict[str, Any]) -> None:
    assert isinstance(observation_in(data), Observation)


@pytest.mark.parametrize("change", ALL, ids=lambda one: one.kind)
def test_a_change_is_looked_at_where_it_changes_something_and_nowhere_else(change: Change) -> None:
    assert {look.customer_id for look in change.looks} <= set(change.customers)


def test_the_rows_of_both_customers_of_a_transfer_are_looked_at() -> None:
    looks = Transfer("user_42", "user_43").looks
    assert [(type(one), one.customer_id) for one in looks] == [
        (LookAtCustomer, "user_42"),
        (LookAtRows, "user_42"),
        (LookAtTarget, "user_43"),
    ]
