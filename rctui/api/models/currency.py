"""Balances of virtual currencies."""

from __future__ import annotations

from typing import ClassVar

from rctui.api.models.base import Record
from rctui.api.models.kinds import Text, Whole


class VirtualCurrencyBalance(Record):
    """How much a customer has of one virtual currency."""

    KIND: ClassVar[str] = "virtual_currency_balance"

    currency_code: Text
    balance: Whole | None = None
    name: Text | None = None
    description: Text | None = None
