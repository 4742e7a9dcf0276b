from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from rctui.api.decode import WrongShape, read_record
from rctui.api.models.active_entitlement import CustomerEntitlement
from rctui.api.models.alias import CustomerAlias
from rctui.api.models.attribute import CustomerAttribute
from rctui.api.models.blocked import BlockedCustomer
from rctui.api.models.catalogue import (
    App,
    Entitlement,
    Offering,
    Package,
    Product,
    Project,
    VirtualCurrency,
)
from rctui.api.models.currency import VirtualCurrencyBalance
from rctui.api.models.customer import Customer, ExperimentEnrollment
from rctui.api.models.deleted import DeletedObject
from rctui.api.models.invoice import Invoice
from rctui.api.models.money import MonetaryAmount
from rctui.api.models.purchase import Purchase
from rctui.api.models.subscription import Subscription

if TYPE_CHECKING:
    from rctui.api.models.base import Record

IDENTIFIED_BY: dict[type[Record], str] = {
    Customer: "id",
    CustomerAlias: "id",
    CustomerAttribute: "name",
    CustomerEntitlement: "entitlement_id",
    Entitlement: "id",
    Subscription: "id",
    Purchase: "id",
    Invoice: "id",
    VirtualCurrencyBalance: "currency_code",
    BlockedCustomer: "id",
    DeletedObject: "id",
    Project: "id",
    App: "id",
    Offering: "id",
    Package: "id",
    Product: "id",
    VirtualCurrency: "code",
}


@pytest.mark.parametrize(("model", "field"), IDENTIFIED_BY.items())
def test_a_record_needs_nothing_but_what_identifies_it(model: type[Record], field: str) -> None:
    record = read_record(model, {field: "x"})
    others = {name for name in type(record).model_fields if name != field}
    assert {getattr(record, name) for name in others} == {None}


@pytest.mark.parametrize(("model", "field"), IDENTIFIED_BY.items())
def test_every_other_field_may_be_null(model: type[Record], field: str) -> None:
    nulls: dict[str, Any] = dict.fromkeys(model.model_fields)
    assert read_record(model, nulls | {field: "x"}).raw == nulls | {field: "x"}


@pytest.mark.parametrize(("model", "field"), IDENTIFIED_BY.items())
def test_a_record_without_its_identity_is_refused(model: type[Record], field: str) -> None:
    with pytest.raises(WrongShape, match=field):
        read_record(model, {})


def test_the_raw_object_is_exact_and_can_not_be_changed() -> None:
    received = {"id": "a", "object": "customer", "new_key": [1], "last_seen_at": 5.0}
    customer = read_record(Customer, received)
    assert dict(customer.raw) == received
    assert customer.last_seen_at == 5
    with pytest.raises(TypeError):
        customer.raw["id"] = "b"  # type: ignore[index]


def test_nested_records_keep_their_own_raw() -> None:
    row = read_record(
        Subscription,
        {"id": "s", "total_revenue_in_usd": {"currency": "USD", "gross": 1, "vat": 2}},
    )
    assert row.total_revenue_in_usd is not None
    assert row.total_revenue_in_usd.raw["vat"] == 2
    assert row.total_revenue_in_usd.gross == 1.0


def test_values_that_no_list_of_enums_has_are_kept() -> None:
    row = read_record(
        Subscription, {"id": "s", "status": "on_the_moon", "store": "galaxy", "environment": "beta"}
    )
    assert (row.status, row.store, row.environment) == ("on_the_moon", "galaxy", "beta")


def test_access_is_true_or_false_and_nothing_that_looks_like_it() -> None:
    with pytest.raises(WrongShape):
        read_record(Subscription, {"id": "s", "gives_access": 1})


def test_money_is_no_text_and_no_truth_value() -> None:
    for gross in ("9.99", True):
        with pytest.raises(WrongShape):
            read_record(MonetaryAmount, {"currency": "USD", "gross": gross})


def test_a_list_that_is_absent_or_null_is_not_told() -> None:
    assert read_record(Customer, {"id": "a"}).active_entitlements is None
    assert read_record(Customer, {"id": "a", "attributes": None}).attributes is None


def test_a_list_that_is_empty_is_told() -> None:
    customer = read_record(Customer, {"id": "a", "attributes": {"items": [], "next_page": None}})
    assert customer.attributes is not None
    assert (customer.attributes.items, customer.attributes.next_cursor) == ((), None)


@pytest.mark.parametrize("broken", [5, "x", True, {}, {"items": 5}])
def test_a_broken_list_does_not_take_the_customer_with_it(broken: object) -> None:
    customer = read_record(Customer, {"id": "a", "active_entitlements": broken})
    assert customer.active_entitlements is not None
    assert customer.active_entitlements.unreadable[0].raw == broken


@pytest.mark.parametrize(
    ("next_page", "cursor"),
    [
        (None, None),
        ("", None),
        (5, None),
        ("/v2/projects/p/customers/c/aliases", None),
        ("/v2/projects/p/x?starting_after=%24RCAnonymousID%3Aab&limit=3", "$RCAnonymousID:ab"),
        ("https://elsewhere.example/x?limit=3&starting_after=a%2524b", "a%24b"),
        ("?starting_after=a%2Bb", "a+b"),
        ("https://[broken?starting_after=a", None),
    ],
)
def test_where_a_nested_list_goes_on_is_decoded_once(next_page: object, cursor: str | None) -> None:
    lists = {"items": [{"entitlement_id": "e"}], "next_page": next_page}
    customer = read_record(Customer, {"id": "a", "active_entitlements": lists})
    assert customer.active_entitlements is not None
    assert customer.active_entitlements.next_cursor == cursor


def test_the_lines_of_an_invoice_are_a_bare_array() -> None:
    invoice = read_record(Invoice, {"id": "i", "line_items": [{"quantity": 2}]})
    assert invoice.line_items is not None
    assert invoice.line_items.records[0].quantity == 2


def test_an_enrolment_may_be_half_told() -> None:
    customer = read_record(Customer, {"id": "a", "experiment": {"name": "price"}})
    assert customer.experiment == ExperimentEnrollment.model_validate({"name": "price"})


def test_what_a_subscription_becomes_has_a_product_with_a_name() -> None:
    pending = {"product": {"id": "prod1", "display_name": "Pro yearly"}}
    row = read_record(Subscription, {"id": "s", "pending_changes": pending})
    assert row.pending_changes is not None
    assert row.pending_changes.product is not None
    assert row.pending_changes.product.display_name == "Pro yearly"
