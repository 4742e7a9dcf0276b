"""The first stage of the verdict: access or not, from the customer's own answer alone.

The rules are asked in order; the first that has something to say decides. Each is a pure
function of what was really loaded.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rctui.customers.verdicts.verdict import Access, Verdict
from rctui.text import moments
from rctui.text.safe_text import SafeText, join, label, phrase, safe

if TYPE_CHECKING:
    from datetime import tzinfo

    from rctui.api.models.active_entitlement import CustomerEntitlement
    from rctui.api.models.customer import Customer
    from rctui.customers.names import Names

_NAMED_AT_MOST = 3


@dataclass(frozen=True, slots=True)
class Viewpoint:
    """What a sentence depends on besides the record: names, now, and the reader's time zone."""

    names: Names
    now_ms: int
    zone: tzinfo | None = None


def access_verdict(customer: Customer, view: Viewpoint) -> Verdict:
    """Whether the customer has access, as far as the customer's own answer tells."""
    for rule in (_not_told, _nothing_active, _nothing_readable):
        verdict = rule(customer)
        if verdict is not None:
            return verdict
    return _active(customer, view)


def _not_told(customer: Customer) -> Verdict | None:
    if customer.active_entitlements is not None:
        return None
    sentence = label("Can't tell: the answer did not say which entitlements are active.")
    return Verdict(Access.UNKNOWN, sentence, (), "not-told")


def _nothing_active(customer: Customer) -> Verdict | None:
    entitlements = customer.active_entitlements
    if entitlements is None or entitlements.items or entitlements.next_cursor:
        return None
    sentence = label("No access: no entitlement is active.")
    return Verdict(Access.NO, sentence, (label("active entitlements: none"),), "nothing-active")


def _nothing_readable(customer: Customer) -> Verdict | None:
    entitlements = customer.active_entitlements
    if entitlements is None or entitlements.records:
        return None
    sentence = label("Can't tell: the active entitlements could not be read.")
    reasons = tuple(safe(item.reason) for item in entitlements.unreadable)
    return Verdict(Access.UNKNOWN, sentence, reasons, "nothing-readable")


def _active(customer: Customer, view: Viewpoint) -> Verdict:
    entitlements = customer.active_entitlements
    records = entitlements.records if entitlements is not None else ()
    named = [_one(record, view) for record in records[:_NAMED_AT_MOST]]
    left = len(records) - len(named)
    if left or (entitlements is not None and entitlements.next_cursor):
        named.append(phrase("{} more", left) if left else label("more"))
    sentence = phrase("Has access: {}.", join(", ", named))
    return Verdict(
        Access.YES, sentence, tuple(_evidence(record, view) for record in records), "active"
    )


def _one(record: CustomerEntitlement, view: Viewpoint) -> SafeText:
    name = view.names.of(record.entitlement_id)
    if record.expires_at is None:
        return phrase("{} without end", name)
    until = moments.day(record.expires_at, view.zone)
    if record.expires_at <= view.now_ms:
        return phrase("{} (the server says active, though its end {} is past)", name, until)
    left = moments.distance(record.expires_at, view.now_ms)
    return phrase("{} until {} ({})", name, until, left)


def _evidence(record: CustomerEntitlement, view: Viewpoint) -> SafeText:
    until = (
        label("no end")
        if record.expires_at is None
        else moments.local_and_utc(record.expires_at, view.zone)
    )
    name, own_id = view.names.of(record.entitlement_id), safe(record.entitlement_id)
    named = own_id if name == own_id else phrase("{} ({})", name, own_id)
    return phrase("active entitlement {}, ends: {}", named, until)
