"""Requested against observed: what a look after a change says about it. Pure.

A 2xx proves little: a second grant can change nothing, a fixed attribute keeps its value, and
some changes show up minutes later.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

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
from rctui.customers.readback.access_compared import granted, revoked
from rctui.customers.readback.observation import Observation
from rctui.customers.readback.outcome import ReadBack, Seen
from rctui.text.safe_text import SafeText, join, label, phrase, safe

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from rctui.customers.verdicts.access import Viewpoint

_UNKNOWN: Final = Observation()


def read_back(
    change: Change, before: Observation | None, after: Observation, view: Viewpoint
) -> ReadBack:
    """What `after` says about a change that was sent when things were as `before`."""
    compare = _COMPARISONS[type(change)]
    seen, words = compare(change, before or _UNKNOWN, after, view)
    if seen is Seen.NOT_READABLE and after.problems:
        words = phrase("{} ({})", words, safe(after.problems[0]))
    return ReadBack(seen, words, after)


Told = tuple[Seen, SafeText]


def _created(
    change: CreateCustomer, _before: Observation, after: Observation, _view: Viewpoint
) -> Told:
    if after.exists is None:
        return Seen.NOT_READABLE, label("Customers can't be read.")
    if not after.exists:
        return Seen.NOT_YET, label("The customer is not to be seen yet.")
    return _set_values(dict(change.attributes), after, label("The customer is there."))


def _deleted(
    _change: DeleteCustomer, _before: Observation, after: Observation, _view: Viewpoint
) -> Told:
    if after.exists is None:
        return Seen.NOT_READABLE, label("Customers can't be read.")
    if after.exists:
        return Seen.DIFFERS, label("The customer is still there, or the app made it again.")
    return Seen.MATCHES, label("The customer is gone.")


def _offering(
    _change: AssignOffering, _before: Observation, _after: Observation, _view: Viewpoint
) -> Told:
    return Seen.NOT_READABLE, label("The API can't read an offering override back.")


def _attributes(
    change: SetAttributes, _before: Observation, after: Observation, _view: Viewpoint
) -> Told:
    return _set_values(dict(change.attributes), after, label("All attributes are as asked."))


def _set_values(wanted: Mapping[str, str | None], after: Observation, good: SafeText) -> Told:
    if not wanted:
        return Seen.MATCHES, good
    if after.attributes is None:
        return Seen.NOT_READABLE, label("Attributes can't be read.")
    off = [name for name, value in wanted.items() if after.attributes.get(name) != (value or None)]
    if not off:
        return Seen.MATCHES, good
    words = join(", ", [_still(name, after.attributes.get(name)) for name in off])
    return Seen.DIFFERS, phrase("Not as asked: {}.", words)


def _still(name: str, value: str | None) -> SafeText:
    if value is None:
        return phrase("{} is not set", safe(name))
    return phrase('{} is "{}"', safe(name), safe(value, limit=80))


def _adjusted(
    change: AdjustCurrencies, before: Observation, after: Observation, _view: Viewpoint
) -> Told:
    if after.balances is None:
        return Seen.NOT_READABLE, label("Balances can't be read.")
    amounts = dict(change.adjustments)
    if before.balances is None or not amounts.keys() <= before.balances.keys():
        now = join(", ", [phrase("{} {}", have, safe(code)) for code, have in _held(after)])
        return Seen.NOT_READABLE, phrase("The balances before are not known. Now: {}.", now)
    off = {
        code: (before.balances[code] + amount, after.balances.get(code))
        for code, amount in amounts.items()
        if after.balances.get(code) != before.balances[code] + amount
    }
    if not off:
        now = join(", ", [phrase("{} {}", have, safe(code)) for code, have in _held(after)])
        return Seen.MATCHES, phrase("Now: {}.", now)
    return Seen.DIFFERS, _off_balance(change, amounts, before, off)


def _held(after: Observation) -> list[tuple[str, int]]:
    return list((after.balances or {}).items())


def _off_balance(
    change: AdjustCurrencies,
    amounts: Mapping[str, int],
    before: Observation,
    off: Mapping[str, tuple[int, int | None]],
) -> SafeText:
    was = before.balances or {}
    if all(have == was[code] for code, (_, have) in off.items()):
        return label("Nothing changed: the balances are as before.")
    parts = [
        phrase("{} is {} and should be {}", safe(code), _number(have), should)
        for code, (should, have) in off.items()
    ]
    if all(have == was[code] + 2 * amounts[code] for code, (_, have) in off.items()):
        return phrase("{}: as if it had been done twice.", join(", ", parts))
    words = phrase("{}: somebody else may have changed it too.", join(", ", parts))
    if change.without_transaction and all(have == amounts[code] for code, (_, have) in off.items()):
        return phrase("{} Or the server sets the balance to the amount.", words)
    return words


def _number(value: int | None) -> SafeText:
    return label("not told") if value is None else phrase("{}", value)


def _blocked(
    _change: BlockCustomer, before: Observation, after: Observation, _view: Viewpoint
) -> Told:
    if after.exists:
        return Seen.DIFFERS, label("The customer is still there.")
    if after.blocked is None:
        return Seen.NOT_READABLE, label("The block list can't be read.")
    if after.blocked:
        return Seen.MATCHES, label("The id is blocked and the customer is gone.")
    if before.id is not None and after.exists is False:
        return Seen.DIFFERS, phrase(
            "The customer is gone; this id is not on the block list, perhaps {} is.",
            safe(before.id),
        )
    return Seen.DIFFERS, label("The id is not on the block list.")


def _unblocked(
    _change: UnblockCustomer, _before: Observation, after: Observation, _view: Viewpoint
) -> Told:
    if after.blocked is None:
        return Seen.NOT_READABLE, label("The block list can't be read.")
    if after.blocked:
        return Seen.DIFFERS, label("The id is still blocked.")
    words = label("The id is free; an empty customer is there.")
    return Seen.MATCHES, words if after.exists else label("The id is free.")


def _transferred(
    change: Transfer, before: Observation, after: Observation, _view: Viewpoint
) -> Told:
    if after.target_rows is None or after.rows is None:
        return Seen.NOT_READABLE, label("Subscriptions and purchases can't be read.")
    if before.rows is None:
        return Seen.NOT_READABLE, label("What there was before is not known.")
    moved = set(before.rows) & set(after.target_rows)
    left = set(before.rows) & set(after.rows)
    told = phrase("{} of {} rows are with the target now.", len(moved), len(before.rows))
    if not before.rows:
        return Seen.DIFFERS, label("There was nothing to move.")
    if not moved:
        return Seen.NOT_YET, told
    if left and not change.app_ids:
        return Seen.DIFFERS, phrase("{} {} stayed.", told, len(left))
    return Seen.MATCHES, told


_COMPARISONS: Final[Mapping[type[Change], Callable[[Any, Observation, Observation, Any], Told]]] = {
    CreateCustomer: _created,
    DeleteCustomer: _deleted,
    GrantEntitlement: granted,
    RevokeEntitlement: revoked,
    AssignOffering: _offering,
    Transfer: _transferred,
    SetAttributes: _attributes,
    AdjustCurrencies: _adjusted,
    BlockCustomer: _blocked,
    UnblockCustomer: _unblocked,
    CancelSubscription: store_effect.cancelled,
    RefundSubscription: store_effect.subscription_refunded,
    RefundTransaction: store_effect.transaction_refunded,
    RefundPurchase: store_effect.purchase_refunded,
}
