"""Subscriptions."""

from __future__ import annotations

from typing import Annotated, ClassVar

from rctui.api.models.base import Record
from rctui.api.models.entitlement import Entitlement
from rctui.api.models.kinds import Milliseconds, Text
from rctui.api.models.money import MonetaryAmount
from rctui.api.models.nested import nested_list_of
from rctui.api.models.product import Product
from rctui.api.page import Page


class PendingChanges(Record):
    """What a subscription turns into when it renews."""

    product: Product | None = None


class Subscription(Record):
    """One subscription. A lapse or a paid change of product starts another one."""

    KIND: ClassVar[str] = "subscription"

    id: Text
    customer_id: Text | None = None
    original_customer_id: Text | None = None
    """Who had it before a transfer."""
    product_id: Text | None = None
    """`None` for a grant."""
    starts_at: Milliseconds | None = None
    current_period_starts_at: Milliseconds | None = None
    current_period_ends_at: Milliseconds | None = None
    ends_at: Milliseconds | None = None
    """Differs from the end of the period only where it has renewed early; `None` may also mean
    paused without an end."""
    gives_access: bool | None = None
    """The truth about access, whatever `status` is."""
    pending_payment: bool | None = None
    auto_renewal_status: Text | None = None
    status: Text | None = None
    total_revenue_in_usd: MonetaryAmount | None = None
    presented_offering_id: Text | None = None
    entitlements: Annotated[Page[Entitlement] | None, nested_list_of(Entitlement)] = None
    environment: Text | None = None
    store: Text | None = None
    store_subscription_identifier: Text | None = None
    ownership: Text | None = None
    pending_changes: PendingChanges | None = None
    country: Text | None = None
    management_url: Text | None = None
