"""The demo project's state: who exists, under which names, in which order, and who is blocked."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from rctui.demo.crowd import Crowd
from rctui.demo.dataset.calendar import Calendar
from rctui.demo.dataset.cast import BLOCKED, named_customers
from rctui.demo.dataset.draft import Shop
from rctui.demo.dataset.shop import opened_shop

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from rctui.demo.catalogue import Catalogue
    from rctui.demo.records import Customer, Profile, Purchase, Subscription

LATE_GRANT_MS: Final = 3_000
"""How long after a grant its promotional subscription is listed, unless a test says otherwise."""


@dataclass
class World:
    """Customers, block list and catalogue; changed in place by the routes.

    A customer of the crowd is made anew for every look at it and kept from its first change on,
    so what a look returns must not be changed: use `to_change` for that.
    """

    catalogue: Catalogue
    crowd: Crowd
    blocked: dict[str, int]
    late_grant_ms: int = LATE_GRANT_MS
    _kept: dict[str, Customer] = field(default_factory=dict)
    _owners: dict[str, str] = field(default_factory=dict)
    _gone: set[str] = field(default_factory=set)
    _named: dict[str, int] = field(default_factory=dict)
    _created: list[str] = field(default_factory=list)
    _created_places: dict[str, int] = field(default_factory=dict)
    _listed: dict[str, str] = field(default_factory=dict)

    @classmethod
    def seeded(cls, seed: int = 7, customers: int = 400, *, now_ms: int) -> World:
        """A project of `customers` customers, but at least those that have a story.

        The same seed, number and moment always give the same project.
        """
        calendar = Calendar(now_ms)
        shop = Shop(opened_shop(calendar), calendar)
        cast = list(named_customers(shop))
        return cls.of(Crowd(seed, max(0, customers - len(cast)), shop), cast, BLOCKED)

    @classmethod
    def of(cls, crowd: Crowd, cast: Iterable[Customer], blocked: Mapping[str, float]) -> World:
        """A project of a cast and a crowd; `blocked` are ids with the day they were blocked."""
        day = crowd.shop.calendar.day
        world = cls(crowd.shop.catalogue, crowd, {one: day(at) for one, at in blocked.items()})
        for place, customer in enumerate(cast):
            world._keep(customer)
            world._named[customer.id] = place
        return world

    def find(self, name: str) -> Customer | None:
        """The customer with this App User ID or alias, to look at."""
        owner = self._owners.get(name)
        if owner is not None:
            return self._kept[owner]
        number = self.crowd.number_of(name)
        return None if number is None or self._taken(number) else self.crowd.customer(number)

    def to_change(self, name: str) -> Customer | None:
        """The customer with this App User ID or alias, to change in place."""
        customer = self.find(name)
        if customer is not None and customer.id not in self._kept:
            self._keep(customer)
        return customer

    def add(self, customer: Customer) -> None:
        """A new customer, last in the list."""
        self._keep(customer)
        self._created_places[customer.id] = len(self._created)
        self._created.append(customer.id)

    def remove(self, customer: Customer) -> None:
        """Forget a customer and all its names."""
        self._kept.pop(customer.id, None)
        for alias in customer.aliases:
            self._owners.pop(alias, None)
        self._gone.add(customer.id)

    def profiles(self, after: str | None = None) -> Iterator[Profile]:
        """The list of customers behind `after`, at any depth for the same price.

        A cursor that nobody has starts the list again, as the live service does.
        """
        start = 0 if after is None else self._place(after) + 1
        places = range(start, len(self._named) + self.crowd.size + len(self._created))
        named = list(self._named)[start:]
        yield from (self._kept[one].profile for one in named if one not in self._gone)
        for place in places[len(named) :]:
            profile = self._profile_at(place - len(self._named))
            if profile is not None:
                yield profile

    def with_email(self, email: str) -> Iterator[Profile]:
        """Every customer whose `$email` is exactly this."""
        yield from (one.profile for one in self._kept.values() if one.email == email)
        number = self.crowd.with_email(email)
        if number is not None and not self._taken(number):
            yield self.crowd.profile(number)

    def with_store_identifier(self, identifier: str) -> Iterator[Customer]:
        """Customers who may own a store's subscription or purchase: kept ones, then the crowd's."""
        yield from self._kept.values()
        number = self.crowd.with_store_identifier(identifier)
        if number is not None and not self._taken(number):
            yield self.crowd.customer(number)

    def note_listed(self, rows: Iterable[Subscription | Purchase]) -> None:
        """Remember whose these rows are: those of the crowd can't be told by their ids."""
        self._listed |= {row.id: row.customer_id for row in rows}

    def owner_of(self, row_id: str) -> Customer | None:
        """Who has a subscription or purchase; one of the crowd only once it was listed."""
        kept = (one for one in self._kept.values() if _has(one, row_id))
        owner = next(kept, None) or self.find(self._listed.get(row_id, ""))
        return owner if owner is not None and _has(owner, row_id) else None

    def _keep(self, customer: Customer) -> None:
        self._kept[customer.id] = customer
        self._owners |= dict.fromkeys(customer.aliases, customer.id)

    def _taken(self, number: int) -> bool:
        customer_id = self.crowd.id_of(number)
        return customer_id in self._kept or customer_id in self._gone

    def _place(self, customer_id: str) -> int:
        first_created = len(self._named) + self.crowd.size
        if customer_id in self._created_places:
            return first_created + self._created_places[customer_id]
        if customer_id in self._named:
            return self._named[customer_id]
        number = self.crowd.number_of(customer_id)
        return -1 if number is None else len(self._named) + number

    def _profile_at(self, place: int) -> Profile | None:
        if place >= self.crowd.size:
            return self._created_profile(place - self.crowd.size)
        customer_id = self.crowd.id_of(place)
        if customer_id in self._gone:
            return None
        kept = self._kept.get(customer_id)
        return kept.profile if kept else self.crowd.profile(place)

    def _created_profile(self, place: int) -> Profile | None:
        customer_id = self._created[place]
        is_latest = self._created_places[customer_id] == place
        kept = self._kept.get(customer_id)
        return kept.profile if kept and is_latest else None


def _has(customer: Customer, row_id: str) -> bool:
    rows: list[Subscription | Purchase] = [*customer.subscriptions, *customer.purchases]
    return any(row.id == row_id for row in rows)
