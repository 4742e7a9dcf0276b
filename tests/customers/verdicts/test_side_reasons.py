"""What is worth knowing beside the verdict, one line a rule."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from rctui.customers.verdicts.reasons import SIDE_RULES, also
from tests.customers import made
from tests.customers.made import (
    VIEW,
    alias,
    attribute,
    balance,
    customer,
    ended,
    entitlements,
    grant,
    loaded,
    purchase,
    refused,
    subscription,
)

if TYPE_CHECKING:
    from rctui.customers.verdicts.facts import Facts
    from rctui.customers.verdicts.verdict import Verdict

ANON = "$RCAnonymousID:ab12"
CROWD = loaded(alias("user_1"), *(alias(f"$RCAnonymousID:{n}") for n in range(49)))
SOUP = loaded(*(alias(f"name_{n}") for n in range(4)))
FREE = {"currency": "USD", "gross": 0.0, "tax": 0.0, "proceeds": 0.0}


def facts(**known: Any) -> Facts:
    return made.facts(known.pop("who", customer("entl_pro")), **known)


SAID = [
    (
        "garbage-id",
        facts(who=customer(id="undefined")),
        "The id undefined stands for nobody: the app sent an empty user.",
    ),
    (
        "empty-login",
        facts(attributes=(attribute("last_login_id", "null"),)),
        "Attribute last_login_id is null: the app may be logging in an empty user.",
    ),
    (
        "id-differs",
        facts(asked="mail@x.example"),
        "Looked up mail@x.example, which belongs to user_1.",
    ),
    (
        "shared-account",
        facts(aliases=CROWD),
        "50 aliases, 98 % anonymous: looks like one id that the app gives to everybody.",
    ),
    ("alias-soup", facts(aliases=SOUP), "4 aliases, 0 % anonymous: many ids of one customer."),
    (
        "aliases-unread",
        facts(aliases=refused()),
        "Can't tell who shares this id: aliases not readable (needs "
        "customer_information:customers:read).",
    ),
    (
        "moved-here",
        facts(subscriptions=(subscription(original_customer_id="user_0"),), aliases=()),
        "Transferred here: bought under user_0.",
    ),
    (
        "held-by-anonymous",
        facts(who=customer("entl_pro", id=ANON), subscriptions=(subscription(),)),
        "Purchases are with an anonymous App User ID: nobody is logged in there.",
    ),
    (
        "paid-no-entitlement",
        facts(subscriptions=(subscription(), subscription("s2", entitlements=entitlements()))),
        "Play Store pro_monthly gives access to nothing: its product has no entitlement.",
    ),
    (
        "grant-beside-paid",
        facts(subscriptions=(subscription(), grant())),
        "pro comes from a grant and from Play Store pro_monthly.",
    ),
    (
        "billing-retry",
        facts(subscriptions=(subscription(), ended("s2", status="in_billing_retry"))),
        "Play Store pro_monthly is in billing retry since 28 Nov 2026.",
    ),
    (
        "refund-on-record",
        facts(
            subscriptions=(subscription(total_revenue_in_usd=FREE),),
            purchases=(purchase(status="refunded"),),
        ),
        "1 purchase refunded on record; Play Store pro_monthly gives access and earned nothing: "
        "refunded, or free.",
    ),
    (
        "balance-full",
        facts(currencies=(balance("GLD", 1_999_999_990),)),
        "GLD is nearly full: a balance holds at most 2 000 000 000.",
    ),
    (
        "balances",
        facts(currencies=(balance("SLV", None), balance("GLD", 80))),
        "Balances: GLD 80, SLV not told.",
    ),
]


def said(case: Facts) -> dict[str, Verdict]:
    return {one.rule: one for one in also(case, VIEW)}


@pytest.mark.parametrize(("rule", "case", "sentence"), SAID, ids=[line[0] for line in SAID])
def test_what_else_is_worth_knowing(rule: str, case: Facts, sentence: str) -> None:
    assert said(case)[rule].sentence.plain == sentence


def test_every_side_rule_has_a_line_in_the_table_above() -> None:
    assert {rule.id for rule in SIDE_RULES} == {line[0] for line in SAID}


def test_an_ordinary_customer_needs_no_side_note() -> None:
    case = facts(
        subscriptions=(subscription(),),
        aliases=(alias("user_1"), alias(ANON)),
        attributes=(attribute("$email", "null@example.com"), attribute("mood", "none")),
    )
    assert said(case) == {}


def test_a_former_id_that_is_an_alias_is_no_transfer() -> None:
    moved = (subscription(original_customer_id="user_0"),)
    assert "moved-here" not in said(facts(subscriptions=moved, aliases=(alias("user_0"),)))


def test_a_former_id_may_be_an_alias_that_is_not_loaded() -> None:
    moved = (subscription(original_customer_id="user_0"),)
    sentence = said(facts(subscriptions=moved))["moved-here"].sentence.plain
    assert sentence.startswith("Bought under user_0: transferred here, or an alias")


def test_aliases_with_another_page_are_counted_as_loaded() -> None:
    many = loaded(*(alias(f"$RCAnonymousID:{n}") for n in range(100)), more=True)
    sentence = said(facts(aliases=many))["shared-account"].sentence.plain
    assert sentence.startswith("100 aliases loaded, more, 100 % of them anonymous")


@pytest.mark.parametrize(
    ("store", "words"),
    [
        ("amazon", "Amazon doesn't tell"),
        ("app_store", "Apple tells"),
        ("play_store", "only where it also revokes"),
        ("rc_billing", "at once"),
        ("stripe", "doesn't end access by itself"),
        ("galaxy", "the store's rule"),
    ],
)
def test_what_a_refund_does_is_the_stores_rule(store: str, words: str) -> None:
    case = facts(purchases=(purchase(status="refunded", store=store),))
    assert words in said(case)["refund-on-record"].next_step.plain


def test_balances_that_can_not_be_read_are_not_none() -> None:
    sentence = said(facts(currencies=refused()))["balances"].sentence.plain
    assert sentence.startswith("Can't tell the balances: currencies not readable (needs ")
    assert "balances" not in said(facts(currencies=()))


@pytest.mark.parametrize(
    "changes",
    [{"status": "trialing"}, {"ownership": "family_shared"}, {"environment": "sandbox"}],
)
def test_what_is_free_by_nature_is_not_called_refunded(changes: dict[str, str]) -> None:
    case = facts(subscriptions=(subscription(total_revenue_in_usd=FREE, **changes),))
    assert "refund-on-record" not in said(case)
