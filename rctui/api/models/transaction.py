"""Payments of a subscription, as the stores name them."""

from __future__ import annotations

from typing import ClassVar

from rctui.api.models.base import Record
from rctui.api.models.kinds import Milliseconds, Text
from rctui.api.models.money import MonetaryAmount


class SubscriptionTransaction(Record):
    """One payment. Whether it was refunded is not told."""

    KIND: ClassVar[str] = "subscription_transaction"

    id: Text
    """The store's own, such as `GPA.…..0`."""
    purchased_at: Milliseconds | None = None
    product_store_identifier: Text | None = None
    expiration_date: Milliseconds | None = None
    effective_expiration_date: Milliseconds | None = None
    revenue_in_usd: MonetaryAmount | None = None
