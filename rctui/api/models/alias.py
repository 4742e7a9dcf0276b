"""Aliases."""

from __future__ import annotations

from typing import ClassVar

from rctui.api.models.base import Record
from rctui.api.models.kinds import Milliseconds, Text


class CustomerAlias(Record):
    """One of a customer's App User IDs. The list includes the customer's own id."""

    KIND: ClassVar[str] = "customer.alias"

    id: Text
    created_at: Milliseconds | None = None
