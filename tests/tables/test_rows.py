"""What each table says about a record: its cells by column, one line a case."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC
from typing import Any

import pytest

from rctui.api.models.blocked import BlockedCustomer
from rctui.api.models.customer import Customer
from rctui.customers.sections import Section
from rctui.customers.timeline import Event
from rctui.customers.verdicts.facts import Facts
from rctui.customers.verdicts.own_grant import OwnGrant
from rctui.tables.aliases import aliases_table
from rctui.tables.attributes import attributes_table
from rctui.tables.blocked import blocked_table
from rctui.tables.currencies import currencies_table
from rctui.tables.customers import customers_table
from rctui.tables.entitlements import entitlements_table
from rctui.tables.invoices import invoices_table
from rctui.tables.purchases import purchases_table
from rctui.tables.subscriptions import subscriptions_table
from rctui.tables.table import Cell, Table, Tone
from rctui.tables.timeline import timeline_table
from rctui.text.safe_text import label
from tests.customers.made import (
    NOW,
    VIEW,
    alias,
    attribute,
    balance,
    customer,
    day,
    ended,
    entitlements,
    grant,
    invoice,
    listed,
    loaded,
    purchase,
    refused,
    subscription,
)

MONEY = {"currency": "JPY", "gross": 800.0, "tax": 1.0, "proceeds": 1.0}


def cells(table: Table[Any], record: Any) -> dict[str, Cell]:
    return dict(zip([c.id for c in table.columns], table.row(record), strict=True))


def texts(table: Table[Any], record: Any) -> dict[str, str]:
    return {name: cell.text.plain for name, cell in cells(table, record).items()}


SUBSCRIPTIONS: list[tuple[Any, dict[str, str]]] = [
    (
        subscription(total_revenue_in_usd=MONEY),
        {
            "environment": "PROD",
            "status": "Active",
            "product": "pro_monthly",
            "store": "Play Store",
            "ends": "renews 2026-12-12",
            "access": "yes",
            "entitlements": "pro",
            "since": "2026-08-25 00:00",
            "revenue": "JPY 800",
        },
    ),
    (subscription(auto_renewal_status="will_not_renew"), {"ends": "ends 2026-12-12"}),
    (subscription(auto_renewal_status="will_pause"), {"ends": "pauses 2026-12-12"}),
    (subscription(auto_renewal_status="will_change_product"), {"ends": "changes 2026-12-12"}),
    (subscription(auto_renewal_status="will_orbit"), {"ends": "ends 2026-12-12"}),
    (ended(), {"ends": "ended 2026-11-28", "access": "no", "status": "Expired"}),
    (ended(on=9), {"ends": "until 2026-12-12"}),
    (grant(until=None), {"product": "grant", "store": "Granted", "ends": "no end"}),
    (subscription(ownership="family_shared"), {"store": "Play Store FAMILY"}),
    (subscription(environment="sandbox"), {"environment": "SBX"}),
    (subscription(environment="staging"), {"environment": "????"}),
    (subscription(environment=None), {"environment": "????"}),
    (subscription(status="on_the_moon"), {"status": "on_the_moon"}),
    (subscription(store="galaxy2"), {"store": "galaxy2"}),
    (subscription(gives_access=None, status=None), {"access": "?", "status": "-"}),
    (subscription(entitlements=entitlements()), {"entitlements": "none"}),
    (subscription(entitlements=None), {"entitlements": "-"}),
    (
        subscription(entitlements=listed({"id": "entl_pro"}, next_page="/x?starting_after=a")),
        {"entitlements": "pro, more"},
    ),
    (subscription(product_id=None), {"product": "-"}),
]

PURCHASES: list[tuple[Any, dict[str, str]]] = [
    (
        purchase(revenue_in_usd=MONEY, quantity=3),
        {
            "environment": "PROD",
            "status": "Owned",
            "product": "prod_lifetime",
            "quantity": "3",
            "store": "App Store",
            "bought": "2026-10-24 00:00",
            "entitlements": "pro",
            "revenue": "JPY 800",
        },
    ),
    (
        purchase(status="refunded", environment="sandbox"),
        {"status": "Refunded", "environment": "SBX"},
    ),
    (purchase(quantity=None, purchased_at=None), {"quantity": "-", "bought": "-", "revenue": "-"}),
    (purchase(ownership="family_shared"), {"store": "App Store FAMILY"}),
]

INVOICES: list[tuple[Any, dict[str, str]]] = [
    (
        invoice(),
        {
            "issued": "2026-11-23",
            "paid": "2026-11-24",
            "total": "EUR 29.00",
            "lines": "course",
            "file": "yes",
            "id": "inv1",
        },
    ),
    (invoice(paid_at=None, invoice_url=None), {"paid": "UNPAID", "file": "no"}),
    (
        invoice(
            line_items=[
                {"product_display_name": "One course", "quantity": 2},
                {"product_identifier": "team"},
            ]
        ),
        {"lines": "2 x One course +1 more"},
    ),
    (invoice(line_items=[], total_amount=None), {"lines": "-", "total": "-"}),
]


@pytest.mark.parametrize(("row", "shown"), SUBSCRIPTIONS)
def test_a_subscription_is_a_row_of_these_cells(row: Any, shown: dict[str, str]) -> None:
    assert texts(subscriptions_table(VIEW), row).items() >= shown.items()


@pytest.mark.parametrize(("row", "shown"), PURCHASES)
def test_a_purchase_is_a_row_of_these_cells(row: Any, shown: dict[str, str]) -> None:
    assert texts(purchases_table(VIEW), row).items() >= shown.items()


@pytest.mark.parametrize(("row", "shown"), INVOICES)
def test_an_invoice_is_a_row_of_these_cells(row: Any, shown: dict[str, str]) -> None:
    assert texts(invoices_table(VIEW), row).items() >= shown.items()


def test_an_invoice_that_does_not_tell_is_not_called_unpaid() -> None:
    row = type(invoice()).model_validate({"id": "inv2"})
    assert texts(invoices_table(VIEW), row)["paid"] == "-"


@pytest.mark.parametrize(
    ("row", "kind", "note"),
    [
        (alias("user_1"), "named", "current id"),
        (alias("other"), "named", "looked up"),
        (alias("$RCAnonymousID:a"), "ANON", "-"),
    ],
)
def test_an_alias_says_its_kind_and_which_one_is_open(row: Any, kind: str, note: str) -> None:
    shown = texts(aliases_table(VIEW, "user_1", "other"), row)
    assert (shown["id"], shown["kind"], shown["note"]) == (row.id, kind, note)
    assert (shown["created"], shown["age"]) == ("2026-10-14 00:00", "50 d ago")


@pytest.mark.parametrize(
    ("name", "value", "shown", "kind"),
    [
        ("$email", "a@x.example", "a@x.example", "reserved"),
        ("mood", None, "(cleared)", "custom"),
        ("mood", "", "(cleared)", "custom"),
        ("mood", "\x1b[31mred", "␛[31mred", "custom"),
    ],
)
def test_an_attribute_is_shown_with_its_kind_and_its_value(
    name: str, value: str | None, shown: str, kind: str
) -> None:
    row = texts(attributes_table(VIEW), attribute(name, value))
    assert (row["name"], row["value"], row["kind"]) == (name, shown, kind)


@pytest.mark.parametrize(("amount", "shown"), [(80, "80"), (0, "0"), (None, "not told")])
def test_a_balance_that_is_not_told_is_said_to_be_that(amount: int | None, shown: str) -> None:
    row = texts(currencies_table(), balance("GLD", amount))
    assert (row["code"], row["balance"], row["name"]) == ("GLD", shown, "-")


def test_a_blocked_customer_is_a_row_with_the_day() -> None:
    row = texts(blocked_table(VIEW), BlockedCustomer(id="bad", updated_at_ms=day(-3)))
    assert row == {"id": "bad", "since": "2026-11-30 00:00", "age": "3 d ago"}


def test_a_customer_in_a_list_is_a_row_of_these_cells() -> None:
    bare = texts(customers_table(UTC), Customer(id="a"))
    assert bare == {
        "id": "a",
        "last-seen": "-",
        "country": "-",
        "platform": "-",
        "first-seen": "-",
    }


@pytest.mark.parametrize(
    ("subscriptions", "purchases", "environment", "via"),
    [
        (loaded(subscription()), loaded(), "PROD", "Play Store pro_monthly"),
        (loaded(grant()), loaded(), "PROD", "Granted"),
        (loaded(subscription(), grant()), loaded(), "PROD", "Play Store pro_monthly +1 more"),
        (loaded(subscription(environment="sandbox")), refused(), "SBX", "Play Store pro_monthly"),
        (loaded(), loaded(purchase()), "PROD", "App Store prod_lifetime"),
        (loaded(), loaded(), "????", "nothing on record"),
        (loaded(), refused(), "????", "not loaded"),
        (loaded(ended()), loaded(more=True), "????", "not loaded"),
    ],
)
def test_an_entitlement_is_shown_with_what_gives_it(
    subscriptions: Any, purchases: Any, environment: str, via: str
) -> None:
    facts = Facts(customer(), "user_1", subscriptions, purchases)
    record = customer("entl_pro").active_entitlements.records[0]  # type: ignore[union-attr]
    row = texts(entitlements_table(VIEW, facts), record)
    assert (row["environment"], row["via"]) == (environment, via)
    assert (row["name"], row["until"], row["left"]) == ("pro", "2026-12-12 00:00", "in 9 d")


def test_an_own_grant_that_is_not_listed_yet_is_said_to_be_that() -> None:
    ours = OwnGrant("entl_pro", day(9), NOW)
    facts = Facts(customer(), "user_1", loaded(), loaded(), own_grants=(ours,))
    record = customer("entl_pro").active_entitlements.records[0]  # type: ignore[union-attr]
    row = texts(entitlements_table(VIEW, facts), record)
    assert row["via"] == "Granted by you, not listed yet"
    other = replace(facts, own_grants=(replace(ours, entitlement_id="entl_plus"),))
    assert texts(entitlements_table(VIEW, other), record)["via"] == "nothing on record"


def test_an_entitlement_alone_tells_neither_environment_nor_source() -> None:
    record = customer("entl_pro", until=None).active_entitlements.records[0]  # type: ignore[union-attr]
    row = texts(entitlements_table(VIEW), record)
    assert row == {
        "name": "pro",
        "state": "Active",
        "until": "no end",
        "left": "-",
        "id": "entl_pro",
    }


@pytest.mark.parametrize(
    ("section", "environment", "badge", "source"),
    [
        (None, None, "-", "customer"),
        (Section.ALIASES, None, "-", "aliases"),
        (Section.PURCHASES, "sandbox", "SBX", "purchases"),
        (Section.SUBSCRIPTIONS, None, "????", "subscriptions"),
    ],
)
def test_an_event_says_when_and_what_happened(
    section: Section | None, environment: str | None, badge: str, source: str
) -> None:
    event = Event(day(-2), label("Started"), environment, section, "s1")
    assert texts(timeline_table(VIEW), event) == {
        "at": "2026-12-01 00:00",
        "environment": badge,
        "what": "Started",
        "distance": "2 d ago",
        "source": source,
    }


def test_tones_only_repeat_what_the_words_say() -> None:
    table = subscriptions_table(VIEW)
    failing = cells(table, subscription(status="in_grace_period"))
    assert failing["status"].tone is Tone.ATTENTION
    assert cells(table, subscription(environment="?"))["environment"].tone is Tone.ATTENTION
    assert cells(table, subscription(entitlements=entitlements()))["entitlements"].tone is (
        Tone.ATTENTION
    )
    assert cells(table, ended(entitlements=entitlements()))["entitlements"].tone is Tone.MUTED


@pytest.mark.parametrize(("row", "_"), [*SUBSCRIPTIONS, *PURCHASES, *INVOICES])
def test_every_sort_key_can_be_compared_with_its_like(row: Any, _: object) -> None:
    tables: dict[str, Table[Any]] = {
        "subscription": subscriptions_table(VIEW),
        "purchase": purchases_table(VIEW),
        "invoice": invoices_table(VIEW),
    }
    table = tables[type(row).__name__.lower()]
    keys = [column.sort_key(row) for column in table.columns if column.sort_key]
    assert all(key is None or isinstance(key, int | float | str) for key in keys)
