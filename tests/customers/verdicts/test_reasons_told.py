"""What holds for every reason: nothing is guessed, and what decides is told."""

from __future__ import annotations

from typing import Any

import pytest

from rctui.customers.verdicts.reasons import also, explain
from rctui.customers.verdicts.reasons_rules import row_words
from rctui.customers.verdicts.verdict import Access
from tests.customers.made import (
    LOADING,
    NOT_LOADED,
    VIEW,
    alias,
    customer,
    ended,
    entitlements,
    facts,
    failed,
    grant,
    listed,
    loaded,
    purchase,
    refused,
    subscription,
)

PRO = "entl_pro"
NEEDS = "customer_information:subscriptions:read"


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (NOT_LOADED, "subscriptions not loaded"),
        (LOADING, "subscriptions still loading"),
        (refused(), f"subscriptions not readable (needs {NEEDS})"),
        (refused("x:y:read"), "subscriptions not readable (needs x:y:read)"),
        (failed("the line is down"), "subscriptions not readable (the line is down)"),
        (loaded(more=True), "subscriptions: 0 loaded, more"),
        (loaded(cut_short="circles"), "subscriptions: 0 loaded, the list broke off"),
    ],
)
@pytest.mark.parametrize("who", [customer(), customer(PRO)])
def test_what_is_not_there_is_never_taken_for_nothing(state: Any, words: str, who: Any) -> None:
    verdict = explain(facts(who, state, ()), VIEW)
    assert verdict.rule == "cant-tell-why"
    assert words in verdict.sentence.plain


def test_a_row_that_decides_is_told_although_the_other_list_is_not_there() -> None:
    verdict = explain(facts(customer(), (ended(),), refused()), VIEW)
    assert verdict.rule == "ended"
    assert "purchases not readable" in verdict.evidence[-1].plain


def test_the_last_row_loaded_is_not_called_the_last() -> None:
    verdict = explain(facts(customer(), loaded(ended(), more=True), ()), VIEW)
    assert verdict.sentence.plain.endswith("expired on 28 Nov 2026, the last one loaded.")


def test_access_is_not_called_sandbox_only_while_rows_are_missing() -> None:
    sandbox = subscription(environment="sandbox")
    verdict = explain(facts(customer(PRO), loaded(sandbox, more=True), ()), VIEW)
    assert verdict.rule == "renews"
    assert "sandbox" in verdict.sentence.plain
    assert "Sandbox only" not in verdict.sentence.plain


def test_what_was_paid_in_production_is_named_before_a_grant_and_a_test() -> None:
    rows = (subscription("s1", environment="sandbox"), grant(until=9), subscription("s2"))
    verdict = explain(facts(customer(PRO), rows), VIEW)
    assert verdict.sentence.plain == (
        "Has pro until 12 Dec 2026 via Play Store pro_monthly, will renew, "
        "beside a grant until 12 Dec 2026."
    )


def test_an_end_that_is_the_grants_is_not_given_to_the_subscription() -> None:
    verdict = explain(facts(customer(PRO, until=29), (subscription(), grant(until=29))), VIEW)
    assert "its own period ends 12 Dec 2026" in verdict.sentence.plain


def test_entitlements_with_one_story_share_a_sentence() -> None:
    row = subscription(entitlements=entitlements("entl_plus", PRO))
    verdict = explain(facts(customer("entl_plus", PRO), (row,)), VIEW)
    assert verdict.sentence.plain.startswith("Has plus, pro until 12 Dec 2026 via")


def test_an_unknown_environment_is_no_test() -> None:
    row = subscription(environment="staging")
    assert explain(facts(customer(PRO), (row,)), VIEW).rule == "renews"


def test_stripe_tells_no_date_for_its_grace_period() -> None:
    row = subscription(status="in_grace_period", store="stripe")
    step = explain(facts(customer(PRO), (row,)), VIEW).next_step.plain
    assert step.startswith("Access lasts until the end of the period; Stripe shows no grace date.")


def test_a_grant_that_ended_is_not_called_expired() -> None:
    row = ended("sub_g", store="promotional", product_id=None)
    verdict = explain(facts(customer(), (row,)), VIEW)
    assert verdict.sentence.plain == "No access: the grant of pro ended on 28 Nov 2026."


def test_test_store_purchases_can_not_be_restored() -> None:
    row = ended(environment="sandbox", store="test_store")
    step = explain(facts(customer(), (row,)), VIEW).next_step.plain
    assert "Restoring does nothing" in step


@pytest.mark.parametrize(
    ("behavior", "words"),
    [
        ("unknown", "not configured"),
        ("something new", "not configured"),
        ("transfer", "restoring moves purchases to the new App User ID"),
        ("transfer-if-inactive", "only while the other id has no active subscription"),
        ("keep", "Restoring moves nothing"),
        ("share", "joins both ids"),
    ],
)
def test_what_a_restore_would_do_follows_the_configuration(behavior: str, words: str) -> None:
    case = facts(customer(), restore_behavior=behavior)
    assert words in explain(case, VIEW).next_step.plain


@pytest.mark.parametrize(
    ("aliases", "words"),
    [
        (loaded(alias("user_1")), "aliases: none is anonymous"),
        (loaded(alias("$RCAnonymousID:ab")), "aliases: 1 anonymous"),
        (refused(), "aliases not readable"),
        (LOADING, "aliases still loading"),
    ],
)
def test_a_purchase_before_the_login_leaves_its_hint_in_the_aliases(
    aliases: Any, words: str
) -> None:
    evidence = explain(facts(customer(), aliases=aliases), VIEW).evidence
    assert any(row.plain.startswith(words) for row in evidence)


def test_rows_speak_where_the_customers_answer_does_not() -> None:
    silent = customer(active_entitlements=None)
    assert explain(facts(silent, NOT_LOADED, NOT_LOADED), VIEW).access is Access.UNKNOWN
    verdict = explain(facts(silent, (subscription(),)), VIEW)
    assert (verdict.access, verdict.rule) == (Access.YES, "a-row-gives-access")
    assert explain(facts(silent, (ended(),)), VIEW).access is Access.UNKNOWN


def test_an_entitlement_list_with_another_page_is_said_to_have_one() -> None:
    active = listed({"entitlement_id": PRO, "expires_at": None}, next_page="/x?starting_after=a")
    verdict = explain(facts(customer(active_entitlements=active), (subscription(),)), VIEW)
    assert "more not loaded" in verdict.sentence.plain


def test_hundreds_of_rows_are_counted_not_listed() -> None:
    rows = tuple(subscription(f"s{number}") for number in range(300))
    evidence = explain(facts(customer(PRO), rows), VIEW).evidence
    assert len(evidence) < 30
    assert evidence[-1].plain == "280 more rows"


def test_other_conclusions_never_repeat_the_verdict() -> None:
    case = facts(customer(), (subscription(entitlements=entitlements()),))
    assert "paid-no-entitlement" not in {one.rule for one in also(case, VIEW)}


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (
            subscription(),
            "subscription sub1: PROD Play Store pro_monthly · Active · Will renew · "
            "period ends 2026-12-12 00:00 · access: yes · gives pro",
        ),
        (
            ended("s2", entitlements=entitlements(), current_period_ends_at=None),
            "subscription s2: PROD Play Store pro_monthly · Expired · Will not renew · "
            "access: no · gives no entitlement",
        ),
        (
            subscription("s3", gives_access=None, environment="staging", status=None),
            "subscription s3: ???? Play Store pro_monthly · not told · Will renew · "
            "period ends 2026-12-12 00:00 · access: not told · gives pro",
        ),
        (
            purchase(environment="sandbox", ownership="family_shared"),
            "purchase purc1: SBX App Store prod_lifetime, family shared · Owned · "
            "bought 2026-10-24 00:00 · gives pro",
        ),
    ],
)
def test_a_row_of_evidence_says_all_that_decides(row: Any, words: str) -> None:
    assert row_words(row, VIEW).plain == words


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (ended(status="paused", on=-3), "is paused without an end told."),
        (
            ended(status="paused", current_period_ends_at=None, ends_at=None),
            "is paused without an end told.",
        ),
        (ended(status="active"), "has status Active and gives no access."),
        (ended(ends_at=None, current_period_ends_at=None), "expired on a date not told."),
    ],
)
def test_dates_that_are_not_told_are_not_made_up(row: Any, words: str) -> None:
    assert explain(facts(customer(), (row,)), VIEW).sentence.plain.endswith(words)


def test_what_ended_last_is_the_reason() -> None:
    rows = (ended("s1", on=-90), ended("s2", on=-5), ended("s3", on=-40))
    verdict = explain(facts(customer(), rows), VIEW)
    assert verdict.sentence.plain == "No access: Play Store pro_monthly expired on 28 Nov 2026."
    assert "s2" in verdict.evidence[1].plain


def test_a_test_that_ended_later_does_not_hide_what_was_paid() -> None:
    rows = (ended("s1", on=-90), ended("s2", on=-5, environment="sandbox"))
    assert explain(facts(customer(), rows), VIEW).rule == "ended"


def test_many_entitlements_are_counted() -> None:
    names = [f"e{number}" for number in range(9)]
    row = subscription(entitlements=entitlements(*names[:6]))
    verdict = explain(
        facts(customer(*names), (row, purchase(entitlements=entitlements(*names[6:])))), VIEW
    )
    assert verdict.sentence.plain.startswith("Has e0, e1, e2, 3 more until 12 Dec 2026 via Play")
    assert "; e6, e7, e8 until" in verdict.sentence.plain
