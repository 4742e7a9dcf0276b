"""An entitlement that a customer has now: all that a list of customers needs of entitlements."""

from __future__ import annotations

from typing import ClassVar

from rctui.api.models.base import Record
from rctui.api.models.kinds import Milliseconds, Text


class CustomerEntitlement(Record):
    """An entitlement that a customer has now: neither name nor product nor store."""

    KIND: ClassVar[str] = "customer.active_entitlement"

    entitlement_id: Text
    expires_at: Milliseconds | None = None
    """`None` means without end."""
