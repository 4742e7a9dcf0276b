"""What the demo project sells: apps, products, entitlements, offerings, virtual currencies."""

from __future__ import annotations

import hashlib
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


def derived_hex(*parts: object, digits: int = 10) -> str:
    """Hex digits that follow from `parts` alone: the same in every run."""
    text = "\x00".join(str(part) for part in parts)
    return hashlib.blake2b(text.encode(), digest_size=32).hexdigest()[:digits]


class App(NamedTuple):
    """One app of the project; `type` is also the store it sells through."""

    id: str
    name: str
    type: str
    created_at: int
    details: Mapping[str, object] = MappingProxyType({})


class Entitlement(NamedTuple):
    """A level of access."""

    id: str
    lookup_key: str
    display_name: str
    created_at: int


class Product(NamedTuple):
    """Something that an app sells; `duration` is ISO 8601, absent for one-time products."""

    id: str
    store_identifier: str
    display_name: str
    app: App
    created_at: int
    duration: str | None
    type: str
    """`subscription`, `consumable`, `non_consumable`, `non_renewing_subscription`, `one_time`."""
    entitlement_ids: tuple[str, ...]

    @property
    def is_consumable(self) -> bool | None:
        """Whether it can be bought again; stores on the web don't say."""
        return None if self.type == "one_time" else self.type == "consumable"


class Offering(NamedTuple):
    """A set of products as the app presents them."""

    id: str
    lookup_key: str
    display_name: str
    created_at: int
    is_current: bool = False


class Currency(NamedTuple):
    """A virtual currency; a retired one is only shown to those who still hold some."""

    code: str
    name: str
    description: str | None
    created_at: int
    is_active: bool = True


class Catalogue(NamedTuple):
    """All of it, by id; products also by the short names that the data set uses."""

    project_id: str
    apps: dict[str, App]
    entitlements: dict[str, Entitlement]
    products: dict[str, Product]
    offerings: dict[str, Offering]
    currencies: dict[str, Currency]
    named_products: dict[str, Product]

    def entitlement_id(self, lookup_key: str) -> str:
        """The id behind a lookup key."""
        return next(one.id for one in self.entitlements.values() if one.lookup_key == lookup_key)

    def app_of(self, product_id: str | None) -> str | None:
        """The app that sells a product; none for a grant, which no app sold."""
        product = self.products.get(product_id or "")
        return product.app.id if product else None

    def active_currencies(self) -> Iterator[Currency]:
        """The currencies that every customer has, be it with a balance of zero."""
        return (currency for currency in self.currencies.values() if currency.is_active)
