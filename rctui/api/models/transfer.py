"""What a transfer answers with."""

from __future__ import annotations

from rctui.api.models.base import Record
from rctui.api.models.customer import Customer


class Transfer(Record):
    """Both customers after a transfer, without their lists."""

    source_customer: Customer
    target_customer: Customer
