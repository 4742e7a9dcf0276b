"""Two customers side by side: the same things on one line, and what differs first. Pure.

A part that could not be read on one side is said to be so there; it is never "none".
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, Any, Final

from rctui.customers.api_words import STATUSES, STORES, word
from rctui.customers.environments import badge
from rctui.customers.sections import Section
from rctui.customers.verdicts.loaded import TITLES, is_whole, records_of, shortfall
from rctui.customers.verdicts.reasons import explain
from rctui.customers.verdicts.sources import is_grant, is_shared, product_name
from rctui.text import moments
from rctui.text.safe_text import SafeText, join, label, phrase, safe, whole_id

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from rctui.customers.sections import SectionState
    from rctui.customers.verdicts.access import Viewpoint
    from rctui.customers.verdicts.facts import Facts
    from rctui.customers.verdicts.verdict import Verdict

NONE: Final = label("none")


class Likeness(IntEnum):
    """How two sides stand to each other; the lowest is shown first."""

    DIFFERENT = 0
    NOT_KNOWN = 1
    """One side could not be read, or not all of it."""
    SAME = 2

    @property
    def words(self) -> SafeText:
        """In a word."""
        return _LIKENESS_WORDS[self]


_LIKENESS_WORDS: Final = {
    Likeness.DIFFERENT: label("differs"),
    Likeness.NOT_KNOWN: label("can't tell"),
    Likeness.SAME: label("same"),
}


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """One thing that both customers have, or could have."""

    topic: SafeText
    what: SafeText
    left: SafeText
    right: SafeText
    likeness: Likeness


@dataclass(frozen=True, slots=True)
class Side:
    """One customer as far as loaded, and from where their names are said."""

    facts: Facts
    view: Viewpoint

    @property
    def verdict(self) -> Verdict:
        """Access or not, and why."""
        return explain(self.facts, self.view)


def compared(left: Side, right: Side) -> tuple[ComparedRow, ...]:
    """Every line, what differs first; within that access comes first, and the person last."""
    rows = [row for compare in _TOPICS for row in compare(left, right)]
    return tuple(sorted(rows, key=lambda row: row.likeness))


def same_customer(left: Facts, right: Facts) -> bool:
    """Whether both are one customer: an id of one is an id or alias of the other."""
    return bool(left.own_ids & right.own_ids)


def _row(topic: SafeText, what: SafeText, left: SafeText, right: SafeText) -> ComparedRow:
    return ComparedRow(
        topic, what, left, right, Likeness.SAME if left == right else Likeness.DIFFERENT
    )


def _person(left: Side, right: Side) -> Iterable[ComparedRow]:
    for title, words in _FIELDS:
        yield _row(label("Customer"), title, words(left), words(right))


def _seen(name: str) -> Callable[[Side], SafeText]:
    def words(side: Side) -> SafeText:
        ms = getattr(side.facts.customer, name)
        return label("not told") if ms is None else moments.minute(ms, side.view.zone)

    return words


def _told(name: str) -> Callable[[Side], SafeText]:
    def words(side: Side) -> SafeText:
        value = getattr(side.facts.customer, name)
        return safe(value) if value else label("not told")

    return words


_FIELDS: Final = (
    (label("first seen"), _seen("first_seen_at")),
    (label("last seen"), _seen("last_seen_at")),
    (label("platform"), _told("last_seen_platform")),
    (label("app version"), _told("last_seen_app_version")),
    (label("country"), _told("last_seen_country")),
)


def _entitlements(left: Side, right: Side) -> Iterable[ComparedRow]:
    topic, ends = label("Entitlement"), (_ends(left), _ends(right))
    for key in sorted({*(ends[0] or {}), *(ends[1] or {})}):
        told = [_end(one, key, side.view) for one, side in zip(ends, (left, right), strict=True)]
        row = _row(topic, left.view.names.of(key), told[0], told[1])
        yield row if None not in ends else _unknown(row)


def _ends(side: Side) -> dict[str, int | None] | None:
    told = side.facts.customer.active_entitlements
    return None if told is None else {one.entitlement_id: one.expires_at for one in told.records}


def _end(ends: dict[str, int | None] | None, key: str, view: Viewpoint) -> SafeText:
    if ends is None:
        return label("not told")
    if key not in ends:
        return NONE
    end = ends[key]
    return label("no end") if end is None else phrase("until {}", moments.minute(end, view.zone))


def _unknown(row: ComparedRow) -> ComparedRow:
    return ComparedRow(row.topic, row.what, row.left, row.right, Likeness.NOT_KNOWN)


@dataclass(frozen=True, slots=True)
class _List:
    """A list whose rows are told apart by a name, each with a state."""

    section: Section
    topic: SafeText
    state: Callable[[Facts], SectionState[Any]]
    name: Callable[[Any, Viewpoint], SafeText]
    words: Callable[[Any, Viewpoint], SafeText]

    def __call__(self, left: Side, right: Side) -> Iterable[ComparedRow]:
        states = [self.state(one.facts) for one in (left, right)]
        sides = [self._rows(state, side) for state, side in zip(states, (left, right), strict=True)]
        whole = all(is_whole(state) for state in states)
        for name in sorted({*sides[0], *sides[1]}, key=lambda one: one.plain):
            row = _row(self.topic, name, self._cell(sides[0], name), self._cell(sides[1], name))
            missing = name not in sides[0] or name not in sides[1]
            yield _unknown(row) if missing and not whole else row
        if not whole:
            gaps = (self._gap(states[0], left), self._gap(states[1], right))
            title = TITLES[self.section]
            yield ComparedRow(self.topic, title, gaps[0], gaps[1], Likeness.NOT_KNOWN)

    def _rows(self, state: SectionState[Any], side: Side) -> dict[SafeText, SafeText]:
        told: dict[SafeText, list[SafeText]] = {}
        for row in records_of(state):
            told.setdefault(self.name(row, side.view), []).append(self.words(row, side.view))
        return {name: _together(words) for name, words in told.items()}

    def _cell(self, rows: dict[SafeText, SafeText], name: SafeText) -> SafeText:
        return rows.get(name, NONE)

    def _gap(self, state: SectionState[Any], side: Side) -> SafeText:
        return shortfall(state, self.section, side.view.zone) or label("all loaded")


def _together(words: list[SafeText]) -> SafeText:
    """Several rows of one name: each state with how often it is there."""
    counted = Counter(words)
    return join(", ", [one if n == 1 else phrase("{} x {}", n, one) for one, n in counted.items()])


def _row_name(row: Any, view: Viewpoint) -> SafeText:
    """The product first, which tells rows apart where the column is narrow."""
    place = phrase("{} {}", word(STORES, row.store), badge(row.environment))
    if is_grant(row):
        return place
    shared = label(", family shared") if is_shared(row) else label("")
    return phrase("{}, {}{}", product_name(row, view), place, shared)


def _row_state(row: Any, view: Viewpoint) -> SafeText:
    status = word(STATUSES, row.status)
    ends = getattr(row, "current_period_ends_at", None)
    return status if ends is None else phrase("{}, {}", status, moments.minute(ends, view.zone))


def _balance(row: Any, _view: Viewpoint) -> SafeText:
    return label("not told") if row.balance is None else phrase("{}", row.balance)


def _value(row: Any, _view: Viewpoint) -> SafeText:
    return phrase('"{}"', safe(row.value)) if row.value else label("not set")


_TOPICS: Final[tuple[Callable[[Side, Side], Iterable[ComparedRow]], ...]] = (
    _entitlements,
    _List(
        Section.SUBSCRIPTIONS,
        label("Subscription"),
        lambda f: f.subscriptions,
        _row_name,
        _row_state,
    ),
    _List(Section.PURCHASES, label("Purchase"), lambda f: f.purchases, _row_name, _row_state),
    _List(
        Section.CURRENCIES,
        label("Balance"),
        lambda f: f.currencies,
        lambda row, _: safe(row.currency_code),
        _balance,
    ),
    _List(
        Section.ALIASES,
        label("Alias"),
        lambda f: f.aliases,
        lambda row, _: whole_id(row.id),
        lambda _row, _view: label("yes"),
    ),
    _List(
        Section.ATTRIBUTES,
        label("Attribute"),
        lambda f: f.attributes,
        lambda row, _: safe(row.name),
        _value,
    ),
    _person,
)
