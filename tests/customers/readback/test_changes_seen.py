"""Requested against observed, the way back, and the consequences, as tables."""

from __future__ import annotations

import pytest

from rctui.api import errors
from rctui.customers.changes.every_change import (
    AdjustCurrencies,
    AssignOffering,
    BlockCustomer,
    Change,
    CreateCustomer,
    DeleteCustomer,
    GrantEntitlement,
    RevokeEntitlement,
    SetAttributes,
    Transfer,
    UnblockCustomer,
)
from rctui.customers.changes.reverse import reverse_of
from rctui.customers.changes.rules import SAME_END_MS
from rctui.customers.effects.consequences import consequences
from rctui.customers.readback.compared import read_back
from rctui.customers.readback.observation import Observation
from rctui.customers.readback.outcome import Seen, end_of
from rctui.customers.verdicts.facts import Facts
from rctui.errors import RctuiError
from rctui.journal.states import Step
from rctui.text.safe_text import SafeText
from tests.customers.made import DAY, NOW, VIEW, customer, failed, loaded, subscription

KEY = "key-0001"
END = NOW + DAY
GRANT = GrantEntitlement("u", "entl_pro", END)
REVOKE = RevokeEntitlement("u", "entl_pro")
CREDIT = AdjustCurrencies.of("u", {"GLD": 5}, key=KEY)
UPDATE = AdjustCurrencies.of("u", {"GLD": 5}, key=KEY, without_transaction=True)
ATTRIBUTES = SetAttributes.of("u", {"plan": "gold", "old": None})
TRANSFER = Transfer("u", "v")
NOTHING = Observation()
HAS = {"entl_pro": END}

CASES: list[tuple[Change, Observation, Observation, Seen]] = [
    (CreateCustomer.of("u"), NOTHING, Observation(exists=True), Seen.MATCHES),
    (CreateCustomer.of("u"), NOTHING, Observation(exists=False), Seen.NOT_YET),
    (CreateCustomer.of("u"), NOTHING, NOTHING, Seen.NOT_READABLE),
    (
        CreateCustomer.of("u", {"a": "b"}),
        NOTHING,
        Observation(exists=True, attributes={"a": None}),
        Seen.DIFFERS,
    ),
    (DeleteCustomer("u"), NOTHING, Observation(exists=False), Seen.MATCHES),
    (DeleteCustomer("u"), NOTHING, Observation(exists=True), Seen.DIFFERS),
    (GRANT, NOTHING, Observation(ends=HAS, grants=(END,)), Seen.MATCHES),
    (GRANT, NOTHING, Observation(ends=HAS), Seen.MATCHES),
    (GRANT, NOTHING, Observation(ends={}), Seen.NOT_YET),
    (GRANT, NOTHING, NOTHING, Seen.NOT_READABLE),
    (
        GRANT,
        Observation(ends={"entl_pro": END + DAY}, grants=()),
        Observation(ends={"entl_pro": END + DAY}, grants=()),
        Seen.NOT_YET,
    ),
    (
        GRANT,
        Observation(ends={"entl_pro": END + DAY}, grants=()),
        Observation(ends={"entl_pro": END + DAY}, grants=(END,)),
        Seen.MATCHES,
    ),
    (
        GRANT,
        Observation(ends={"entl_pro": END + SAME_END_MS}, grants=(END + SAME_END_MS,)),
        Observation(ends={"entl_pro": END + SAME_END_MS}, grants=(END + SAME_END_MS,)),
        Seen.DIFFERS,
    ),
    (GRANT, Observation(ends={}), Observation(ends={"entl_pro": END + 5}), Seen.DIFFERS),
    (REVOKE, Observation(ends=HAS, grants=(END,)), Observation(ends={}), Seen.MATCHES),
    (REVOKE, Observation(grants=(END,)), Observation(ends=HAS, grants=()), Seen.MATCHES),
    (REVOKE, Observation(grants=(END,)), Observation(ends=HAS, grants=(END,)), Seen.NOT_YET),
    (REVOKE, NOTHING, Observation(ends=HAS), Seen.NOT_READABLE),
    (AssignOffering("u", "o"), NOTHING, NOTHING, Seen.NOT_READABLE),
    (ATTRIBUTES, NOTHING, Observation(attributes={"plan": "gold", "old": None}), Seen.MATCHES),
    (ATTRIBUTES, NOTHING, Observation(attributes={"plan": "tin", "old": None}), Seen.DIFFERS),
    (ATTRIBUTES, NOTHING, Observation(attributes={"plan": "gold", "old": "x"}), Seen.DIFFERS),
    (ATTRIBUTES, NOTHING, NOTHING, Seen.NOT_READABLE),
    (
        CREDIT,
        Observation(balances={"GLD": 1}),
        Observation(balances={"GLD": 6}),
        Seen.MATCHES,
    ),
    (
        CREDIT,
        Observation(balances={"GLD": 1}),
        Observation(balances={"GLD": 1}),
        Seen.DIFFERS,
    ),
    (
        CREDIT,
        Observation(balances={"GLD": 1}),
        Observation(balances={"GLD": 11}),
        Seen.DIFFERS,
    ),
    (CREDIT, NOTHING, Observation(balances={"GLD": 6}), Seen.NOT_READABLE),
    (CREDIT, Observation(balances={"GLD": 1}), NOTHING, Seen.NOT_READABLE),
    (
        UPDATE,
        Observation(balances={"GLD": 9}),
        Observation(balances={"GLD": 5}),
        Seen.DIFFERS,
    ),
    (BlockCustomer("u"), NOTHING, Observation(exists=False, blocked=True), Seen.MATCHES),
    (BlockCustomer("u"), NOTHING, Observation(exists=True, blocked=True), Seen.DIFFERS),
    (BlockCustomer("u"), NOTHING, Observation(exists=False, blocked=False), Seen.DIFFERS),
    (BlockCustomer("u"), NOTHING, Observation(exists=False), Seen.NOT_READABLE),
    (UnblockCustomer("u"), NOTHING, Observation(exists=True, blocked=False), Seen.MATCHES),
    (UnblockCustomer("u"), NOTHING, Observation(blocked=True), Seen.DIFFERS),
    (
        TRANSFER,
        Observation(rows=("a", "b")),
        Observation(rows=(), target_rows=("a", "b", "c")),
        Seen.MATCHES,
    ),
    (
        TRANSFER,
        Observation(rows=("a", "b")),
        Observation(rows=("b",), target_rows=("a",)),
        Seen.DIFFERS,
    ),
    (
        Transfer("u", "v", ("app",)),
        Observation(rows=("a", "b")),
        Observation(rows=("b",), target_rows=("a",)),
        Seen.MATCHES,
    ),
    (
        TRANSFER,
        Observation(rows=("a",)),
        Observation(rows=("a",), target_rows=()),
        Seen.NOT_YET,
    ),
    (TRANSFER, Observation(rows=()), Observation(rows=(), target_rows=()), Seen.DIFFERS),
    (TRANSFER, NOTHING, Observation(rows=(), target_rows=()), Seen.NOT_READABLE),
]


@pytest.mark.parametrize(("change", "before", "after", "seen"), CASES)
def test_what_a_look_says(
    change: Change, before: Observation, after: Observation, seen: Seen
) -> None:
    found = read_back(change, before, after, VIEW)
    assert found.seen is seen, found.words
    assert found.words.plain


def test_a_balance_that_was_set_rather_than_added_to_is_told_apart() -> None:
    before, after = Observation(balances={"GLD": 9}), Observation(balances={"GLD": 5})
    assert "sets the balance" in read_back(UPDATE, before, after, VIEW).words.plain
    assert "sets the balance" not in read_back(CREDIT, before, after, VIEW).words.plain


def test_a_balance_that_moved_twice_as_far_is_told_apart() -> None:
    before, after = Observation(balances={"GLD": 1}), Observation(balances={"GLD": 11})
    assert "done twice" in read_back(CREDIT, before, after, VIEW).words.plain


def test_why_it_could_not_be_read_is_said() -> None:
    after = Observation(problems=("lacks customer_information:purchases:read",))
    assert "purchases:read" in read_back(CREDIT, NOTHING, after, VIEW).words.plain


REVERSES: list[tuple[Change, Observation, Change | None]] = [
    (GRANT, NOTHING, REVOKE),
    (REVOKE, Observation(grants=(NOW + 5, END)), GRANT),
    (REVOKE, Observation(grants=(None,)), None),
    (REVOKE, NOTHING, None),
    (
        ATTRIBUTES,
        Observation(attributes={"plan": "tin", "old": "x"}),
        SetAttributes.of("u", {"plan": "tin", "old": "x"}),
    ),
    (
        ATTRIBUTES,
        Observation(attributes={"plan": None, "old": None}),
        SetAttributes.of("u", {"plan": None, "old": None}),
    ),
    (ATTRIBUTES, NOTHING, None),
    (CREDIT, NOTHING, AdjustCurrencies.of("u", {"GLD": -5}, key="new")),
    (UPDATE, NOTHING, AdjustCurrencies.of("u", {"GLD": -5}, key="new", without_transaction=True)),
    (BlockCustomer("u"), NOTHING, UnblockCustomer("u")),
    (UnblockCustomer("u"), NOTHING, BlockCustomer("u")),
    (CreateCustomer.of("u"), NOTHING, DeleteCustomer("u")),
    (DeleteCustomer("u"), NOTHING, None),
    (AssignOffering("u", "o"), NOTHING, None),
    (TRANSFER, Observation(target_rows=()), Transfer("v", "u")),
    (TRANSFER, Observation(target_rows=("own",)), None),
    (TRANSFER, NOTHING, None),
]


@pytest.mark.parametrize(("change", "before", "wanted"), REVERSES)
def test_the_way_back(change: Change, before: Observation, wanted: Change | None) -> None:
    reverse = reverse_of(change, before, None, key="new")
    if wanted is None:
        assert isinstance(reverse, SafeText)
        assert reverse.plain
    else:
        assert reverse == wanted


def lines(change: Change, facts: Facts | None = None, before: Observation | None = None) -> str:
    return "\n".join(line.plain for line in consequences(change, VIEW, facts, before))


def facts_with(*stores: str) -> Facts:
    rows = [subscription(store=store, gives_access=True) for store in stores]
    return Facts(customer(), "u", subscriptions=loaded(*rows), purchases=loaded())


@pytest.mark.parametrize("change", [DeleteCustomer("u"), BlockCustomer("u")])
def test_subscriptions_that_go_on_billing_are_named(change: Change) -> None:
    said = lines(change, facts_with("app_store", "rc_billing", "promotional"))
    assert said.count("Goes on billing the customer: App Store") == 1
    assert said.count("Is cancelled at once: Web Billing") == 1
    assert "Granted" not in said


def test_what_is_not_loaded_is_not_called_absent() -> None:
    assert "not loaded" in lines(DeleteCustomer("u"))
    facts = Facts(customer(), "u", subscriptions=failed(), purchases=loaded())
    assert "Not known: subscriptions not readable" in lines(DeleteCustomer("u"), facts)


ENDS: list[tuple[RctuiError, Step]] = [
    (errors.NotSent("x"), Step.NOT_SENT),
    (errors.NotSent("x", may_have_applied=True), Step.UNKNOWN),
    (errors.RefusedBeforeSending("x"), Step.NOT_SENT),
    (errors.ConnectionUnusable("x"), Step.NOT_SENT),
    (errors.LineLost("x"), Step.UNKNOWN),
    (errors.AnswerUnreadable("x", told=errors.Told(200)), Step.UNKNOWN),
    (errors.ServerFailed("x", told=errors.Told(500), retryable=True), Step.UNKNOWN),
    (errors.ServerFailed("x", told=errors.Told(408)), Step.UNKNOWN),
    (errors.ResourceLocked("x", told=errors.Told(423)), Step.REFUSED),
    (errors.RateLimited("x", told=errors.Told(429)), Step.REFUSED),
    (errors.RateLimited("x", told=errors.Told(429), may_have_applied=True), Step.UNKNOWN),
    (errors.AuthenticationFailed("x", told=errors.Told(401)), Step.REFUSED),
    (errors.PermissionDenied("x", told=errors.Told(403)), Step.REFUSED),
    (errors.NotFound("x", told=errors.Told(404)), Step.REFUSED),
    (errors.IdempotencyConflict("x", told=errors.Told(409)), Step.REFUSED),
    (errors.Unprocessable("x", told=errors.Told(422)), Step.REFUSED),
    (errors.ApiError("x"), Step.UNKNOWN),
    (RctuiError("no key"), Step.NOT_SENT),
]


@pytest.mark.parametrize(("error", "end"), ENDS)
def test_every_error_is_one_of_four_ends(error: RctuiError, end: Step) -> None:
    assert end_of(error) is end
