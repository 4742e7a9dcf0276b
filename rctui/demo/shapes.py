"""Records in the shapes that the service answers with.

`root` is the URL of the project: lists inside of an answer carry absolute URLs too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rctui.demo.call import encoded, list_body

if TYPE_CHECKING:
    from rctui.demo.catalogue import Catalogue, Entitlement, Product
    from rctui.demo.records import (
        Attribute,
        Experiment,
        Invoice,
        InvoiceLine,
        Money,
        Profile,
        Purchase,
        Subscription,
    )


def money(amount: Money) -> dict[str, object]:
    """An amount; always floats, and `commission` may be absent."""
    commission = {} if amount.commission is None else {"commission": float(amount.commission)}
    return commission | {
        "currency": amount.currency,
        "gross": float(amount.gross),
        "tax": float(amount.tax),
        "proceeds": float(amount.proceeds),
    }


def profile(one: Profile, project_id: str) -> dict[str, object]:
    """A customer as lists and writes answer with it: without lists of its own."""
    return {
        "object": "customer",
        "id": one.id,
        "project_id": project_id,
        "first_seen_at": one.first_seen_at,
        "last_seen_at": one.last_seen_at,
        "last_seen_app_version": one.app_version,
        "last_seen_country": one.country,
        "last_seen_platform": one.platform,
        "last_seen_platform_version": one.platform_version,
        "experiment": experiment(one.experiment) if one.experiment else None,
    }


def experiment(one: Experiment) -> dict[str, object]:
    """A customer's enrolment."""
    return {
        "object": "experiment_enrollment",
        "id": one.id,
        "name": one.name,
        "variant": one.variant,
    }


def active_entitlement(row: tuple[str, int | None]) -> dict[str, object]:
    """An entitlement that is active now; neither name nor product."""
    return {
        "object": "customer.active_entitlement",
        "entitlement_id": row[0],
        "expires_at": row[1],
    }


def alias(row: tuple[str, int]) -> dict[str, object]:
    """One of a customer's names."""
    return {"object": "customer.alias", "id": row[0], "created_at": row[1]}


def attribute(row: tuple[str, Attribute]) -> dict[str, object]:
    """An attribute; values are text or null."""
    return {
        "object": "customer.attribute",
        "name": row[0],
        "value": row[1].value,
        "updated_at": row[1].updated_at,
    }


def entitlement(one: Entitlement, project_id: str) -> dict[str, object]:
    """An entitlement of the catalogue. `state` is live and in no schema."""
    return {
        "object": "entitlement",
        "id": one.id,
        "project_id": project_id,
        "lookup_key": one.lookup_key,
        "display_name": one.display_name,
        "created_at": one.created_at,
        "state": "active",
    }


def product(one: Product) -> dict[str, object]:
    """A product of the catalogue; exactly one of `subscription` and `one_time` is filled."""
    durations = {"grace_period_duration": None, "trial_duration": None}
    subscription = {"duration": one.duration} | durations
    return {
        "object": "product",
        "id": one.id,
        "store_identifier": one.store_identifier,
        "type": one.type,
        "app_id": one.app.id,
        "display_name": one.display_name,
        "created_at": one.created_at,
        "state": "active",
        "subscription": subscription if one.duration else None,
        "one_time": None if one.duration else {"is_consumable": one.is_consumable},
    }


def subscription(row: Subscription, catalogue: Catalogue, root: str) -> dict[str, object]:
    """A subscription row."""
    pending = catalogue.products.get(row.pending_product_id or "")
    return {
        "object": "subscription",
        "id": row.id,
        "customer_id": row.customer_id,
        "original_customer_id": row.original_customer_id,
        "product_id": row.product_id,
        "starts_at": row.starts_at,
        "current_period_starts_at": row.period_starts_at,
        "current_period_ends_at": row.period_ends_at,
        "ends_at": row.ends_at,
        "gives_access": row.gives_access,
        "pending_payment": row.pending_payment,
        "auto_renewal_status": row.auto_renewal_status,
        "status": row.status,
        "total_revenue_in_usd": money(row.revenue),
        "presented_offering_id": row.offering_id,
        "entitlements": _entitlements(row, catalogue, f"{root}/subscriptions/{encoded(row.id)}"),
        "environment": row.environment,
        "store": row.store,
        "store_subscription_identifier": row.store_identifier,
        "ownership": row.ownership,
        "pending_changes": {"product": product(pending)} if pending else None,
        "country": row.country,
        "management_url": row.management_url,
    }


def purchase(row: Purchase, catalogue: Catalogue, root: str) -> dict[str, object]:
    """A one-time purchase."""
    return {
        "object": "purchase",
        "id": row.id,
        "customer_id": row.customer_id,
        "original_customer_id": row.original_customer_id,
        "product_id": row.product_id,
        "purchased_at": row.purchased_at,
        "revenue_in_usd": money(row.revenue),
        "quantity": row.quantity,
        "status": row.status,
        "presented_offering_id": row.offering_id,
        "entitlements": _entitlements(row, catalogue, f"{root}/purchases/{encoded(row.id)}"),
        "environment": row.environment,
        "store": row.store,
        "store_purchase_identifier": row.store_identifier,
        "ownership": row.ownership,
        "country": row.country,
    }


def invoice(row: Invoice, customer_url: str) -> dict[str, object]:
    """An invoice. Its lines are a plain array; its URL needs the key."""
    url = f"{customer_url}/invoices/{encoded(row.id)}/file"
    return {
        "object": "invoice",
        "id": row.id,
        "total_amount": money(row.total),
        "line_items": [_invoice_line(line) for line in row.lines],
        "issued_at": row.issued_at,
        "paid_at": row.paid_at,
        "invoice_url": url if row.has_file else None,
    }


def _invoice_line(line: InvoiceLine) -> dict[str, object]:
    return {
        "object": "invoice.line_item",
        "product_identifier": line.product_identifier,
        "product_display_name": line.display_name,
        "product_duration": line.duration,
        "quantity": line.quantity,
        "unit_amount": money(line.unit_amount),
    }


def _entitlements(
    row: Subscription | Purchase, catalogue: Catalogue, owner_url: str
) -> dict[str, object]:
    entitlements: list[object] = [
        entitlement(catalogue.entitlements[one], catalogue.project_id)
        for one in row.entitlement_ids
    ]
    return list_body(f"{owner_url}/entitlements", entitlements)
