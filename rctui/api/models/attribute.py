"""Attributes."""

from __future__ import annotations

from typing import ClassVar

from rctui.api.models.base import Record
from rctui.api.models.kinds import Milliseconds, Text


class CustomerAttribute(Record):
    """One attribute. `None` and an empty text both mean that it has been cleared."""

    KIND: ClassVar[str] = "customer.attribute"

    name: Text
    value: Text | None = None
    updated_at: Milliseconds | None = None
