"""One line a rule: what was loaded, which rule speaks, and what it says."""

from __future__ import annotations

from typing import Any

import pytest

from rctui.customers.verdicts.reasons import RULES, explain
from rctui.customers.verdicts.verdict import Access
from tests.customers.made import (
    VIEW,
    customer,
    day,
    ended,
    entitlements,
    facts,
    grant,
    purchase,
    refused,
    subscription,
)

PRO = "entl_pro"
NEEDS = "customer_information:subscriptions:read"


WITH_ACCESS = [
    (
        "renews",
        (subscription(),),
        (),
        "Has pro until 12 Dec 2026 via Play Store pro_monthly, will renew.",
    ),
    (
        "will-not-renew",
        (subscription(auto_renewal_status="will_not_renew"),),
        (),
        "Has pro until 12 Dec 2026 via Play Store pro_monthly, will not renew.",
    ),
    (
        "grace-period",
        (subscription(status="in_grace_period"),),
        (),
        "Has pro until 12 Dec 2026 via Play Store pro_monthly, in grace period: the payment is "
        "failing, will renew.",
    ),
    (
        "trial",
        (subscription(status="trialing"),),
        (),
        "Has pro until 12 Dec 2026 via Play Store pro_monthly, in a trial, will renew.",
    ),
    (
        "price-increase-consent",
        (subscription(auto_renewal_status="requires_price_increase_consent"),),
        (),
        "Has pro until 12 Dec 2026 via Play Store pro_monthly, needs consent to a higher price.",
    ),
    (
        "product-change-pending",
        (
            subscription(
                auto_renewal_status="will_change_product",
                pending_changes={"product": {"id": "prod_year"}},
            ),
        ),
        (),
        "Has pro until 12 Dec 2026 via Play Store pro_monthly, will change to prod_year.",
    ),
    (
        "will-pause",
        (subscription(auto_renewal_status="will_pause"),),
        (),
        "Has pro until 12 Dec 2026 via Play Store pro_monthly, will pause.",
    ),
    (
        "already-renewed",
        (subscription(auto_renewal_status="has_already_renewed", ends_at=day(39)),),
        (),
        "Has pro until 12 Dec 2026 via Play Store pro_monthly, has already renewed.",
    ),
    (
        "payment-pending",
        (subscription(pending_payment=True),),
        (),
        "Has pro until 12 Dec 2026 via Play Store pro_monthly, payment pending, will renew.",
    ),
    (
        "unfamiliar-status",
        (subscription(status="on_the_moon", auto_renewal_status="will_orbit"),),
        (),
        "Has pro until 12 Dec 2026 via Play Store pro_monthly, status on_the_moon, "
        "renewal will_orbit.",
    ),
    (
        "family-shared",
        (subscription(ownership="family_shared"),),
        (),
        "Has pro until 12 Dec 2026 via Play Store pro_monthly, family shared, will renew.",
    ),
    (
        "sandbox-only",
        (subscription(environment="sandbox"),),
        (),
        "Has pro until 12 Dec 2026 via Play Store pro_monthly, sandbox, will renew. Sandbox only.",
    ),
    ("granted", (grant(until=9),), (), "Has pro until 12 Dec 2026, granted."),
    (
        "lifetime-purchase",
        (),
        (purchase(),),
        "Has pro until 12 Dec 2026 via App Store prod_lifetime.",
    ),
    ("no-source", (), (), "Has pro until 12 Dec 2026."),
    (
        "cant-tell-why",
        refused(NEEDS),
        (),
        f"Has pro until 12 Dec 2026. Can't tell why: subscriptions not readable (needs {NEEDS}).",
    ),
]

WITHOUT_ACCESS = [
    (
        "paid-no-entitlement",
        (subscription(entitlements=entitlements()),),
        (),
        "No access although Play Store pro_monthly is Active until 12 Dec 2026: its product "
        "gives no entitlement.",
    ),
    (
        "access-not-listed",
        (subscription(),),
        (),
        "No active entitlement is listed, yet Play Store pro_monthly gives access to pro.",
    ),
    (
        "billing-retry",
        (ended(status="in_billing_retry", on=-21),),
        (),
        "No access: payment failing, in billing retry since 12 Nov 2026 (Play Store pro_monthly).",
    ),
    (
        "paused",
        (ended(status="paused", on=30),),
        (),
        "No access: Play Store pro_monthly is paused until 2 Jan 2027.",
    ),
    (
        "payment-pending",
        (ended(status="incomplete"),),
        (),
        "No access yet: the payment for Play Store pro_monthly is pending.",
    ),
    (
        "unfamiliar-status",
        (ended(status="on_the_moon"),),
        (),
        "No access: Play Store pro_monthly has status on_the_moon and gives no access.",
    ),
    (
        "ended-early",
        (ended(on=20),),
        (),
        "No access: Play Store pro_monthly ended before its period did (23 Dec 2026).",
    ),
    (
        "refunded",
        (),
        (purchase(status="refunded"),),
        "No access: App Store prod_lifetime was refunded.",
    ),
    ("ended", (ended(),), (), "No access: Play Store pro_monthly expired on 28 Nov 2026."),
    (
        "sandbox-ended",
        (ended(environment="sandbox"),),
        (),
        "No access: only sandbox subscriptions, the last ended on 28 Nov 2026.",
    ),
    (
        "bought-nothing-lasting",
        (),
        (purchase(entitlements=entitlements()),),
        "No access: 1 purchase, and none gives an entitlement.",
    ),
    ("nothing-bought", (), (), "No access: no purchase ever reached this App User ID."),
    (
        "cant-tell-why",
        refused(NEEDS),
        (),
        f"No access. Can't tell why: subscriptions not readable (needs {NEEDS}).",
    ),
    (
        "unexplained",
        (),
        (purchase(status="held"),),
        "No access: nothing on record gives an entitlement now.",
    ),
]


@pytest.mark.parametrize(("rule", "subscriptions", "purchases", "sentence"), WITH_ACCESS)
def test_why_there_is_access(rule: str, subscriptions: Any, purchases: Any, sentence: str) -> None:
    verdict = explain(facts(customer(PRO), subscriptions, purchases), VIEW)
    assert (verdict.access, verdict.rule) == (Access.YES, rule)
    assert verdict.sentence.plain == sentence


@pytest.mark.parametrize(("rule", "subscriptions", "purchases", "sentence"), WITHOUT_ACCESS)
def test_why_there_is_none(rule: str, subscriptions: Any, purchases: Any, sentence: str) -> None:
    verdict = explain(facts(customer(), subscriptions, purchases), VIEW)
    assert (verdict.access, verdict.rule) == (Access.NO, rule)
    assert verdict.sentence.plain == sentence


def test_every_rule_has_a_line_in_the_tables_above() -> None:
    told = {line[0] for line in WITH_ACCESS} | {"own-grant"}
    assert {rule.id for rule in RULES[Access.YES]} == told
    told = {line[0] for line in WITHOUT_ACCESS} | {"emptied-by-you"}
    assert {rule.id for rule in RULES[Access.NO]} == told


@pytest.mark.parametrize("line", [*WITH_ACCESS, *WITHOUT_ACCESS], ids=lambda line: line[0])
def test_the_rows_that_decide_are_the_evidence(line: Any) -> None:
    who = customer(PRO) if line in WITH_ACCESS else customer()
    verdict = explain(facts(who, line[1], line[2]), VIEW)
    rows = [row for rows in line[1:3] if isinstance(rows, tuple) for row in rows]
    told = " ".join(words.plain for words in verdict.evidence)
    assert all(row.id in told for row in rows)
    assert verdict.evidence


NEXT_STEPS = {
    "renews": "If the app disagrees, ask the customer to reopen the app.",
    "will-not-renew": "Access until 12 Dec 2026 by right.",
    "grace-period": "Access lasts until 12 Dec 2026. Nothing for us to do: the customer updates "
    "the payment in Play Store.",
    "trial": "If the app disagrees",
    "price-increase-consent": "accept the new price in Play Store, or it ends on 12 Dec 2026.",
    "product-change-pending": "pro_monthly stays until 12 Dec 2026; then the new product starts.",
    "will-pause": "Access until 12 Dec 2026; the customer resumes it",
    "already-renewed": "Paid ahead: access until 11 Jan 2027.",
    "payment-pending": "has not confirmed the payment",
    "unfamiliar-status": "`gives access` is what counts",
    "family-shared": "Do not transfer a family share.",
    "sandbox-only": "a production app gives no access for it",
    "granted": "A revoke ends it early.",
    "lifetime-purchase": "If the app disagrees",
    "no-source": "Load again: ",
    "cant-tell-why": "",
    "paid-no-entitlement": "the app team attaches the product to an entitlement",
    "access-not-listed": "Load again: ",
    "billing-retry": "the customer updates the payment in Play Store.",
    "paused": "The customer resumes it in Play Store.",
    "ended-early": "a refund or a revocation",
    "refunded": "A refund takes the entitlement away.",
    "ended": "If they pay now, the purchase is with another id.",
    "sandbox-ended": "A test purchase gives no access in production",
    "bought-nothing-lasting": "Consumables such as coins give none.",
    "nothing-bought": "A family share is made by the buyer and can take an hour to arrive.",
    "unexplained": "log in and restore",
}


@pytest.mark.parametrize("line", WITH_ACCESS, ids=lambda line: line[0])
def test_every_reason_says_what_to_do(line: Any) -> None:
    step = explain(facts(customer(PRO), line[1], line[2]), VIEW).next_step.plain
    assert NEXT_STEPS[line[0]] in step
    assert bool(step) == bool(NEXT_STEPS[line[0]])


@pytest.mark.parametrize("line", WITHOUT_ACCESS, ids=lambda line: line[0])
def test_every_reason_for_no_access_says_what_to_do(line: Any) -> None:
    step = explain(facts(customer(), line[1], line[2]), VIEW).next_step.plain
    others = {
        "payment-pending": "Access starts when Play Store confirms the payment.",
        "unfamiliar-status": "Ask RevenueCat's support.",
    }
    assert (NEXT_STEPS | others)[line[0]] in step
