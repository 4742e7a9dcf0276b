"""What happened to a customer, derived from the dates on record: RevenueCat's API gives no log.

Only dates that the loaded rows carry: of a subscription that renewed twenty times, the start and
the current period are known and the renewals between them are not.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from rctui.customers import money
from rctui.customers.api_words import RENEWALS, is_anonymous, word
from rctui.customers.sections import Section
from rctui.customers.verdicts.loaded import records_of, shortfall
from rctui.customers.verdicts.sources import attached, is_grant, via
from rctui.text.safe_text import SafeText, join, label, phrase, safe

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rctui.api.models.alias import CustomerAlias
    from rctui.api.models.attribute import CustomerAttribute
    from rctui.api.models.customer import Customer
    from rctui.api.models.invoice import Invoice
    from rctui.api.models.purchase import Purchase
    from rctui.api.models.subscription import Subscription
    from rctui.customers.verdicts.access import Viewpoint
    from rctui.customers.verdicts.facts import Facts

_SAME_MS: Final = 1_000
"""Two dates of one row this close are one event."""


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, or will."""

    at_ms: int
    what: SafeText
    environment: str | None
    """`None` for what has none, such as an alias."""
    section: Section | None
    """Where the row is that carries the date; `None` is the customer itself."""
    row_id: str
    """The row's id, name or code. Outside text."""


def timeline(facts: Facts, view: Viewpoint) -> tuple[Event, ...]:
    """Every event that the loaded rows date, newest first; future ends are among them."""
    events = [
        *_customer(facts.customer),
        *(event for row in facts.subscription_rows for event in _subscription(row, view)),
        *(event for row in facts.purchase_rows for event in _purchase(row, view)),
        *(event for row in records_of(facts.aliases) for event in _alias(row, facts.customer.id)),
        *(event for row in _attributes(facts) for event in _attribute(row)),
        *(event for row in records_of(facts.invoices) for event in _invoice(row)),
    ]
    return tuple(sorted(events, key=lambda event: -event.at_ms))


def timeline_gaps(facts: Facts, view: Viewpoint) -> tuple[SafeText, ...]:
    """What the timeline lacks because a part is not there, in words."""
    zone = view.zone
    words = (
        *facts.missing(zone),
        shortfall(facts.aliases, Section.ALIASES, zone),
        shortfall(facts.attributes, Section.ATTRIBUTES, zone)
        if facts.customer.attributes is None
        else None,
        shortfall(facts.invoices, Section.INVOICES, zone),
    )
    return tuple(one for one in words if one is not None)


def _customer(customer: Customer) -> Iterator[Event]:
    dated = (
        (customer.first_seen_at, label("First seen")),
        (customer.last_seen_at, label("Last seen")),
    )
    for at_ms, what in dated:
        if at_ms is not None:
            yield Event(at_ms, what, None, None, customer.id)


def _subscription(row: Subscription, view: Viewpoint) -> Iterator[Event]:
    name = via(row, view)
    for at_ms, what in _subscription_dates(row, name, view):
        yield Event(at_ms, what, row.environment, Section.SUBSCRIPTIONS, row.id)


def _subscription_dates(
    row: Subscription, name: SafeText, view: Viewpoint
) -> Iterator[tuple[int, SafeText]]:
    start, period, end = row.starts_at, row.current_period_starts_at, _end(row)
    names = join(", ", [view.names.of(one.id) for one in attached(row)])
    if start is not None:
        granted, started = phrase("Granted {}", names), phrase("Started: {}", name)
        yield start, granted if is_grant(row) else started
    if period is not None and (start is None or period - start > _SAME_MS):
        yield period, phrase("Current period started: {}", name)
    if end is not None:
        ended = _ending(row, end <= view.now_ms)
        yield end, phrase("{}: {}", ended, phrase("grant of {}", names) if is_grant(row) else name)


def _end(row: Subscription) -> int | None:
    return row.ends_at if row.ends_at is not None else row.current_period_ends_at


def _ending(row: Subscription, past: bool) -> SafeText:
    if past:
        return label("Ended") if row.status == "expired" else label("Period ended")
    if row.auto_renewal_status == "will_not_renew":
        return label("Ends")
    return phrase("Period ends ({})", word(RENEWALS, row.auto_renewal_status))


def _purchase(row: Purchase, view: Viewpoint) -> Iterator[Event]:
    if row.purchased_at is None:
        return
    refunded = label(" (refunded since)") if row.status == "refunded" else label("")
    what = phrase("Bought: {}{}", via(row, view), refunded)
    yield Event(row.purchased_at, what, row.environment, Section.PURCHASES, row.id)


def _alias(row: CustomerAlias, customer_id: str) -> Iterator[Event]:
    if row.created_at is None or row.id == customer_id:
        return
    kind = label("Anonymous alias") if is_anonymous(row.id) else label("Alias")
    what = phrase("{} added: {}", kind, safe(row.id))
    yield Event(row.created_at, what, None, Section.ALIASES, row.id)


def _attributes(facts: Facts) -> tuple[CustomerAttribute, ...]:
    """The tab's rows, or those that came with the customer."""
    if facts.attributes.listing is not None:
        return records_of(facts.attributes)
    return facts.customer.attributes.records if facts.customer.attributes else ()


def _attribute(row: CustomerAttribute) -> Iterator[Event]:
    if row.updated_at is None:
        return
    done = label("set") if row.value else label("cleared")
    what = phrase("Attribute {}: {}", done, safe(row.name))
    yield Event(row.updated_at, what, None, Section.ATTRIBUTES, row.name)


def _invoice(row: Invoice) -> Iterator[Event]:
    sum_ = money.gross(row.total_amount)
    dated = ((row.issued_at, label("issued")), (row.paid_at, label("paid")))
    for at_ms, what in dated:
        if at_ms is not None:
            words = phrase("Invoice {}: {}", what, sum_)
            yield Event(at_ms, words, None, Section.INVOICES, row.id)
