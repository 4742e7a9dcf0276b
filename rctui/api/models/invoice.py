"""Invoices of Web Billing; no other store has any here."""

from __future__ import annotations

from typing import Annotated, ClassVar

from rctui.api.models.base import Record
from rctui.api.models.kinds import Milliseconds, Text, Whole
from rctui.api.models.money import MonetaryAmount
from rctui.api.models.nested import nested_list_of
from rctui.api.page import Page


class InvoiceLineItem(Record):
    """One line of an invoice."""

    product_identifier: Text | None = None
    product_display_name: Text | None = None
    product_duration: Text | None = None
    """ISO 8601, such as `P1M`."""
    quantity: Whole | None = None
    unit_amount: MonetaryAmount | None = None


class Invoice(Record):
    """An invoice. `paid_at` is `None` while it is unpaid."""

    KIND: ClassVar[str] = "invoice"

    id: Text
    total_amount: MonetaryAmount | None = None
    line_items: Annotated[Page[InvoiceLineItem] | None, nested_list_of(InvoiceLineItem)] = None
    """A bare array in the answer, and never continued."""
    issued_at: Milliseconds | None = None
    paid_at: Milliseconds | None = None
    invoice_url: Text | None = None
    """The API's own address of the file: of no use without the key."""
