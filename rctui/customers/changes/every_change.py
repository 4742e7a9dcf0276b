"""Every change that can be made to a customer, and the way back from their stored form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from rctui.customers.changes.access import AssignOffering, GrantEntitlement, RevokeEntitlement
from rctui.customers.changes.at_store import (
    CancelSubscription,
    RefundPurchase,
    RefundSubscription,
    RefundTransaction,
)
from rctui.customers.changes.attributes import SetAttributes
from rctui.customers.changes.change import VERSION, Change
from rctui.customers.changes.currencies import AdjustCurrencies
from rctui.customers.changes.errors import UnreadableChange
from rctui.customers.changes.whole_customer import (
    BlockCustomer,
    CreateCustomer,
    DeleteCustomer,
    Transfer,
    UnblockCustomer,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = [
    "AdjustCurrencies",
    "AssignOffering",
    "BlockCustomer",
    "CancelSubscription",
    "Change",
    "CreateCustomer",
    "DeleteCustomer",
    "GrantEntitlement",
    "RefundPurchase",
    "RefundSubscription",
    "RefundTransaction",
    "RevokeEntitlement",
    "SetAttributes",
    "Transfer",
    "UnblockCustomer",
    "change_in",
]

KINDS: Final[Mapping[str, type[Change]]] = {
    kind.kind: kind
    for kind in (
        CreateCustomer,
        DeleteCustomer,
        GrantEntitlement,
        RevokeEntitlement,
        AssignOffering,
        Transfer,
        SetAttributes,
        AdjustCurrencies,
        BlockCustomer,
        UnblockCustomer,
        CancelSubscription,
        RefundSubscription,
        RefundTransaction,
        RefundPurchase,
    )
}
"""Ten classes for eleven operations: currencies change with a transaction or without one. The
four at the end are what the API can do at a store."""


def change_in(data: Mapping[str, Any]) -> Change:
    """The change that a stored form describes. Raises UnreadableChange."""
    kind = KINDS.get(str(data.get("kind")))
    if kind is None or data.get("version") != VERSION:
        raise UnreadableChange(
            "The stored change is of a kind that this rctui doesn't know.",
            hint="A newer rctui may have written it.",
        )
    return kind.of_data(data)
