"""What a rule of the second stage is: a pure function of what was loaded, and its name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from rctui.customers.api_words import RENEWALS, STATUSES, word
from rctui.customers.environments import badge, is_sandbox
from rctui.customers.verdicts.own_grant import own_grant_words, unlisted_grants
from rctui.customers.verdicts.sources import (
    as_purchase,
    as_subscription,
    attached,
    sources_by_entitlement,
    via,
)
from rctui.customers.verdicts.verdict import Access, Verdict
from rctui.text import moments
from rctui.text.safe_text import SafeText, join, label, phrase, safe

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from rctui.api.models.active_entitlement import CustomerEntitlement
    from rctui.api.models.purchase import Purchase
    from rctui.api.models.subscription import Subscription
    from rctui.customers.verdicts.access import Viewpoint
    from rctui.customers.verdicts.facts import Facts
    from rctui.customers.verdicts.sources import Source


EVIDENCE_AT_MOST: Final = 20
"""Rows that a verdict names; the others are counted."""


@dataclass(frozen=True, slots=True)
class Case:
    """What a rule looks at."""

    facts: Facts
    view: Viewpoint
    sources: Mapping[str, tuple[Source, ...]]
    """What gives each entitlement, the row that matters most first."""

    @classmethod
    def of(cls, facts: Facts, view: Viewpoint) -> Case:
        """The case that these facts make."""
        return cls(facts, view, sources_by_entitlement(facts))

    @property
    def active(self) -> tuple[CustomerEntitlement, ...]:
        """The readable active entitlements."""
        entitlements = self.facts.customer.active_entitlements
        return entitlements.records if entitlements else ()

    @property
    def main_sources(self) -> list[Source]:
        """What gives each active entitlement, the row that matters most of each."""
        found = [self.sources.get(record.entitlement_id, ()) for record in self.active]
        return [sources[0] for sources in found if sources]

    @property
    def all_sources(self) -> list[Source]:
        """Every row that gives an active entitlement, once."""
        found = [self.sources.get(record.entitlement_id, ()) for record in self.active]
        return list({source.id: source for sources in found for source in sources}.values())

    @property
    def own_grants(self) -> tuple[SafeText, ...]:
        """Our own grants behind active entitlements that no row gives yet, as evidence."""
        return tuple(
            phrase("own journal: {}", own_grant_words(grant, self.view))
            for grant in unlisted_grants(self.facts)
        )

    def first(self, holds: Callable[[Subscription], bool]) -> Subscription | None:
        """The first subscription for which it holds; those of the sandbox come last."""
        rows = sorted(self.facts.subscription_rows, key=lambda row: is_sandbox(row.environment))
        return next((row for row in rows if holds(row)), None)

    def day(self, ms: int | None) -> SafeText:
        """A day for a sentence."""
        return label("a date not told") if ms is None else moments.day(ms, self.view.zone)

    def via(self, source: Source) -> SafeText:
        """What a row is, for a sentence."""
        return via(source, self.view)

    def row(self, source: Source) -> SafeText:
        """A row as evidence."""
        return row_words(source, self.view)

    def rows(self, sources: Iterable[Source]) -> tuple[SafeText, ...]:
        """Rows as evidence."""
        return tuple(self.row(source) for source in sources)


@dataclass(frozen=True, slots=True)
class Said:
    """What a rule has to say."""

    sentence: SafeText
    evidence: tuple[SafeText, ...] = ()
    next_step: SafeText = label("")


@dataclass(frozen=True, slots=True)
class Rule:
    """One line of a table of rules."""

    id: str
    """Kebab-case."""
    speak: Callable[[Case], Said | None]
    """What it has to say about a case, or `None`."""


def verdict_of(rule: Rule, access: Access, case: Case) -> Verdict | None:
    """What a rule says, with whatever the loaded parts leave open added to its evidence."""
    said = rule.speak(case)
    if said is None:
        return None
    evidence = (*_shortened(said.evidence), *case.own_grants, *case.facts.missing(case.view.zone))
    return Verdict(access, said.sentence, evidence, rule.id, said.next_step)


def _shortened(evidence: tuple[SafeText, ...]) -> tuple[SafeText, ...]:
    left = len(evidence) - EVIDENCE_AT_MOST
    if left <= 0:
        return evidence
    return (*evidence[:EVIDENCE_AT_MOST], phrase("{} more rows", left))


def row_words(source: Source, view: Viewpoint) -> SafeText:
    """A subscription or purchase in one line, its id first."""
    subscription, purchase = as_subscription(source), as_purchase(source)
    parts = [phrase("{} {}", badge(source.environment), via(source, view))]
    if subscription is not None:
        parts += _subscription_parts(subscription, view)
    if purchase is not None:
        parts += _purchase_parts(purchase, view)
    names = [view.names.of(entitlement.id) for entitlement in attached(source)]
    parts.append(phrase("gives {}", join(", ", names)) if names else label("gives no entitlement"))
    kind = label("subscription") if subscription is not None else label("purchase")
    return phrase("{} {}: {}", kind, safe(source.id), join(" · ", parts))


def _subscription_parts(row: Subscription, view: Viewpoint) -> list[SafeText]:
    access = {True: label("access: yes"), False: label("access: no")}
    parts = [word(STATUSES, row.status), word(RENEWALS, row.auto_renewal_status)]
    if row.current_period_ends_at is not None:
        ends = moments.minute(row.current_period_ends_at, view.zone)
        parts.append(phrase("period ends {}", ends))
    known = row.gives_access is not None
    parts.append(access[row.gives_access is True] if known else label("access: not told"))
    return parts


def _purchase_parts(row: Purchase, view: Viewpoint) -> list[SafeText]:
    parts = [word(STATUSES, row.status)]
    if row.purchased_at is not None:
        parts.append(phrase("bought {}", moments.minute(row.purchased_at, view.zone)))
    return parts
