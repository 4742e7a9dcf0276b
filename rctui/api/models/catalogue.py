"""The project itself and what can be sold in it."""

from __future__ import annotations

from typing import Annotated, Any

from rctui.api.models.base import Record
from rctui.api.models.entitlement import Entitlement
from rctui.api.models.kinds import Milliseconds, Text, Whole
from rctui.api.models.nested import nested_list_of
from rctui.api.models.product import App, OneTimeTerms, Product, SubscriptionTerms
from rctui.api.page import Page

__all__ = [
    "App",
    "Entitlement",
    "Offering",
    "OneTimeTerms",
    "Package",
    "PackageProduct",
    "Product",
    "Project",
    "SubscriptionTerms",
    "VirtualCurrency",
]


class Project(Record):
    """A project that the key can see."""

    id: Text
    name: Text | None = None
    created_at: Milliseconds | None = None


class PackageProduct(Record):
    """A product in a package, and who may buy it."""

    product: Product
    eligibility_criteria: Text | None = None


class Package(Record):
    """A package of an offering. `position` is null in old data."""

    id: Text
    lookup_key: Text | None = None
    display_name: Text | None = None
    position: Whole | None = None
    created_at: Milliseconds | None = None
    products: Annotated[Page[PackageProduct] | None, nested_list_of(PackageProduct)] = None


class Offering(Record):
    """An offering."""

    id: Text
    lookup_key: Text | None = None
    display_name: Text | None = None
    is_current: bool | None = None
    created_at: Milliseconds | None = None
    project_id: Text | None = None
    state: Text | None = None
    metadata: Any = None
    packages: Annotated[Page[Package] | None, nested_list_of(Package)] = None


class VirtualCurrency(Record):
    """A virtual currency of the project."""

    code: Text
    name: Text | None = None
    description: Text | None = None
    created_at: Milliseconds | None = None
    project_id: Text | None = None
    state: Text | None = None
