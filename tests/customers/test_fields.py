from __future__ import annotations

from typing import Any
from zoneinfo import ZoneInfo

import pytest

from rctui.api.models.active_entitlement import CustomerEntitlement
from rctui.api.models.blocked import BlockedCustomer
from rctui.api.models.customer import Customer
from rctui.api.models.subscription import Subscription
from rctui.api.page import Unreadable
from rctui.customers.fields import fields_of, row_fields
from rctui.customers.verdicts.access import Viewpoint
from tests.customers.made import NOW, VIEW, attribute, invoice, purchase, subscription

VIEW = Viewpoint(VIEW.names, NOW, ZoneInfo("Europe/Berlin"))


def told(record: object) -> dict[str, str]:
    fields = row_fields(record, VIEW)  # type: ignore[arg-type]
    return {field.name.plain: field.value.plain for field in fields}


def test_every_field_of_the_model_is_told() -> None:
    shown = told(Subscription(id="s"))
    assert len(shown) == len(Subscription.model_fields)
    assert set(shown.values()) == {"s", "not told"}


def test_null_and_absent_differ() -> None:
    shown = told(Subscription.model_validate({"id": "s", "country": None}))
    assert (shown["country"], shown["store"]) == ("none", "not told")


def test_null_can_say_something() -> None:
    nulls = {"entitlement_id": "e", "expires_at": None}
    assert told(CustomerEntitlement.model_validate(nulls))["expires"] == "without end"
    assert told(invoice(paid_at=None))["paid"] == "not paid"


def test_a_time_is_relative_local_and_utc() -> None:
    assert told(subscription())["ends"] == "2026-12-12 01:00:00 CET (00:00:00 UTC, in 9 d)"


@pytest.mark.parametrize(
    ("changes", "name", "shown"),
    [
        ({"status": "in_grace_period"}, "status", "In grace period (in_grace_period)"),
        ({"status": "on_the_moon"}, "status", "on_the_moon"),
        ({"store": "rc_billing"}, "store", "Web Billing (rc_billing)"),
        ({"environment": "sandbox"}, "environment", "SBX (sandbox)"),
        ({"environment": "staging"}, "environment", "???? (staging)"),
        ({"ownership": "family_shared"}, "ownership", "Family shared (family_shared)"),
        ({"gives_access": True}, "gives access", "yes"),
        ({"pending_payment": False}, "pending payment", "no"),
        ({"product_id": "prod_month"}, "product id", "pro_monthly (prod_month)"),
        ({"product_id": "prod_x"}, "product id", "prod_x"),
        ({"management_url": ""}, "management url", "empty"),
        (
            {"entitlements": {"items": [{"id": "e", "lookup_key": "pro"}, {"id": 5}]}},
            "entitlements",
            "pro (e); unreadable: id: should be text",
        ),
        ({"entitlements": {"items": []}}, "entitlements", "none"),
        (
            {"pending_changes": {"product": {"id": "prod_month", "type": "subscription"}}},
            "pending changes",
            "product id prod_month, type subscription",
        ),
    ],
)
def test_values_are_told_in_words(changes: dict[str, Any], name: str, shown: str) -> None:
    assert told(subscription(**changes))[name] == shown


def test_money_has_all_its_parts() -> None:
    money = {"currency": "JPY", "gross": 800, "tax": 80, "proceeds": 600, "commission": 120}
    shown = told(purchase(revenue_in_usd=money))["revenue in usd"]
    assert shown == "gross JPY 800 · commission JPY 120 · tax JPY 80 · proceeds JPY 600"


def test_the_lines_of_an_invoice_are_told() -> None:
    assert told(invoice())["line items"] == "product identifier course, quantity 1"


def test_keys_that_no_model_knows_are_shown_as_they_came() -> None:
    row = subscription(object="subscription", win_back={"until": 5, "who": "Zoë"}, tag="x")
    assert told(row)["win_back (new)"] == '{"until": 5, "who": "Zoë"}'
    assert told(row)["tag (new)"] == "x"
    assert "object (new)" not in told(row)


def test_an_unreadable_row_says_why_and_shows_what_came() -> None:
    shown = told(Unreadable("id: should be text", {"id": 5}))
    assert shown == {"unreadable": "id: should be text", "received": '{"id": 5}'}


def test_hostile_values_are_made_safe() -> None:
    shown = told(attribute("\x1b]52;c;x\x07", "a\u202eb"))
    assert shown["name"] == "␛]52;c;x␇"
    assert shown["value"] == "a<U+202E>b"


def test_lone_surrogates_can_be_shown() -> None:
    shown = told(Customer.model_validate({"id": "a\ud800", "new": ["\ud800"]}))
    assert shown["id"] == "a<U+D800>"
    assert "<U+D800>" in shown["new (new)"]


def test_a_list_with_another_page_says_so() -> None:
    page = {"items": [], "next_page": "/x?starting_after=a"}
    record = Customer.model_validate({"id": "a", "attributes": page})
    assert told(record)["attributes"] == "more not loaded"
    assert len(fields_of(record, VIEW)) == len(Customer.model_fields)


def test_a_long_list_is_counted() -> None:
    page = {"items": [{"name": f"a{number}"} for number in range(25)]}
    shown = told(Customer.model_validate({"id": "a", "attributes": page}))["attributes"]
    assert shown.startswith("name a0; name a1; ")
    assert shown.endswith("name a19; 5 more")


def test_the_title_of_a_time_is_the_field_without_its_suffix() -> None:
    shown = told(BlockedCustomer(id="a", updated_at_ms=NOW))
    assert shown["updated"] == "2026-12-03 01:00:00 CET (00:00:00 UTC, just now)"
