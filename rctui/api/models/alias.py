"""Aliases."""

from __future__ import annotations

from rctui.api.models.base import Milliseconds, Record, Text


class CustomerAlias(Record):
    """One of a customer's App User IDs. The list includes the customer's own id."""

    id: Text
    created_at: Milliseconds | None = None
