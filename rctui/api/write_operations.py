"""The eleven writes, each as a request with exactly the documented keys.

The API refuses a body with one key too many, so nothing optional is sent empty.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from rctui.api import paths
from rctui.api.errors import RefusedBeforeSending
from rctui.api.rate_limits import RateDomain
from rctui.api.read_operations import INCLUDE_EMPTY
from rctui.api.request import Request, legal_idempotency_key

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_SHORTEST_MS: Final = 10**12
"""September 2001. A smaller number is a time in seconds."""


def create_customer(
    project_id: str, customer_id: str, attributes: Mapping[str, str] | None = None
) -> Request:
    """A new customer. The API takes fewer ids here than apps make: `[0-9a-zA-Z_-]` only."""
    body: dict[str, object] = {"id": paths.legal_customer_id(customer_id)}
    if attributes:
        body["attributes"] = _as_array(attributes)
    return Request("create_customer", "POST", paths.project(project_id, "customers"), body=body)


def delete_customer(project_id: str, customer_id: str) -> Request:
    """Deletes a customer and the purchase history. Stores go on billing."""
    return Request("delete_customer", "DELETE", paths.customer(project_id, customer_id))


def assign_offering(project_id: str, customer_id: str, offering_id: str | None) -> Request:
    """Overrides the customer's offering; `None` clears that, and is sent as null."""
    path = paths.customer(project_id, customer_id, "actions", "assign_offering")
    if offering_id is not None:
        paths.legal_id(offering_id, "offering id")
    return Request("assign_offering", "POST", path, body={"offering_id": offering_id})


def grant_entitlement(
    project_id: str, customer_id: str, entitlement_id: str, expires_at: int
) -> Request:
    """Access until `expires_at`, in ms since the epoch."""
    if expires_at < _SHORTEST_MS:
        raise RefusedBeforeSending(
            f"A grant can't end at {expires_at}: that is no time in milliseconds.",
            operation="grant_entitlement",
        )
    path = paths.customer(project_id, customer_id, "actions", "grant_entitlement")
    entitlement = paths.legal_id(entitlement_id, "entitlement id")
    body = {"entitlement_id": entitlement, "expires_at": expires_at}
    return Request("grant_entitlement", "POST", path, body=body)


def revoke_granted_entitlement(project_id: str, customer_id: str, entitlement_id: str) -> Request:
    """Ends a grant. Access that was bought stays."""
    path = paths.customer(project_id, customer_id, "actions", "revoke_granted_entitlement")
    body = {"entitlement_id": paths.legal_id(entitlement_id, "entitlement id")}
    return Request("revoke_granted_entitlement", "POST", path, body=body)


def transfer(
    project_id: str, customer_id: str, target_customer_id: str, app_ids: Sequence[str] = ()
) -> Request:
    """Moves subscriptions and purchases to another customer; no `app_ids` means all apps."""
    path = paths.customer(project_id, customer_id, "actions", "transfer")
    target = paths.legal_customer_id(target_customer_id)
    if target == customer_id:
        raise RefusedBeforeSending(
            "A customer can't be transferred to itself.", operation="transfer"
        )
    body: dict[str, object] = {"target_customer_id": target}
    if app_ids:
        body["app_ids"] = [paths.legal_id(app_id, "app id") for app_id in app_ids]
    return Request("transfer", "POST", path, body=body)


def set_attributes(
    project_id: str, customer_id: str, attributes: Mapping[str, str | None]
) -> Request:
    """Sets attributes; `None` deletes one."""
    path = paths.customer(project_id, customer_id, "attributes")
    if not attributes:
        raise RefusedBeforeSending("There is no attribute to set.", operation="set_attributes")
    body = {"attributes": _as_array(attributes)}
    return Request("set_attributes", "POST", path, body=body)


def create_currency_transaction(
    project_id: str,
    customer_id: str,
    adjustments: Mapping[str, int],
    *,
    idempotency_key: str,
    reference: str | None = None,
) -> Request:
    """Adds to balances, or takes from them, with a transaction on record; all or nothing."""
    body = _adjustments(adjustments, reference)
    return _currency_write("transactions", project_id, customer_id, body, idempotency_key)


def update_currency_balance(
    project_id: str,
    customer_id: str,
    adjustments: Mapping[str, int],
    *,
    idempotency_key: str,
    reference: str | None = None,
) -> Request:
    """Changes balances without a transaction. Whether it adds or sets isn't documented."""
    body = _adjustments(adjustments, reference)
    return _currency_write("update_balance", project_id, customer_id, body, idempotency_key)


def block_customer(project_id: str, customer_id: str) -> Request:
    """Deletes the customer and bars the id. Sent without a body."""
    return Request("block_customer", "POST", paths.blocked_customer(project_id, customer_id))


def unblock_customer(project_id: str, customer_id: str) -> Request:
    """Frees a barred id; an empty customer appears under it."""
    return Request("unblock_customer", "DELETE", paths.blocked_customer(project_id, customer_id))


def _currency_write(
    kind: Literal["transactions", "update_balance"],
    project_id: str,
    customer_id: str,
    body: Mapping[str, object],
    idempotency_key: str,
) -> Request:
    names = {
        "transactions": "create_currency_transaction",
        "update_balance": "update_currency_balance",
    }
    return Request(
        names[kind],
        "POST",
        paths.customer(project_id, customer_id, "virtual_currencies", kind),
        (INCLUDE_EMPTY,),
        body,
        RateDomain.CURRENCY_WRITES,
        legal_idempotency_key(idempotency_key),
    )


def _as_array(attributes: Mapping[str, str | None]) -> list[dict[str, str | None]]:
    """The API wants a list of pairs, not an object."""
    return [{"name": name, "value": value} for name, value in attributes.items()]


def _adjustments(adjustments: Mapping[str, int], reference: str | None) -> dict[str, object]:
    if not adjustments:
        raise RefusedBeforeSending("There is no currency to change.")
    body: dict[str, object] = {"adjustments": dict(adjustments)}
    if reference is not None:
        body["reference"] = reference
    return body
