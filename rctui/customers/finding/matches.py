"""Who was found, and by which clue: what the answers of one search come to."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from rctui.customers.finding.lookup import GetCustomer, SearchStore
from rctui.text.safe_text import SafeText, join, label, phrase, safe

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rctui.api.models.customer import Customer
    from rctui.customers.finding.lookup import Attempt, Candidate


class StoreRow(NamedTuple):
    """The subscription or purchase that a store's order or transaction id stands for."""

    store_id: str
    """What was looked for."""
    among: Literal["subscriptions", "purchases"]
    row_id: str
    product_id: str


class Hit(NamedTuple):
    """A customer in an answer, with the row that named them, if one did."""

    customer: Customer
    row: StoreRow | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """A customer that was found, and what they were asked for by."""

    customer: Customer
    asked: str
    """The id or e-mail asked for. An alias finds a customer whose id is another."""
    by: SafeText
    """Every clue that led here, in words."""
    by_store: bool = False
    """Whether a store's order or transaction id alone named them; nothing else is known then."""
    whole: bool = False
    """Whether the answer holds what a customer's screen starts with; search results are thinner."""
    row: StoreRow | None = None
    """What a store's order or transaction id stands for, where one was looked for."""


def matches_of(hits: Iterable[tuple[Attempt, Hit]]) -> tuple[Match, ...]:
    """Each customer once; last those that share an e-mail alone, which many customers can."""
    found: dict[str, Match] = {}
    for attempt, hit in hits:
        match, known = _match(attempt, hit), found.get(hit.customer.id)
        found[hit.customer.id] = match if known is None else _both(known, match)
    return tuple(sorted(found.values(), key=lambda one: one.row is None and not one.whole))


def _both(known: Match, other: Match) -> Match:
    """One customer, found by two requests: the fuller answer, and every clue."""
    fuller = other if other.whole and not known.whole else known
    clues = dict.fromkeys(one.by for one in (known, other))
    return replace(
        fuller,
        by=join(", ", list(clues)),
        by_store=known.by_store and other.by_store,
        row=known.row or other.row,
    )


def _match(attempt: Attempt, hit: Hit) -> Match:
    customer = hit.customer
    if isinstance(attempt, SearchStore):
        by = safe(attempt.store_id)
        return Match(customer, customer.id, by, by_store=True, row=hit.row)
    if isinstance(attempt, GetCustomer):
        is_own = attempt.customer_id == customer.id
        by = label("App User ID") if is_own else phrase("alias {}", safe(attempt.customer_id))
        return Match(customer, attempt.customer_id, by, whole=True)
    return Match(customer, attempt.email, safe(attempt.email))


_GUESSED: Final = frozenset({"a word of letters and digits", "stands alone on its line"})


def led_nowhere(
    candidates: Iterable[Candidate], attempts: Sequence[Attempt], hit: Iterable[Attempt]
) -> Iterator[SafeText]:
    """What a text names and nobody was found by, in words; guesses among its words are not told."""
    tried, led = {_value(one) for one in attempts}, {_value(one) for one in hit}
    for candidate in each_once(candidates):
        value = candidate.value.lower()
        if candidate.why in _GUESSED or any(one in value or value in one for one in led):
            continue
        shown = safe(candidate.value, limit=60)
        yield shown if value in tried else phrase("{} (not tried)", shown)


def each_once(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """What a text names, without the longer forms of the same: an order's renewal, a whole line."""
    every = tuple(candidates)
    return tuple(
        one
        for one in every
        if not any(other is not one and other.value in one.value for other in every)
    )


def _value(attempt: Attempt) -> str:
    if isinstance(attempt, SearchStore):
        return attempt.store_id.lower()
    if isinstance(attempt, GetCustomer):
        return attempt.customer_id.lower()
    return attempt.email.lower()
