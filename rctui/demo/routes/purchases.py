"""Subscriptions and one-time purchases: of a customer, or by a store's identifier."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

from rctui.demo import shapes
from rctui.demo.operation import CUSTOMER, PROJECT, customer_read
from rctui.demo.problems import bad_parameter

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rctui.demo.answer import Answer
    from rctui.demo.call import Call
    from rctui.demo.records import Customer, Purchase, Subscription

    Sold = TypeVar("Sold", Subscription, Purchase)

_ENVIRONMENTS: Final = frozenset({"production", "sandbox"})


def list_subscriptions(call: Call) -> Answer:
    """All subscriptions, expired ones too; a fresh grant isn't listed at once."""
    return _subscriptions(call, _of_environment(call, _listed(call, call.customer())))


def list_purchases(call: Call) -> Answer:
    """All one-time purchases."""
    return _purchases(call, _of_environment(call, call.customer().purchases))


def find_subscriptions(call: Call) -> Answer:
    """Subscriptions with exactly this store identifier, whoever's they are."""
    wanted = _identifier(call, "store_subscription_identifier")
    owners = call.world.with_store_identifier(wanted)
    rows = (row for customer in owners for row in _listed(call, customer))
    return _subscriptions(call, [row for row in rows if row.store_identifier == wanted])


def find_purchases(call: Call) -> Answer:
    """Purchases with exactly this store identifier, whoever's they are."""
    wanted = _identifier(call, "store_purchase_identifier")
    owners = call.world.with_store_identifier(wanted)
    rows = (row for customer in owners for row in customer.purchases)
    return _purchases(call, [row for row in rows if row.store_identifier == wanted])


def _listed(call: Call, customer: Customer) -> list[Subscription]:
    shown = (row for row in customer.subscriptions if row.shown_from <= call.now_ms)
    return [row.at(call.now_ms) for row in shown]


def _of_environment(call: Call, rows: Iterable[Sold]) -> list[Sold]:
    wanted = call.query.get("environment")
    if wanted is not None and wanted not in _ENVIRONMENTS:
        raise bad_parameter("environment must be production or sandbox.", "environment")
    return [row for row in rows if wanted in {None, row.environment}]


def _identifier(call: Call, name: str) -> str:
    identifier = call.query.get(name, "")
    if not 1 <= len(identifier) <= 255:
        raise bad_parameter(f"{name} must have 1 to 255 characters.", name)
    return identifier


def _subscriptions(call: Call, rows: list[Subscription]) -> Answer:
    catalogue, root = call.world.catalogue, call.project_url
    call.world.note_listed(rows)
    return call.list_of(
        rows, lambda row: row.id, lambda row: shapes.subscription(row, catalogue, root)
    )


def _purchases(call: Call, rows: list[Purchase]) -> Answer:
    catalogue, root = call.world.catalogue, call.project_url
    call.world.note_listed(rows)
    return call.list_of(rows, lambda row: row.id, lambda row: shapes.purchase(row, catalogue, root))


OPERATIONS: Final = (
    customer_read(
        "list_subscriptions", f"{CUSTOMER}/subscriptions", list_subscriptions, "subscriptions"
    ),
    customer_read("list_purchases", f"{CUSTOMER}/purchases", list_purchases, "purchases"),
    customer_read(
        "find_subscriptions", f"{PROJECT}/subscriptions", find_subscriptions, "subscriptions"
    ),
    customer_read("find_purchases", f"{PROJECT}/purchases", find_purchases, "purchases"),
)
