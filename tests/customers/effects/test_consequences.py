from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from rctui.customers.changes.every_change import (
    AdjustCurrencies,
    AssignOffering,
    BlockCustomer,
    CreateCustomer,
    DeleteCustomer,
    GrantEntitlement,
    RevokeEntitlement,
    SetAttributes,
    Transfer,
    UnblockCustomer,
)
from rctui.customers.effects.consequences import consequences
from rctui.customers.effects.transfer import target_lines
from rctui.customers.readback.observation import Observation
from tests.customers.made import (
    LOADING,
    VIEW,
    alias,
    attribute,
    balance,
    customer,
    day,
    ended,
    entitlements,
    facts,
    grant,
    purchase,
    subscription,
)

if TYPE_CHECKING:
    from rctui.customers.changes.change import Change
    from rctui.customers.verdicts.facts import Facts

HOUR = 3_600_000


def told(change: Change, known: Facts | None = None, before: Observation | None = None) -> str:
    return "\n".join(line.plain for line in consequences(change, VIEW, known, before))


def granted(days: float, known: Facts | None = None, before: Observation | None = None) -> str:
    return told(GrantEntitlement("user_1", "entl_pro", day(days)), known, before)


def test_a_grant_of_what_is_not_active_adds_all_of_it() -> None:
    assert "Adds 30 d: pro is not active now." in granted(30, facts())


def test_a_grant_shorter_than_the_access_adds_nothing() -> None:
    words = granted(5, facts(customer("entl_pro"), (subscription(),)))
    assert "Adds 0 days now: pro runs until 12 Dec 2026 by Play Store pro_monthly" in words
    assert "longer than this grant" in words


def test_a_grant_beside_a_subscription_that_renews_matters_only_if_it_does_not() -> None:
    words = granted(30, facts(customer("entl_pro"), (subscription(),)))
    assert "Adds 0 days now: pro runs until 12 Dec 2026 by Play Store pro_monthly" in words
    assert "from then on, if that doesn't renew" in words
    assert "the app may show the grant instead of Play Store pro_monthly" in words


def test_a_grant_after_a_subscription_that_ends_adds_the_rest() -> None:
    ending = subscription(auto_renewal_status="will_not_renew")
    assert "Adds 21 d: pro runs until" in granted(30, facts(customer("entl_pro"), (ending,)))


def test_a_grant_adds_nothing_to_access_without_end() -> None:
    words = granted(30, facts(customer("entl_pro", until=None), (), (purchase(),)))
    assert "Adds nothing: pro runs without end by App Store prod_lifetime anyway." in words
    assert "the app may show the grant" not in words


def test_a_grant_within_two_hours_of_another_would_change_nothing() -> None:
    known = facts(customer("entl_pro", until=29), (grant(until=29),))
    near = told(GrantEntitlement("user_1", "entl_pro", day(29) + 2 * HOUR), known)
    assert "Would change nothing" in near
    assert "Revoke first, then grant" in near
    assert "Adds" not in near
    later = told(GrantEntitlement("user_1", "entl_pro", day(29) + 2 * HOUR + 1), known)
    assert "Would change nothing" not in later
    assert "If it still ends then afterwards, revoke first" in later


@pytest.mark.parametrize("until", [29, None])
def test_a_grant_shorter_than_another_would_change_nothing(until: float | None) -> None:
    known = facts(customer("entl_pro", until=until), (grant(until=until),))
    assert "a shorter one doesn't shorten it" in granted(7, known)


def test_a_grant_of_another_entitlement_is_in_nobodys_way() -> None:
    known = facts(customer("entl_pro", until=29), (grant(until=29),))
    words = told(GrantEntitlement("user_1", "entl_plus", day(29)), known)
    assert "Adds 29 d: plus is not active now." in words
    assert "Would change nothing" not in words


def test_grants_that_were_looked_at_just_now_win_over_the_loaded_ones() -> None:
    known = facts(customer("entl_pro", until=29), (grant(until=29),))
    assert "Would change nothing" not in granted(29, known, Observation(grants=()))
    assert "Would change nothing" in granted(29, facts(), Observation(grants=(day(29),)))


def test_what_a_grant_adds_is_not_known_where_the_access_is_not() -> None:
    for known in (None, facts(customer(active_entitlements=None))):
        assert "Whether pro is active is not known, nor what this adds." in granted(30, known)


def revoked(known: Facts | None = None, before: Observation | None = None) -> str:
    return told(RevokeEntitlement("user_1", "entl_pro"), known, before)


def test_a_revoke_says_what_access_remains() -> None:
    words = revoked(facts(customer("entl_pro"), (grant(), subscription())))
    assert "Ends now: the grant of pro until 1 Jan 2027, 00:00." in words
    assert "pro stays active by Play Store pro_monthly." in words


def test_a_revoke_says_that_no_access_remains_only_where_all_is_loaded() -> None:
    assert "No access to pro remains." in revoked(facts(customer("entl_pro"), (grant(),)))
    partly = facts(customer("entl_pro"), (grant(),), LOADING)
    assert "Whether access to pro remains is not known." in revoked(partly)
    assert "Whether access to pro remains is not known." in revoked()


def test_a_deletion_says_what_goes_on_billing_and_what_is_lost() -> None:
    known = facts(
        customer("entl_pro"),
        (
            subscription(store="app_store"),
            subscription("sub2", store="rc_billing"),
            subscription("sub3", status="in_billing_retry", gives_access=False),
            ended("sub4"),
            grant(),
        ),
        attributes=(attribute("$email", "a@example.com"),),
        currencies=(balance("GLD", 80), balance("SLV", 0)),
    )
    for change in (DeleteCustomer("user_1"), BlockCustomer("user_1")):
        words = told(change, known)
        assert "Goes on billing the customer: App Store pro_monthly." in words
        assert "Is cancelled at once: Web Billing pro_monthly." in words
        assert (
            "Gives no access and may bill again: Play Store pro_monthly (In billing retry)."
            in words
        )
        assert words.count("pro_monthly") == 3
        assert "Lost with the customer: 1 active grant, 1 attribute, 80 GLD." in words
        assert "is saved first, for Restore" in words


def test_a_deletion_says_of_what_will_not_renew_that_it_ends_not_that_it_bills() -> None:
    known = facts(
        customer("entl_pro"),
        (
            subscription(auto_renewal_status="will_not_renew"),
            subscription("sub2", store="rc_billing", auto_renewal_status="will_not_renew"),
            subscription(
                "sub3",
                status="in_billing_retry",
                gives_access=False,
                auto_renewal_status="will_not_renew",
            ),
        ),
    )
    words = told(DeleteCustomer("user_1"), known)
    ends = "Runs on at the store: Play Store pro_monthly, will not renew, ends 12 Dec 2026."
    assert ends in words
    assert "Is cancelled at once: Web Billing pro_monthly." in words
    assert "Gives no access and will not renew: Play Store pro_monthly" in words
    assert "illing: Play Store" not in words
    assert "bill again" not in words


def test_a_deletion_never_takes_what_is_not_loaded_for_absent() -> None:
    assert "Subscriptions and purchases are not loaded." in told(DeleteCustomer("user_1"))
    words = told(DeleteCustomer("user_1"), facts(subscriptions=LOADING))
    assert "Not known: subscriptions still loading." in words


def test_blocking_is_said_to_delete_and_unblocking_to_give_nothing_back() -> None:
    assert "There is no way back" in told(BlockCustomer("user_1"), facts())
    assert "empty customer" in told(UnblockCustomer("user_1"))


def test_a_transfer_says_what_moves_and_what_never_does() -> None:
    known = facts(
        customer("entl_pro"),
        (subscription(), subscription("sub2"), ended("sub3", environment="sandbox"), grant()),
        (purchase(),),
        aliases=(alias("user_1"), alias("old")),
        attributes=(attribute("$email", "a@example.com"), attribute("a", "1")),
        currencies=(balance("GLD", 80),),
    )
    words = told(Transfer("user_1", "user_2"), known)
    assert "Moves: Play Store PROD: 2 subscriptions." in words
    assert "Moves: Play Store SBX: 1 subscription." in words
    assert "Moves: App Store PROD: 1 purchase." in words
    assert "Granted: 1; whether grants move is not known." in words
    assert "Never moves: balances (80 GLD), 2 attributes, 1 alias." in words
    filtered = told(Transfer("user_1", "user_2", ("app1",)), known)
    assert "Moves, if from the chosen apps: Play Store PROD: 2 subscriptions." in filtered
    assert "Granted: 1; grants belong to no app and stay." in filtered


def test_coins_are_not_said_to_give_access_at_either_end_of_a_transfer() -> None:
    coins = purchase("pur_coins", entitlements=entitlements())
    known = facts(customer("entl_pro"), (subscription(),), (coins, purchase()))
    words = told(Transfer("user_1", "user_2"), known)
    assert "Gives user_1 access now: Play Store pro_monthly, App Store prod_lifetime." in words
    nothing = facts(customer(), (), (coins,))
    assert "access now" not in told(Transfer("user_1", "user_2"), nothing)
    there = [line.plain for line in target_lines(nothing, VIEW, "user_1")]
    assert "Ended or without access there: 1." in there
    assert not any(line.startswith("Live:") for line in there)


@pytest.mark.parametrize(
    ("behavior", "words"),
    [
        ("transfer", "moves everything to it again"),
        ("transfer-if-inactive", "once the target has no active subscription"),
        ("keep", "Should stay"),
        ("share", "joins both ids"),
        ("unknown", "not configured (restore_behavior)"),
    ],
)
def test_a_transfer_says_whether_a_restore_undoes_it(behavior: str, words: str) -> None:
    known = facts(restore_behavior=behavior)
    assert words in told(Transfer("user_1", "user_2"), known)


def test_without_facts_a_transfer_is_not_said_to_be_unconfigured() -> None:
    words = told(Transfer("user_1", "user_2"))
    assert "May bounce back" in words
    assert "not configured" not in words
    assert "Never moves: balances, attributes, aliases." in words


def test_smaller_changes_say_their_own_traps() -> None:
    assert "can't read an override" in told(AssignOffering("user_1", None))
    attributes = SetAttributes("user_1", (("$ip", "1.1.1.1"), ("a", "b")))
    assert "Can't be changed once set, though the server accepts it: $ip." in told(attributes)
    assert "no app has seen it" in told(CreateCustomer("user_1"))
    silent = AdjustCurrencies("user_1", (("GLD", 1),), "key", without_transaction=True)
    assert "No transaction is recorded" in told(silent)
