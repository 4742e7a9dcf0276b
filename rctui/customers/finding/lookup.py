"""Find's understanding of text: what it may stand for, and which requests are worth trying.

Nothing here asks the network. RevenueCat has no fuzzy search: a customer is found by one of
their App User IDs, letter for letter, or by an e-mail that equals their `$email`.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Final, Literal

from rctui.customers.finding.recognise_addresses import addressed_candidates
from rctui.customers.finding.recognise_cleaning import cleaned, percent_decoded, visible
from rctui.customers.finding.recognise_legality import LONGEST_ID, is_legal, refusal_of
from rctui.customers.finding.recognise_shapes import kind_of, shape_of, shaped_candidates
from rctui.customers.finding.recognise_tickets import named_candidates, worded_candidates
from rctui.customers.finding.recognised import (
    Candidate,
    CandidateKind,
    Recognition,
    RefusedId,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

__all__ = [
    "Attempt",
    "Candidate",
    "CandidateKind",
    "GetCustomer",
    "Recognition",
    "RefusedId",
    "SearchEmail",
    "SearchStore",
    "plan",
    "recognise",
]

CANDIDATES_AT_MOST: Final = 20
ATTEMPTS_AT_MOST: Final = 6
"""Requests of one search, however much was pasted."""

_WORDS_OF_AN_ID: Final = 5
"""An App User ID may hold blanks; a line of more words is a sentence, and tried last."""
_ONE_VALUE_AT_MOST: Final = 3 * LONGEST_ID
_CALLED_AN_ID: Final = ("the text calls it an id", "the customer that this address names")


@dataclass(frozen=True, slots=True)
class GetCustomer:
    """Ask for the customer with this App User ID; aliases work too."""

    customer_id: str


@dataclass(frozen=True, slots=True)
class SearchEmail:
    """Ask for the customers whose `$email` equals this."""

    email: str


@dataclass(frozen=True, slots=True)
class SearchStore:
    """Ask for the subscriptions, or the purchases, with this order or transaction id."""

    store_id: str
    among: Literal["subscriptions", "purchases"]


Attempt = GetCustomer | SearchEmail | SearchStore


def recognise(text: str) -> Recognition:
    """What a typed or pasted text may stand for. Never raises, whatever the text."""
    typed = text.strip()
    found = list(_suggestions(typed))
    return Recognition(_distinct(found), _refused(typed, found))


def plan(candidates: Iterable[Candidate]) -> tuple[Attempt, ...]:
    """Which requests to try, in order: every candidate's first before any candidate's second."""
    ways = [_attempts(candidate) for candidate in candidates]
    rounds = range(max(map(len, ways), default=0))
    ordered = tuple(dict.fromkeys(way[turn] for turn in rounds for way in ways if turn < len(way)))
    by_store = any(isinstance(attempt, SearchStore) for attempt in ordered)
    # A store's answer names a customer, who must then be asked for.
    return ordered[: ATTEMPTS_AT_MOST - 1 if by_store else ATTEMPTS_AT_MOST]


def _attempts(candidate: Candidate) -> tuple[Attempt, ...]:
    value = candidate.value
    if candidate.kind is CandidateKind.STORE_ORDER_ID:
        return _store_attempts(value)
    if candidate.kind is not CandidateKind.EMAIL:
        return (GetCustomer(value),)
    searches = dict.fromkeys((SearchEmail(value), SearchEmail(value.lower())))
    return (*searches, GetCustomer(value))


def _store_attempts(value: str) -> tuple[Attempt, ...]:
    """Digits alone may well be an App User ID; no other order id is one."""
    by_store = (SearchStore(value, "subscriptions"), SearchStore(value, "purchases"))
    as_customer = GetCustomer(value)
    return (as_customer, *by_store) if value.isdigit() else (*by_store, as_customer)


def _suggestions(typed: str) -> Iterator[Candidate]:
    addressed = list(addressed_candidates(visible(typed)))
    yield from addressed
    if len(typed) <= _ONE_VALUE_AT_MOST and len(typed.split()) == 1:
        yield from () if addressed else _one_value(typed)
    else:
        yield from _many_words(typed, visible(typed))


def _one_value(typed: str) -> Iterator[Candidate]:
    """A value as typed, cleaned and decoded; forms whose looks tell what they are come first."""
    if refusal_of(typed) or refusal_of(cleaned(typed)):
        return
    forms = [_as_typed(typed), Candidate(*_kind_and(cleaned(typed)), None, "without wrapping")]
    decoded = percent_decoded(cleaned(typed))
    if decoded is not None:
        forms.append(Candidate(*_kind_and(decoded), None, "percent-decoded"))
    forms += shaped_candidates(visible(typed)) if "@" not in cleaned(typed) else ()
    forms += named_candidates(visible(typed))
    yield from sorted(forms, key=lambda form: shape_of(form.value) is None)


def _many_words(typed: str, text: str) -> Iterator[Candidate]:
    """A ticket or a sentence: what it names, what has a shape, the line itself, then guesses."""
    line = () if "\n" in typed else (_as_typed(typed),)
    named, shaped, worded = named_candidates(text), shaped_candidates(text), worded_candidates(text)
    if len(typed.split()) > _WORDS_OF_AN_ID:
        return chain(named, shaped, worded, line)
    return chain(named, shaped, line, worded)


def _as_typed(typed: str) -> Candidate:
    return Candidate(*_kind_and(typed), None, "as typed")


def _kind_and(value: str) -> tuple[CandidateKind, str]:
    return kind_of(value), value


def _distinct(found: Iterable[Candidate]) -> tuple[Candidate, ...]:
    by_value: dict[str, Candidate] = {}
    for candidate in found:
        if candidate.value == candidate.value.strip() and is_legal(candidate.value):
            by_value.setdefault(candidate.value, candidate)
    return tuple(by_value.values())[:CANDIDATES_AT_MOST]


def _refused(typed: str, found: Sequence[Candidate]) -> tuple[RefusedId, ...]:
    """What the text itself calls an id, or is as a whole, and no customer can have."""
    named = [candidate.value for candidate in found if candidate.why in _CALLED_AN_ID]
    whole = [typed, cleaned(typed)] if not named and not _distinct(found) else []
    values = dict.fromkeys(named + whole[: 2 if len(typed.split()) == 1 else 1])
    refused = ((value, refusal_of(value)) for value in values if len(value) <= _ONE_VALUE_AT_MOST)
    return tuple(RefusedId(value, why) for value, why in refused if why is not None)
