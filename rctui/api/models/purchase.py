"""One-time purchases."""

from __future__ import annotations

from typing import Annotated, ClassVar

from rctui.api.models.base import Record
from rctui.api.models.entitlement import Entitlement
from rctui.api.models.kinds import Milliseconds, Text, Whole
from rctui.api.models.money import MonetaryAmount
from rctui.api.models.nested import nested_list_of
from rctui.api.page import Page


class Purchase(Record):
    """Something that was bought once; `status` is `owned` or `refunded`."""

    KIND: ClassVar[str] = "purchase"

    id: Text
    customer_id: Text | None = None
    original_customer_id: Text | None = None
    """Who had it before a transfer."""
    product_id: Text | None = None
    purchased_at: Milliseconds | None = None
    revenue_in_usd: MonetaryAmount | None = None
    quantity: Whole | None = None
    status: Text | None = None
    presented_offering_id: Text | None = None
    entitlements: Annotated[Page[Entitlement] | None, nested_list_of(Entitlement)] = None
    environment: Text | None = None
    store: Text | None = None
    store_purchase_identifier: Text | None = None
    ownership: Text | None = None
    country: Text | None = None
