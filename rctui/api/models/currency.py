"""Balances of virtual currencies."""

from __future__ import annotations

from rctui.api.models.base import Record, Text, Whole


class VirtualCurrencyBalance(Record):
    """How much a customer has of one virtual currency."""

    currency_code: Text
    balance: Whole | None = None
    name: Text | None = None
    description: Text | None = None
