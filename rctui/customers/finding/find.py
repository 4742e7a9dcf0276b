"""Find: typed or pasted text becomes requests, and their answers one result."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from rctui.api.errors import ApiError, NotFound
from rctui.api.rate_limits import RateDomain
from rctui.customers.finding.lookup import (
    ATTEMPTS_AT_MOST,
    GetCustomer,
    SearchStore,
    plan,
    recognise,
)
from rctui.customers.finding.matches import Hit, Match, StoreRow, led_nowhere, matches_of
from rctui.customers.reads import OpenCustomer
from rctui.text.safe_text import SafeText, label, phrase, safe

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rctui.api.models.purchase import Purchase
    from rctui.api.models.subscription import Subscription
    from rctui.api.reader import CustomerReader
    from rctui.customers.finding.lookup import Attempt

AT_ONCE = 3
"""Requests of one search that are under way at the same time."""


@dataclass(frozen=True, slots=True)
class Tried:
    """One request of a search, in words."""

    what: SafeText
    outcome: SafeText


@dataclass(frozen=True, slots=True)
class Found:
    """Everything that a search has to say."""

    text: str
    matches: tuple[Match, ...]
    tried: tuple[Tried, ...]
    refused: tuple[SafeText, ...]
    """Ids that RevenueCat never accepts, explained without a request."""
    missed: tuple[SafeText, ...] = ()
    """What the text names besides, and nobody was found by."""


@dataclass(frozen=True, slots=True)
class FindCustomers:
    """Recognise what a text holds and try what fits: at most three requests at once, six in all."""

    text: str
    is_choice: bool = False
    """Whether one match is to be told apart too: others are looked for elsewhere."""
    customer_id: ClassVar[None] = None
    domain: ClassVar[RateDomain] = RateDomain.CUSTOMER_INFORMATION

    async def run(self, reader: CustomerReader) -> Found:
        """Try every candidate. Raises ApiError where all attempts failed for one reason."""
        recognition = recognise(self.text)
        attempts = plan(recognition.candidates)
        gate = asyncio.Semaphore(AT_ONCE)
        ends = await asyncio.gather(*(_end_of(reader, attempt, gate) for attempt in attempts))
        _raise_if_nothing_was_answered(ends)
        refused = tuple(phrase("{}: {}", safe(r.value), safe(r.why)) for r in recognition.refused)
        tried = tuple(Tried(_what(end.attempt), end.outcome) for end in ends)
        matches = matches_of((end.attempt, hit) for end in ends for hit in end.hits)
        is_choice = self.is_choice or len(matches) > 1
        thin = [one for one in matches if not one.whole and (is_choice or one.by_store)]
        matches = await _told_apart(reader, matches, thin[: ATTEMPTS_AT_MOST - len(ends)], gate)
        led = [end.attempt for end in ends if end.hits]
        missed = tuple(led_nowhere(recognition.candidates, attempts, led))
        return Found(self.text, matches, tried, refused, missed)


@dataclass(frozen=True, slots=True)
class _End:
    attempt: Attempt
    hits: tuple[Hit, ...] = ()
    error: ApiError | None = None

    @property
    def outcome(self) -> SafeText:
        if isinstance(self.error, NotFound):
            return label("no such customer")
        if self.error is not None:
            return safe(self.error.message)
        return phrase("{} found", len(self.hits)) if self.hits else label("none")


async def _end_of(reader: CustomerReader, attempt: Attempt, gate: asyncio.Semaphore) -> _End:
    async with gate:
        try:
            return _End(attempt, await _hits(reader, attempt))
        except ApiError as error:
            return _End(attempt, error=error)


async def _hits(reader: CustomerReader, attempt: Attempt) -> tuple[Hit, ...]:
    if isinstance(attempt, GetCustomer):
        return (Hit(await OpenCustomer(attempt.customer_id).run(reader)),)
    if isinstance(attempt, SearchStore):
        return await _hits_of_store(reader, attempt)
    page = await reader.search_customers(attempt.email)
    return tuple(Hit(customer) for customer in page.records)


async def _hits_of_store(reader: CustomerReader, attempt: SearchStore) -> tuple[Hit, ...]:
    """Whom the rows with a store's id belong to: their ids, nothing more is told."""
    from rctui.api.models.customer import Customer

    rows: Iterable[Subscription | Purchase]
    if attempt.among == "subscriptions":
        rows = (await reader.search_subscriptions(attempt.store_id)).records
    else:
        rows = (await reader.search_purchases(attempt.store_id)).records
    first: dict[str, StoreRow] = {}
    for row in rows:
        if row.customer_id:
            found = StoreRow(attempt.store_id, attempt.among, row.id, row.product_id or "")
            first.setdefault(row.customer_id, found)
    return tuple(Hit(Customer(id=one), row) for one, row in first.items())


def _raise_if_nothing_was_answered(ends: Iterable[_End]) -> None:
    errors = [end.error for end in ends]
    real = [error for error in errors if error is not None and not isinstance(error, NotFound)]
    if real and len(real) == len(errors):
        raise real[0]


async def _told_apart(
    reader: CustomerReader, matches: tuple[Match, ...], thin: list[Match], gate: asyncio.Semaphore
) -> tuple[Match, ...]:
    """Several matches are a choice: ask who has access, of those that don't say so yet."""
    wholes = await asyncio.gather(*(_whole(reader, match, gate) for match in thin))
    by_id = {match.customer.id: match for match in wholes}
    return tuple(by_id.get(match.customer.id, match) for match in matches)


async def _whole(reader: CustomerReader, match: Match, gate: asyncio.Semaphore) -> Match:
    async with gate:
        try:
            customer = await OpenCustomer(match.customer.id).run(reader)
        except ApiError:
            return match  # it can still be opened, and says there what is wrong
    return replace(match, customer=customer, whole=True)


def _what(attempt: Attempt) -> SafeText:
    if isinstance(attempt, GetCustomer):
        return phrase("App User ID {}", safe(attempt.customer_id))
    if isinstance(attempt, SearchStore):
        return phrase("store id {} among {}", safe(attempt.store_id), safe(attempt.among))
    return phrase("e-mail {} (exact match of $email)", safe(attempt.email))
