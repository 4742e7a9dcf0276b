"""Watching a customer: what one look shows, and what has changed since the one before. Pure.

A list that could not be read tells nothing: what was in it before has not gone.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, ClassVar, Final

from rctui.api.errors import ApiError, NotFound
from rctui.api.paging import all_pages
from rctui.api.rate_limits import RateDomain
from rctui.customers.api_words import STATUSES, word
from rctui.customers.verdicts.sources import via
from rctui.text import moments
from rctui.text.safe_text import SafeText, label, phrase, safe

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rctui.api.reader import CustomerReader
    from rctui.customers.verdicts.access import Viewpoint

REQUESTS: Final = 5
"""Of one look at most, where every list has one page."""
_PAGES_AT_MOST: Final = 10

Seen = Mapping[str, Any] | None
"""Rows by what tells them apart; `None` where they could not be read."""


@dataclass(frozen=True, slots=True)
class Glimpse:
    """One look at a customer."""

    exists: bool = True
    entitlements: Seen = None
    """Entitlement ids, and when each ends in ms; `None` is never."""
    subscriptions: Seen = None
    """Subscription ids and their rows."""
    purchases: Seen = None
    aliases: Seen = None
    attributes: Seen = None
    balances: Seen = None

    @property
    def unread(self) -> tuple[str, ...]:
        """The parts that could not be read."""
        return tuple(one.name for one in fields(self) if getattr(self, one.name) is None)


@dataclass(frozen=True, slots=True)
class TakeGlimpse:
    """Reads what a watch compares. What can't be read is left out; raises ApiError for all."""

    customer_id: str
    turn: int
    """Which look it is: two are never joined."""
    domain: ClassVar[RateDomain] = RateDomain.CUSTOMER_INFORMATION

    async def run(self, reader: CustomerReader) -> Glimpse:
        """Look once. A customer who is gone is a look too."""
        try:
            customer = await reader.get_customer(self.customer_id, expand_attributes=True)
        except NotFound:
            return Glimpse(exists=False)
        told = customer.active_entitlements
        held = customer.attributes
        lists = await asyncio.gather(
            _rows(reader.list_subscriptions, self.customer_id, lambda row: row.id),
            _rows(reader.list_purchases, self.customer_id, lambda row: row.id),
            _rows(reader.list_aliases, self.customer_id, lambda row: row.id),
            _rows(reader.list_virtual_currencies, self.customer_id, lambda row: row.currency_code),
        )
        balances = lists[3]
        return Glimpse(
            entitlements=None
            if told is None
            else {o.entitlement_id: o.expires_at for o in told.records},
            subscriptions=lists[0],
            purchases=lists[1],
            aliases=lists[2],
            attributes=None if held is None else {o.name: o.value for o in held.records},
            balances=None if balances is None else {c: row.balance for c, row in balances.items()},
        )


async def _rows(
    listed: Callable[..., Any], customer_id: str, name: Callable[[Any], str]
) -> dict[str, Any] | None:
    rows: dict[str, Any] = {}
    try:
        async for page in all_pages(
            lambda cursor: listed(customer_id, starting_after=cursor), at_most=_PAGES_AT_MOST
        ):
            if page.cut_short or page.unreadable:
                return None
            rows |= {name(row): row for row in page.records}
    except ApiError:
        return None
    return rows


def changes_between(before: Glimpse, now: Glimpse, view: Viewpoint) -> tuple[SafeText, ...]:
    """What is different now, in words, one line each."""
    if before.exists != now.exists:
        return (
            label("the customer is there again") if now.exists else label("the customer is gone"),
        )
    told: list[SafeText] = []
    for part, words in _WORDS.items():
        told += _differences(getattr(before, part), getattr(now, part), words, view)
    return tuple(told)


@dataclass(frozen=True, slots=True)
class _Words:
    """How the changes of one part are said."""

    name: Callable[[str, Any, Viewpoint], SafeText]
    state: Callable[[Any, Viewpoint], SafeText]
    came: SafeText = label("appeared")
    went: SafeText = label("is gone")


def _differences(before: Seen, now: Seen, words: _Words, view: Viewpoint) -> Iterator[SafeText]:
    if before is None or now is None:
        return
    for key in now.keys() - before.keys():
        state = words.state(now[key], view)
        yield phrase("{} {}{}", words.name(key, now[key], view), words.came, _behind(state))
    for key in before.keys() - now.keys():
        yield phrase("{} {}", words.name(key, before[key], view), words.went)
    for key in before.keys() & now.keys():
        was, has = words.state(before[key], view), words.state(now[key], view)
        if was != has:
            yield phrase("{}: {} → {}", words.name(key, now[key], view), was, has)


def _behind(state: SafeText) -> SafeText:
    return phrase(" ({})", state) if state.plain else state


def _until(end: int | None, view: Viewpoint) -> SafeText:
    return label("no end") if end is None else phrase("until {}", moments.minute(end, view.zone))


def _row_state(row: Any, view: Viewpoint) -> SafeText:
    status = word(STATUSES, row.status)
    ends = getattr(row, "current_period_ends_at", None)
    access = getattr(row, "gives_access", None)
    parts = status if ends is None else phrase("{}, {}", status, _until(ends, view))
    return parts if access is not False else phrase("{}, no access", parts)


_WORDS: Final[Mapping[str, _Words]] = {
    "entitlements": _Words(
        lambda key, _, view: phrase("entitlement {}", view.names.of(key)),
        _until,
        went=label("ended"),
    ),
    "subscriptions": _Words(
        lambda _, row, view: phrase("subscription {}", via(row, view)), _row_state
    ),
    "purchases": _Words(lambda _, row, view: phrase("purchase {}", via(row, view)), _row_state),
    "aliases": _Words(lambda key, _, __: phrase("alias {}", safe(key)), lambda _, __: label("")),
    "attributes": _Words(
        lambda key, _, __: phrase("attribute {}", safe(key)),
        lambda value, _: phrase('"{}"', safe(value)) if value else label("not set"),
    ),
    "balances": _Words(
        lambda key, _, __: phrase("balance of {}", safe(key)),
        lambda value, _: label("not told") if value is None else phrase("{}", value),
    ),
}
