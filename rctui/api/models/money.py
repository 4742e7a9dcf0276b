"""Amounts of money."""

from __future__ import annotations

from rctui.api.models.base import Record
from rctui.api.models.kinds import Amount, Text


class MonetaryAmount(Record):
    """An amount with its parts, in major units of one currency.

    Observed: `gross` is what was paid, before the other three are taken off it, although the
    API's own description says otherwise. The parts must never be added to it.
    """

    currency: Text | None = None
    """ISO 4217 in most cases; live data also has `XAU` and `BTC`."""
    gross: Amount | None = None
    commission: Amount | None = None
    tax: Amount | None = None
    proceeds: Amount | None = None
