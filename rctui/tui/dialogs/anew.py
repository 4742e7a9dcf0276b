"""A change whose review is shown anew, because the customer is no longer as it was shown."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from rctui.customers.changes.currencies import differences
from rctui.customers.changes.errors import BadAmount
from rctui.customers.changes.every_change import AdjustCurrencies

if TYPE_CHECKING:
    from rctui.customers.changes.every_change import Change
    from rctui.customers.readback.observation import Observation


def made_anew(change: Change, before: Observation, *, key: str) -> Change:
    """The same intent on what is there now: amounts that lead to a balance are computed again.

    `key` is a fresh idempotency key, for other amounts are another change. Raises BadAmount
    where nothing is left to do, and NotReadableBefore.
    """
    if not isinstance(change, AdjustCurrencies) or not change.set_to:
        return change
    goals = dict(change.set_to)
    amounts = {code: amount for code, amount in change.adjustments if code not in goals}
    amounts |= differences(goals, before.balances or {})
    if not amounts:
        raise BadAmount("The balances are that already.", field="amount")
    kept = tuple((code, goal) for code, goal in change.set_to if code in amounts)
    return replace(change, adjustments=tuple(amounts.items()), key=key, set_to=kept)
