"""Entitlements of the catalogue."""

from __future__ import annotations

from typing import Annotated

from rctui.api.models.base import Record
from rctui.api.models.kinds import Milliseconds, Text
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
