"""What the API doesn't say of an active entitlement itself: what gives it, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rctui.customers.fields import Field
from rctui.customers.verdicts.own_deed import when_words
from rctui.customers.verdicts.own_grant import own_grant_of
from rctui.customers.verdicts.reasons_rules import row_words
from rctui.customers.verdicts.sources import sources_by_entitlement
from rctui.text.safe_text import label, phrase

if TYPE_CHECKING:
    from rctui.api.models.active_entitlement import CustomerEntitlement
    from rctui.customers.verdicts.access import Viewpoint
    from rctui.customers.verdicts.facts import Facts
    from rctui.customers.verdicts.own_grant import OwnGrant

_GIVEN_BY: Final = label("given by")
_UNLISTED: Final = label("not told until the grant is listed; a grant counts as production")


def giving_fields(record: CustomerEntitlement, view: Viewpoint, facts: Facts) -> tuple[Field, ...]:
    """The loaded rows that give it, our own grant that isn't listed yet, or that there is none."""
    rows = sources_by_entitlement(facts).get(record.entitlement_id, ())
    if rows:
        return tuple(Field(_GIVEN_BY, row_words(row, view)) for row in rows)
    grant = own_grant_of(record, facts)
    if grant is not None:
        return _unlisted(grant, view)
    if facts.paid_for_is_whole:
        return (Field(_GIVEN_BY, label("nothing on record")),)
    return tuple(Field(_GIVEN_BY, phrase("not known: {}", why)) for why in facts.missing(view.zone))


def _unlisted(grant: OwnGrant, view: Viewpoint) -> tuple[Field, ...]:
    when = when_words(grant.at_ms, view)
    words = "your own grant, {}; RevenueCat lists a new grant minutes late"
    return Field(_GIVEN_BY, phrase(words, when)), Field(label("environment"), _UNLISTED)
