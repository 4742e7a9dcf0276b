"""Entitlements: those of the catalogue, and those that are active for a customer."""

from __future__ import annotations

from typing import Annotated, ClassVar

from rctui.api.models.base import Milliseconds, Record, Text
from rctui.api.models.nested import nested_list_of
from rctui.api.models.product import Product
from rctui.api.page import Page


class Entitlement(Record):
    """An entitlement of the project, as the catalogue, subscriptions and purchases name it."""

    id: Text
    lookup_key: Text | None = None
    display_name: Text | None = None
    project_id: Text | None = None
    created_at: Milliseconds | None = None
    state: Text | None = None
    products: Annotated[Page[Product] | None, nested_list_of(Product)] = None
    """`None` unless asked for."""


class CustomerEntitlement(Record):
    """An entitlement that a customer has now: neither name nor product nor store."""

    KIND: ClassVar[str] = "customer.active_entitlement"

    entitlement_id: Text
    expires_at: Milliseconds | None = None
    """`None` means without end."""
