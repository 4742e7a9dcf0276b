"""What a project sells, told in a few words, and the catalogue that follows from it."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from rctui.demo.catalogue import (
    App,
    Catalogue,
    Currency,
    Entitlement,
    Offering,
    Product,
    derived_hex,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rctui.demo.dataset.calendar import Calendar


class Wares(NamedTuple):
    """A shop's words; ids are made from them, and so are the same in every run."""

    project_id: str
    opened: float
    """Day on which the project was set up."""
    apps: Mapping[str, tuple[str, dict[str, object]]]
    """By type: name and details."""
    entitlements: Mapping[str, str]
    """Display names by lookup key."""
    products: Mapping[str, tuple[str, str, str, str | None, tuple[str, ...]]]
    """By short name: app, store identifier, display name, duration, lookup keys of its
    entitlements."""
    one_time_types: Mapping[str, str]
    """By short name; one-time products that are missing are non-consumable."""
    offerings: Mapping[str, str]
    """Display names by lookup key; `default` is the current one."""
    currencies: Mapping[str, tuple[str, str]]
    """Name and description by code."""
    retired: Mapping[str, str] = MappingProxyType({})
    """Names of retired currencies by code."""
    branch: tuple[str, ...] = ()
    """What ids are made from besides, so that two projects share none."""

    def catalogue(self, calendar: Calendar) -> Catalogue:
        """All of it, with dates that suit the calendar."""
        opened = calendar.day(self.opened)
        apps = {kind: self._app(kind, opened) for kind in self.apps}
        entitlements = self._entitlements(opened)
        ids = {entitlement.lookup_key: entitlement.id for entitlement in entitlements}
        products = {name: self._product(name, apps, ids, opened) for name in self.products}
        return Catalogue(
            project_id=self.project_id,
            apps={app.id: app for app in apps.values()},
            entitlements={entitlement.id: entitlement for entitlement in entitlements},
            products={product.id: product for product in products.values()},
            offerings={offering.id: offering for offering in self._offerings(opened)},
            currencies={currency.code: currency for currency in self._currencies(opened)},
            named_products=products,
        )

    def _id(self, prefix: str, kind: str, name: str) -> str:
        return f"{prefix}{derived_hex(*self.branch, kind, name)}"

    def _app(self, kind: str, opened: int) -> App:
        name, details = self.apps[kind]
        return App(self._id("app", "app", kind), name, kind, opened, details)

    def _entitlements(self, opened: int) -> list[Entitlement]:
        return [
            Entitlement(self._id("entl", "entitlement", key), key, name, opened + place)
            for place, (key, name) in enumerate(self.entitlements.items())
        ]

    def _product(
        self, name: str, apps: dict[str, App], ids: dict[str, str], opened: int
    ) -> Product:
        kind, identifier, display_name, duration, keys = self.products[name]
        return Product(
            id=self._id("prod", "product", name),
            store_identifier=identifier,
            display_name=display_name,
            app=apps[kind],
            created_at=opened,
            duration=duration,
            type="subscription" if duration else self.one_time_types.get(name, "non_consumable"),
            entitlement_ids=tuple(ids[key] for key in keys),
        )

    def _offerings(self, opened: int) -> list[Offering]:
        return [
            Offering(self._id("ofrng", "offering", key), key, name, opened, key == "default")
            for key, name in self.offerings.items()
        ]

    def _currencies(self, opened: int) -> list[Currency]:
        current = [Currency(code, *names, opened) for code, names in self.currencies.items()]
        return current + [
            Currency(code, name, None, opened, is_active=False)
            for code, name in self.retired.items()
        ]
