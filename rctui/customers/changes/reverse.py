"""The opposite of a change, as a new change with a review of its own, or why there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from rctui.customers.changes.at_store import NO_WAY_BACK
from rctui.customers.changes.every_change import (
    AdjustCurrencies,
    AssignOffering,
    BlockCustomer,
    CancelSubscription,
    Change,
    CreateCustomer,
    DeleteCustomer,
    GrantEntitlement,
    RefundPurchase,
    RefundSubscription,
    RefundTransaction,
    RevokeEntitlement,
    SetAttributes,
    Transfer,
    UnblockCustomer,
)
from rctui.text.safe_text import SafeText, label

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from rctui.customers.readback.observation import Observation

Reverse = Change | SafeText
"""The change, or the reason why there is none."""

_NOT_KNOWN: Final = label("What there was before is not known.")


def reverse_of(
    change: Change, before: Observation | None, after: Observation | None, *, key: str
) -> Reverse:
    """What undoes a change that was applied. `key` is a fresh idempotency key for it.

    `before` and `after` are what was seen then. The opposite of an opposite need not be the
    first change again: nothing gives a deleted customer back.
    """
    return _REVERSES[type(change)](change, before, after, key)


def _revoke_it(change: GrantEntitlement, *_: object) -> Reverse:
    return RevokeEntitlement(change.customer_id, change.entitlement_id)


def _grant_again(change: RevokeEntitlement, before: Observation | None, *_: object) -> Reverse:
    ends = None if before is None else before.grants
    if not ends:
        return label("When the revoked grant would have ended is not known.")
    latest = ends[-1]
    if latest is None:
        return label("The revoked grant had no end; choose one and grant it anew.")
    return GrantEntitlement(change.customer_id, change.entitlement_id, latest)


def _old_values(change: SetAttributes, before: Observation | None, *_: object) -> Reverse:
    values = None if before is None else before.attributes
    if values is None or not set(change.names) <= values.keys():
        return _NOT_KNOWN
    old = {name: values[name] for name in change.names}
    return SetAttributes.of(change.customer_id, old)


def _other_way(change: AdjustCurrencies, _before: object, _after: object, key: str) -> Reverse:
    opposite = {code: -amount for code, amount in change.adjustments}
    return AdjustCurrencies.of(
        change.customer_id,
        opposite,
        key=key,
        reference=change.reference,
        without_transaction=change.without_transaction,
    )


def _unblock(change: BlockCustomer, *_: object) -> Reverse:
    return UnblockCustomer(change.customer_id)


def _block_again(change: UnblockCustomer, *_: object) -> Reverse:
    return BlockCustomer(change.customer_id)


def _back(change: Transfer, before: Observation | None, *_: object) -> Reverse:
    # Everything of the target would go back, what was the target's own too.
    if before is None or before.target_rows is None:
        return label("What the target had before is not known.")
    if before.target_rows:
        return label("The target had purchases of its own; they would be moved along.")
    return Transfer(change.target_customer_id, change.customer_id, change.app_ids)


def _delete_it(change: CreateCustomer, *_: object) -> Reverse:
    return DeleteCustomer(change.customer_id)


def _no_way_back(_change: DeleteCustomer, *_: object) -> Reverse:
    return label("A deleted customer is gone. Restore puts back what was saved before.")


def _offering(_change: AssignOffering, *_: object) -> Reverse:
    return label("The API can't read an override, so the one before is not known.")


def _at_the_store(_change: Change, *_: object) -> Reverse:
    return NO_WAY_BACK


_REVERSES: Final[Mapping[type[Change], Callable[[Any, Any, Any, str], Reverse]]] = {
    CreateCustomer: _delete_it,
    DeleteCustomer: _no_way_back,
    GrantEntitlement: _revoke_it,
    RevokeEntitlement: _grant_again,
    AssignOffering: _offering,
    Transfer: _back,
    SetAttributes: _old_values,
    AdjustCurrencies: _other_way,
    BlockCustomer: _unblock,
    UnblockCustomer: _block_again,
    CancelSubscription: _at_the_store,
    RefundSubscription: _at_the_store,
    RefundTransaction: _at_the_store,
    RefundPurchase: _at_the_store,
}
