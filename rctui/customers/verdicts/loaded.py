"""What a part of a customer really tells, and what is missing from it, in words.

A part that is not loaded, not allowed or failed is never evidence that something is absent.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

from rctui.api.page import Unreadable
from rctui.customers.sections import Phase, Section, SectionState
from rctui.text import moments
from rctui.text.safe_text import SafeText, label, phrase

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import tzinfo

    from rctui.customers.listing import Listing

T = TypeVar("T")

PERMISSIONS: Final[Mapping[Section, SafeText]] = {
    Section.ENTITLEMENTS: label("customer_information:customers:read"),
    Section.SUBSCRIPTIONS: label("customer_information:subscriptions:read"),
    Section.PURCHASES: label("customer_information:purchases:read"),
    Section.ALIASES: label("customer_information:customers:read"),
    Section.ATTRIBUTES: label("customer_information:customers:read"),
    Section.INVOICES: label("customer_information:invoices:read"),
    Section.CURRENCIES: label("customer_information:purchases:read"),
}
"""What each part needs, for refusals that don't say it themselves."""

TITLES: Final[Mapping[Section, SafeText]] = {
    Section.ENTITLEMENTS: label("active entitlements"),
    Section.SUBSCRIPTIONS: label("subscriptions"),
    Section.PURCHASES: label("purchases"),
    Section.ALIASES: label("aliases"),
    Section.ATTRIBUTES: label("attributes"),
    Section.INVOICES: label("invoices"),
    Section.CURRENCIES: label("currencies"),
}


def records_of(state: SectionState[T]) -> tuple[T, ...]:
    """The readable rows, however old; none where nothing ever arrived."""
    rows = () if state.listing is None else state.listing.rows
    return tuple(row for row in rows if not isinstance(row, Unreadable))


def is_whole(state: SectionState[T]) -> bool:
    """Whether an absent row is really absent: every page is there and every row was read."""
    listing = state.listing
    if listing is None or state.phase not in (Phase.LOADED, Phase.LOADING):
        return False
    unread = any(isinstance(row, Unreadable) for row in listing.rows)
    return not (listing.more or listing.cut_short or unread)


def shortfall(
    state: SectionState[T], section: Section, zone: tzinfo | None = None
) -> SafeText | None:
    """What is missing from a part, such as `subscriptions not readable (needs …)`."""
    title = TITLES[section]
    listing = state.listing
    if listing is None:
        return phrase("{} {}", title, _nothing(state, section))
    if state.phase in (Phase.FAILED, Phase.NOT_ALLOWED):
        as_of = moments.clock_minute(listing.as_of_ms, zone)
        return phrase("{} as of {}: the newer ones were {}", title, as_of, _nothing(state, section))
    if listing.more or listing.cut_short:
        return phrase("{}: {}", title, listing.count)
    return _unreadable(listing, title)


def _nothing(state: SectionState[T], section: Section) -> SafeText:
    if state.phase is Phase.NOT_ALLOWED:
        told = state.failure.permission if state.failure else label("")
        return phrase("not readable (needs {})", told if told.plain else PERMISSIONS[section])
    if state.phase is Phase.FAILED and state.failure is not None:
        return phrase("not readable ({})", state.failure.message)
    return label("still loading") if state.phase is Phase.LOADING else label("not loaded")


def _unreadable(listing: Listing[T], title: SafeText) -> SafeText | None:
    unread = sum(isinstance(row, Unreadable) for row in listing.rows)
    if not unread:
        return None
    return phrase("{}: {} of the loaded rows can't be read", title, unread)
