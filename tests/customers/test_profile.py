from __future__ import annotations

import pytest

from rctui.customers.profile import profile_fields
from rctui.customers.verdicts.facts import Facts
from tests.customers.made import (
    LOADING,
    VIEW,
    alias,
    customer,
    day,
    loaded,
    purchase,
    refused,
    subscription,
)


def told(facts: Facts) -> dict[str, str]:
    return {field.name.plain: field.value.plain for field in profile_fields(facts, VIEW)}


def test_the_id_asked_for_stands_beside_the_id_that_answered() -> None:
    assert told(Facts(customer(), "other"))["looked up as"] == "other"
    shown = told(Facts(customer(), "user_1"))
    assert shown["App User ID"] == "user_1"
    assert "looked up as" not in shown


def test_an_id_that_an_eye_takes_for_another_one_is_told() -> None:
    assert "careful" not in told(Facts(customer(), "user_1"))
    cyrillic = customer().model_copy(update={"id": "us\N{CYRILLIC SMALL LETTER IE}r_1"})
    assert "mixes Latin and Cyrillic" in told(Facts(cyrillic, "user_1"))["careful"]


def test_every_field_of_the_customer_is_there() -> None:
    experiment = {"id": "exp1", "name": "Shorter trial", "variant": "b"}
    who = customer("entl_pro", experiment=experiment, last_seen_platform="iOS", vip=True)
    shown = told(Facts(who.model_copy(update={"first_seen_at": day(-2)}), "user_1"))
    assert shown["experiment"] == "id exp1, name Shorter trial, variant b"
    assert shown["last seen platform"] == "iOS"
    assert shown["first seen"] == "2026-12-01 00:00:00 UTC (2 d ago)"
    assert shown["active entitlements"].startswith(
        "entitlement id pro (entl_pro), expires 2026-12-12 00:00:00 UTC (in 9 d)"
    )
    assert shown["vip (new)"] == "true"


def test_the_parts_are_told_as_far_as_they_are_loaded() -> None:
    facts = Facts(
        customer(),
        "user_1",
        subscriptions=loaded(subscription(), more=True),
        purchases=loaded(purchase(environment="sandbox")),
        aliases=loaded(alias("user_1"), alias("$RCAnonymousID:a")),
        invoices=refused(),
        currencies=LOADING,
        restore_behavior="keep",
    )
    shown = told(facts)
    assert shown["subscriptions loaded"] == "subscriptions: 1 loaded, more"
    assert shown["purchases loaded"] == "1"
    assert shown["invoices loaded"].startswith("invoices not readable (needs ")
    assert shown["currencies loaded"] == "currencies still loading"
    assert shown["environments"] == "PROD 1+ / SBX 1+"
    assert shown["alias health"] == "2 aliases, 50 % anonymous"
    assert shown["restore behavior"] == "Keep with original App User ID"


def test_what_is_not_configured_is_said() -> None:
    shown = told(Facts(customer(), "user_1"))
    assert shown["restore behavior"] == "not configured; the API doesn't say"
    assert shown["environments"] == "not loaded"


@pytest.mark.parametrize(
    ("behavior", "words"),
    [
        ("transfer", "Transfer to new App User ID"),
        ("transfer-if-inactive", "Transfer if there are no active subscriptions"),
        ("share", "Share between App User IDs (legacy)"),
        ("unknown", "not configured; the API doesn't say"),
    ],
)
def test_the_restore_behavior_has_its_dashboard_name(behavior: str, words: str) -> None:
    assert told(Facts(customer(), "user_1", restore_behavior=behavior))["restore behavior"] == words
