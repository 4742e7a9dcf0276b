"""What a change makes of what is there: the lines `before → after` of a review."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

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
from rctui.customers.effects import at_store as store_effect
from rctui.text import moments
from rctui.text.safe_text import SafeText, label, phrase, safe

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

    from rctui.customers.readback.observation import Observation
    from rctui.customers.verdicts.access import Viewpoint

_NOT_KNOWN: Final = label("not known")
_NOTHING: Final = label("nothing")


def before_after(change: Change, before: Observation, view: Viewpoint) -> tuple[SafeText, ...]:
    """The parts that change, each from what it is to what is asked for."""
    return tuple(_LINES[type(change)](change, before, view))


def _arrow(what: SafeText, before: SafeText, after: SafeText) -> SafeText:
    return phrase("{}: {} → {}", what, before, after)


def _end(end: int | None, view: Viewpoint) -> SafeText:
    if end is None:
        return label("without end")
    return phrase("until {}", moments.both_clocks(end, view.zone))


def _access(before: Observation, entitlement_id: str, view: Viewpoint) -> SafeText:
    if before.ends is None:
        return _NOT_KNOWN
    if entitlement_id not in before.ends:
        return label("no access")
    return _end(before.ends[entitlement_id], view)


def _grants(before: Observation, view: Viewpoint) -> SafeText:
    if before.grants is None:
        return _NOT_KNOWN
    if not before.grants:
        return label("none listed")
    return phrase("{} ({})", _end(before.grants[0], view), len(before.grants))


def _grant(change: GrantEntitlement, before: Observation, view: Viewpoint) -> list[SafeText]:
    name = view.names.of(change.entitlement_id)
    access = phrase("access to {}", name)
    granted = phrase("grants of {}", name)
    return [
        phrase("{} now: {}", access, _access(before, change.entitlement_id, view)),
        _arrow(granted, _grants(before, view), _end(change.expires_at_ms, view)),
    ]


def _revoke(change: RevokeEntitlement, before: Observation, view: Viewpoint) -> list[SafeText]:
    name = view.names.of(change.entitlement_id)
    return [
        phrase("access to {} now: {}", name, _access(before, change.entitlement_id, view)),
        _arrow(phrase("grants of {}", name), _grants(before, view), label("ended")),
    ]


def _offering(change: AssignOffering, _before: Observation, view: Viewpoint) -> list[SafeText]:
    after = label("none") if change.offering_id is None else view.names.of(change.offering_id)
    unknown = label("not known (the API doesn't tell)")
    return [_arrow(label("offering override"), unknown, after)]


def _attributes(change: SetAttributes, before: Observation, _view: Viewpoint) -> list[SafeText]:
    return [
        _arrow(safe(name), _old_value(before, name), _value(value))
        for name, value in change.attributes
    ]


def _old_value(before: Observation, name: str) -> SafeText:
    return _NOT_KNOWN if before.attributes is None else _value(before.attributes.get(name))


def _value(value: str | None) -> SafeText:
    return _NOTHING if value is None else phrase('"{}"', safe(value))


def _currencies(change: AdjustCurrencies, before: Observation, _view: Viewpoint) -> list[SafeText]:
    held = before.balances or {}
    return [balance_words(code, amount, held.get(code)) for code, amount in change.adjustments]


def balance_words(code: str, amount: int, held: int | None) -> SafeText:
    """`GLD: 80 → 580 (+500)`; `held` is `None` where the balance is not known."""
    signed = phrase("+{}", amount) if amount > 0 else phrase("{}", amount)
    if held is None:
        return phrase("{}: {} (the balance is not known)", safe(code), signed)
    return phrase("{}: {} → {} ({})", safe(code), held, held + amount, signed)


def _existence(before: Observation) -> SafeText:
    if before.exists is None:
        return _NOT_KNOWN
    return label("exists") if before.exists else label("doesn't exist")


def _customer(after: SafeText) -> Callable[[Change, Observation, Viewpoint], list[SafeText]]:
    def lines(change: Change, before: Observation, _view: Viewpoint) -> list[SafeText]:
        return [_arrow(safe(change.customer_id), _existence(before), after)]

    return lines


def _transfer(change: Transfer, before: Observation, _view: Viewpoint) -> list[SafeText]:
    source, target = safe(change.customer_id), safe(change.target_customer_id)
    rows = _NOT_KNOWN if before.rows is None else phrase("{}", len(before.rows))
    theirs = _NOT_KNOWN if before.target_rows is None else phrase("{}", len(before.target_rows))
    at_most = label("more")
    if before.rows is not None and before.target_rows is not None:
        at_most = phrase("up to {}", len(before.target_rows) + len(before.rows))
    some = label("some of them") if change.app_ids else label("0, grants aside")
    return [
        phrase("subscriptions and purchases of {}: {} → {}", source, rows, some),
        phrase("subscriptions and purchases of {}: {} → {}", target, theirs, at_most),
    ]


_LINES: Final[Mapping[type[Change], Callable[[Any, Observation, Viewpoint], list[SafeText]]]] = {
    GrantEntitlement: _grant,
    RevokeEntitlement: _revoke,
    AssignOffering: _offering,
    SetAttributes: _attributes,
    AdjustCurrencies: _currencies,
    CreateCustomer: _customer(label("exists")),
    DeleteCustomer: _customer(label("deleted")),
    BlockCustomer: _customer(label("deleted and blocked")),
    UnblockCustomer: _customer(label("exists, empty")),
    Transfer: _transfer,
    CancelSubscription: store_effect.cancel_lines,
    RefundSubscription: store_effect.refund_subscription_lines,
    RefundTransaction: store_effect.refund_transaction_lines,
    RefundPurchase: store_effect.refund_purchase_lines,
}
