"""The many customers without a story, each made from its number whenever it's asked for.

Nothing is stored: number and App User ID can be turned into one another, so a project of a
hundred thousand customers costs no more memory than one of ten.
"""

from __future__ import annotations

import re
from random import Random
from typing import TYPE_CHECKING, Final, NamedTuple

from rctui.demo.catalogue import derived_hex
from rctui.demo.dataset.draft import Draft
from rctui.demo.dataset.store_ids import number_of
from rctui.demo.records import Profile

if TYPE_CHECKING:
    from rctui.demo.dataset.draft import Shop
    from rctui.demo.records import Customer

_KEYS: Final = 2**32
_STRIDE: Final = 2_654_435_761
"""Odd, so that multiplying by it is a permutation of the keys."""
_STRIDE_BACK: Final = pow(_STRIDE, -1, _KEYS)
_ROWS_EACH: Final = 1000
_KEY: Final = re.compile(r"[0-9a-f]{8}")

_FIRST_NAMES: Final = ("amir", "bea", "chloe", "dmitri", "elif", "femi", "grete", "hiro", "ines")
_LAST_NAMES: Final = ("okafor", "silva", "tanaka", "weber", "rossi", "kowalski", "nguyen", "haddad")
_COUNTRIES: Final = ("US", "US", "US", "DE", "GB", "FR", "JP", "BR", "IN", "KR", "NG", None)
_ANONYMOUS: Final = 3


class Habits(NamedTuple):
    """What the many buy, by the shop's own words, and on what; each group in equal parts."""

    subscriptions: tuple[str, ...]
    coins: str
    granted: str
    devices: tuple[tuple[str, str | None], ...]
    """Platform and its version."""
    versions: tuple[str | None, ...]
    """Of the app."""


IN_THE_APPS: Final = Habits(
    subscriptions=("pro_monthly_ios", "pro_monthly_play", "pro_yearly_ios", "plus_weekly_ios"),
    coins="coins_500_play",
    granted="plus",
    devices=(
        ("iOS", "Version 18.2 (Build 22C150)"),
        ("android", "35"),
        ("android", "33"),
        ("web", None),
        ("macOS", "15.1"),
    ),
    versions=("6.4.1", "6.4.0", "6.3.2", "5.9.0"),
)


class Crowd(NamedTuple):
    """`size` customers, numbered from 0, that follow from `seed` and the calendar alone."""

    seed: int
    size: int
    shop: Shop
    habits: Habits = IN_THE_APPS

    def id_of(self, number: int) -> str:
        """The App User ID of a customer."""
        key = self._key(number)
        tail = derived_hex(self.seed, key, digits=24)
        if key % 8 == _ANONYMOUS:
            return f"$RCAnonymousID:{key:08x}{tail}"
        if key % 8 == _ANONYMOUS + 1:
            return f"{key:08x}-{tail[:4]}-4{tail[4:7]}-a{tail[7:10]}-{tail[10:22]}"
        return self._email(key) if key % 8 == _ANONYMOUS + 2 else f"user_{key:08x}"

    def number_of(self, name: str) -> int | None:
        """The customer with this App User ID or alias; none if it isn't one of the crowd."""
        number = self._candidate(name)
        if number is None:
            return None
        known = name == self.id_of(number) or name in self._more_aliases(number)
        return number if known else None

    def with_email(self, email: str) -> int | None:
        """The customer whose `$email` is exactly this."""
        number = self._candidate(email)
        return number if number is not None and self.email(number) == email else None

    def with_store_identifier(self, identifier: str) -> int | None:
        """The customer who may own this store identifier; the rows have the last word."""
        number = number_of(identifier)
        return None if number is None else self._number(number // _ROWS_EACH)

    def email(self, number: int) -> str | None:
        """The `$email` of a customer; not every one has set it."""
        key = self._key(number)
        return None if key % 8 <= _ANONYMOUS and key % 3 == 0 else self._email(key)

    def profile(self, number: int) -> Profile:
        """What the list shows of a customer, without making the rest."""
        random = Random(2 * self._key(number))  # noqa: S311
        first_seen = -random.uniform(1, 900)
        platform, platform_version = random.choice(self.habits.devices)
        return Profile(
            id=self.id_of(number),
            first_seen_at=self.shop.calendar.day(first_seen),
            last_seen_at=self.shop.calendar.day(first_seen * random.random() ** 3),
            app_version=random.choice(self.habits.versions),
            country=random.choice(_COUNTRIES),
            platform=platform,
            platform_version=platform_version,
        )

    def customer(self, number: int) -> Customer:
        """All of a customer."""
        key = self._key(number)
        random = Random(2 * key + 1)  # noqa: S311
        draft = Draft(self.shop, self.id_of(number)).numbered(key * _ROWS_EACH)
        draft.customer.profile = self.profile(number)
        draft.customer.aliases = {draft.customer.id: draft.customer.profile.first_seen_at}
        draft.known_as(*self._more_aliases(number), since=-random.uniform(0.1, 1))
        email = self.email(number)
        if email:
            draft.reachable(email)
        _live_through(draft, random, self.habits)
        return draft.customer

    def _more_aliases(self, number: int) -> list[str]:
        key = self._key(number)
        tails = (derived_hex(self.seed, key, n, digits=24) for n in range(key % 4))
        return [f"$RCAnonymousID:{key:08x}{tail}" for tail in tails]

    def _candidate(self, name: str) -> int | None:
        found = _KEY.search(name)
        return self._number(int(found[0], 16)) if found else None

    def _key(self, number: int) -> int:
        return ((number + 1 + self.seed * 7919) * _STRIDE) % _KEYS

    def _number(self, key: int) -> int | None:
        number = (key * _STRIDE_BACK - 1 - self.seed * 7919) % _KEYS
        return number if number < self.size else None

    def _email(self, key: int) -> str:
        first = _FIRST_NAMES[key % len(_FIRST_NAMES)]
        last = _LAST_NAMES[key // 16 % len(_LAST_NAMES)]
        return f"{first}.{last}.{key:08x}@example.com"


def _live_through(draft: Draft, random: Random, habits: Habits) -> None:
    product = random.choice(habits.subscriptions)
    turn = random.random()
    if turn < 0.3:
        renewal = "will_renew" if turn < 0.24 else "will_not_renew"
        since = -random.uniform(1, 400)
        draft.subscribed(product, since=since, until=random.uniform(0.5, 28), renewal=renewal)
    elif turn < 0.55:
        ended = -random.uniform(1, 300)
        draft.subscribed(product, since=ended - 60, until=ended, status="expired")
        draft.amended(auto_renewal_status="will_not_renew")
    if random.random() < 0.2:
        draft.bought(habits.coins, on=-random.uniform(1, 200))
        draft.holding(GLD=random.randrange(5, 900))
    if random.random() < 0.03:
        draft.granted(habits.granted, since=-3, until=random.uniform(2, 60))
