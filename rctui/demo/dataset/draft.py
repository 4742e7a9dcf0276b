"""A customer in the making: what the data set says about one, in its own words.

Days count from the start of the demo; negative ones are past.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, Self

from rctui.demo.catalogue import derived_hex
from rctui.demo.dataset.store_ids import store_identifier
from rctui.demo.records import (
    Attribute,
    Customer,
    Experiment,
    Invoice,
    InvoiceLine,
    Money,
    Profile,
    Purchase,
    Subscription,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rctui.demo.catalogue import Catalogue, Product
    from rctui.demo.dataset.calendar import Calendar

_DAYS: Final = {"P1W": 7, "P1M": 30, "P1Y": 365}
_ACCESSIBLE: Final = frozenset({"trialing", "active", "in_grace_period"})
_MANAGED_AT: Final = {
    "app_store": "https://apps.apple.com/account/subscriptions",
    "mac_app_store": "https://apps.apple.com/account/subscriptions",
    "play_store": "https://play.google.com/store/account/subscriptions",
}


class Shop(NamedTuple):
    """Where and when the drafts happen."""

    catalogue: Catalogue
    calendar: Calendar
    branch: tuple[str, ...] = ()
    """What ids are made from besides, so that one name has other rows in another project."""


def anonymous_id(*parts: object) -> str:
    """An anonymous App User ID as an SDK makes it, though always the same for the same parts."""
    return f"$RCAnonymousID:{derived_hex('anonymous', *parts, digits=32)}"


def sold_for(gross: float, currency: str = "USD") -> Money:
    """A price with its commission and tax."""
    return Money(gross, round(gross * 0.15, 2), round(gross * 0.08, 2), currency)


class Draft:
    """One customer, told step by step; every step returns the draft."""

    def __init__(
        self, shop: Shop, customer_id: str, *, since: float = -200, last_seen: float | None = -0.2
    ) -> None:
        self._shop = shop
        self._day = shop.calendar.day
        self._numbers = int(derived_hex(*shop.branch, "numbers", customer_id, digits=10), 16)
        first_seen = self._day(since)
        profile = Profile(customer_id, first_seen, shop.calendar.day_or_none(last_seen))
        self.customer = Customer(profile, aliases={customer_id: first_seen})

    def numbered(self, base: int) -> Self:
        """Take the store identifiers from `base` on, instead of from the customer's id."""
        self._numbers = base
        return self

    def using(
        self,
        country: str | None,
        platform: str | None,
        app_version: str | None = "6.4.1",
        platform_version: str | None = None,
    ) -> Self:
        """Say where and on what the customer was last seen."""
        self.customer.profile = self.customer.profile._replace(
            country=country,
            platform=platform,
            app_version=app_version,
            platform_version=platform_version,
        )
        return self

    def in_experiment(self, name: str, variant: str) -> Self:
        """Enrol the customer in an experiment."""
        experiment = Experiment(f"exp{derived_hex('experiment', name)}", name, variant)
        self.customer.profile = self.customer.profile._replace(experiment=experiment)
        return self

    def known_as(self, *aliases: str, since: float = -150) -> Self:
        """Add aliases, a minute apart."""
        for place, alias in enumerate(aliases):
            self.customer.aliases[alias] = self._day(since) + place * 60_000
        return self

    def described(self, attributes: Mapping[str, str], since: float = -90) -> Self:
        """Set attributes."""
        for name, value in attributes.items():
            self.customer.attributes[name] = Attribute(value, self._day(since))
        return self

    def reachable(self, email: str, name: str = "") -> Self:
        """Set the e-mail address, and the display name if there is one."""
        names = {"$displayName": name} if name else {}
        return self.described({"$email": email} | names)

    def holding(self, **balances: int) -> Self:
        """Give balances of virtual currencies."""
        self.customer.balances.update(balances)
        return self

    def subscribed(
        self,
        product_name: str,
        *,
        since: float,
        until: float | None,
        status: str = "active",
        renewal: str = "will_renew",
        gives_access: bool | None = None,
        store: str | None = None,
        environment: str = "production",
        ownership: str = "purchased",
        paid: float = 9.99,
        bought_by: str | None = None,
    ) -> Self:
        """Add a subscription to a product; `until` is the end of the current period."""
        product = self._shop.catalogue.named_products[product_name]
        is_free = environment == "sandbox" or ownership == "family_shared"
        row = self._subscription(product, store or product.app.type, since, until)._replace(
            original_customer_id=bought_by or self.customer.id,
            status=status,
            gives_access=status in _ACCESSIBLE if gives_access is None else gives_access,
            auto_renewal_status=renewal,
            environment=environment,
            ownership=ownership,
            revenue=sold_for(0.0 if is_free else paid),
        )
        return self.adding(row)

    def _subscription(
        self, product: Product, at: str, since: float, until: float | None
    ) -> Subscription:
        """A row of a store, as a subscription that renews and gives access has it."""
        ends = self._shop.calendar.day_or_none(until)
        period_began = since if until is None else until - _DAYS[product.duration or "P1M"]
        return Subscription(
            id=self._row_id("sub", at),
            customer_id=self.customer.id,
            original_customer_id=self.customer.id,
            product_id=product.id,
            store=at,
            store_identifier=store_identifier(at, self._next_number()),
            starts_at=self._day(since),
            period_starts_at=self._day(max(since, period_began)),
            period_ends_at=ends,
            ends_at=ends,
            status="active",
            gives_access=True,
            auto_renewal_status="will_renew",
            entitlement_ids=product.entitlement_ids,
            environment="production",
            ownership="purchased",
            country=self.customer.profile.country,
            offering_id=next(iter(self._shop.catalogue.offerings)),
            management_url=_MANAGED_AT.get(at),
            revenue=sold_for(0.0),
        )

    def adding(self, row: Subscription) -> Self:
        """Add a subscription as it is."""
        self.customer.subscriptions.append(row)
        return self

    def amended(self, **changes: object) -> Self:
        """Change fields of the subscription that was added last."""
        row = self.customer.subscriptions[-1]
        self.customer.subscriptions[-1] = row._replace(**changes)  # type: ignore[arg-type]
        return self

    def granted(self, lookup_key: str, *, since: float, until: float | None) -> Self:
        """Grant an entitlement; `until=None` means without end."""
        entitlement_id = self._shop.catalogue.entitlement_id(lookup_key)
        ends = self._shop.calendar.day_or_none(until)
        identifier = store_identifier("promotional", self._next_number())
        row_id = self._row_id("sub", "promotional")
        starts = self._day(since)
        ended = until is not None and until <= 0
        row = granted_row(row_id, self.customer.id, entitlement_id, identifier, starts, ends)
        return self.adding(row.ended(self._day(until or 0)) if ended else row)

    def bought(
        self,
        product_name: str,
        *,
        on: float,
        status: str = "owned",
        quantity: int = 1,
        paid: float = 4.99,
        environment: str = "production",
        ownership: str = "purchased",
        store: str | None = None,
        entitlements: tuple[str, ...] = (),
    ) -> Self:
        """Add a one-time purchase; `entitlements` are lookup keys besides the product's own."""
        catalogue = self._shop.catalogue
        product = catalogue.named_products[product_name]
        at = store or product.app.type
        row = Purchase(
            id=self._row_id("purc", at),
            customer_id=self.customer.id,
            original_customer_id=self.customer.id,
            product_id=product.id,
            store=at,
            store_identifier=store_identifier(at, self._next_number()),
            purchased_at=self._day(on),
            status=status,
            entitlement_ids=product.entitlement_ids
            + tuple(catalogue.entitlement_id(key) for key in entitlements),
            quantity=quantity,
            environment=environment,
            ownership=ownership,
            country=self.customer.profile.country,
            revenue=sold_for(0.0 if status == "refunded" else paid),
        )
        self.customer.purchases.append(row)
        return self

    def invoiced(
        self,
        product_name: str,
        gross: float,
        *,
        on: float,
        currency: str = "USD",
        paid: bool = True,
        has_file: bool = True,
    ) -> Self:
        """Add a Web Billing invoice of one line."""
        product = self._shop.catalogue.named_products[product_name]
        number = len(self.customer.invoices)
        total = sold_for(gross, currency)
        self.customer.invoices.append(
            Invoice(
                id=f"rcbin{derived_hex(*self._shop.branch, 'invoice', self.customer.id, number)}",
                issued_at=self._day(on),
                paid_at=self._day(on) + 2_000 if paid else None,
                total=total,
                lines=(_line_of(product, total),),
                has_file=has_file,
            )
        )
        return self

    def _row_id(self, prefix: str, store: str) -> str:
        kind = "Prm" if store == "promotional" else f"{store[0].upper()}{store[-2:]}"
        rows = len(self.customer.subscriptions) + len(self.customer.purchases)
        name = derived_hex(*self._shop.branch, prefix, self.customer.id, rows, digits=32)
        return f"{prefix}{kind}{name}"

    def _next_number(self) -> int:
        self._numbers += 1
        return self._numbers


def granted_row(
    row_id: str,
    customer_id: str,
    entitlement_id: str,
    identifier: str,
    starts_at: int,
    ends_at: int | None,
) -> Subscription:
    """The promotional subscription behind a grant: no product, no price, always production."""
    return Subscription(
        id=row_id,
        customer_id=customer_id,
        original_customer_id=customer_id,
        product_id=None,
        store="promotional",
        store_identifier=identifier,
        starts_at=starts_at,
        period_starts_at=starts_at,
        period_ends_at=ends_at,
        ends_at=ends_at,
        status="active",
        gives_access=True,
        auto_renewal_status="will_not_renew",
        entitlement_ids=(entitlement_id,),
    )


def _line_of(product: Product, total: Money) -> InvoiceLine:
    return InvoiceLine(product.store_identifier, product.display_name, product.duration, total)
