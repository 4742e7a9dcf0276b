"""A grant that our own journal knows and RevenueCat doesn't list yet: a fact for table and verdict.

The access is there at once, the promotional subscription behind it is listed minutes later.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from rctui.customers.verdicts.own_deed import when_words
from rctui.customers.verdicts.sources import sources_by_entitlement
from rctui.text.safe_text import SafeText, label, phrase

if TYPE_CHECKING:
    from rctui.api.models.active_entitlement import CustomerEntitlement
    from rctui.customers.verdicts.access import Viewpoint
    from rctui.customers.verdicts.facts import Facts

IN_A_CELL: Final = label("Granted by you, not listed yet")
"""For the column that says what gives an entitlement."""


@dataclass(frozen=True, slots=True)
class OwnGrant:
    """The newest own change to the grants of one entitlement, a grant that was applied."""

    entitlement_id: str
    expires_at_ms: int
    """The end that was asked for, in ms since the epoch."""
    at_ms: int
    """When it was done, in ms since the epoch."""


def own_grant_of(record: CustomerEntitlement, facts: Facts) -> OwnGrant | None:
    """The own grant that active access comes from, by its end: no row tells of it yet.

    Ask only where no loaded row gives the entitlement.
    """
    named = (one for one in facts.own_grants if one.entitlement_id == record.entitlement_id)
    return next((one for one in named if one.expires_at_ms == record.expires_at), None)


def unlisted_grants(facts: Facts) -> tuple[OwnGrant, ...]:
    """Our own grants that are active and that no loaded row tells of yet."""
    told = facts.customer.active_entitlements
    listed = sources_by_entitlement(facts)
    bare = (one for one in (told.records if told else ()) if one.entitlement_id not in listed)
    return tuple(grant for one in bare if (grant := own_grant_of(one, facts)))


def own_grant_words(grant: OwnGrant, view: Viewpoint) -> SafeText:
    """`plus was granted by you 13:04 and is not listed yet`."""
    name, when = view.names.of(grant.entitlement_id), when_words(grant.at_ms, view)
    return phrase("{} was granted by you {} and is not listed yet", name, when)
