"""Why a customer has no access: nothing on record explains it, or too little was read.

Only here is absence a reason, and only once every page of both lists has been read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rctui.customers.api_words import is_anonymous
from rctui.customers.effects.restore_advice import restore_advice
from rctui.customers.sections import Section
from rctui.customers.verdicts.loaded import records_of, shortfall
from rctui.customers.verdicts.reasons_rules import Said
from rctui.customers.verdicts.sources import attached
from rctui.text.safe_text import SafeText, join, label, phrase

if TYPE_CHECKING:
    from rctui.customers.verdicts.reasons_rules import Case
    from rctui.customers.verdicts.sources import Source


def bought_nothing_lasting(case: Case) -> Said | None:
    """One-time purchases, none of which gives an entitlement."""
    rows = case.facts.purchase_rows
    if case.facts.subscription_rows or not rows or not case.facts.paid_for_is_whole:
        return None
    if any(attached(row) for row in rows):
        return None
    refunded = sum(row.status == "refunded" for row in rows)
    return Said(
        phrase(
            "No access: {}{}, and none gives an entitlement.",
            label("1 purchase") if len(rows) == 1 else phrase("{} purchases", len(rows)),
            phrase(", {} of them refunded", refunded) if refunded else label(""),
        ),
        case.rows(rows),
        label(
            "Consumables such as coins give none. If one should, the app team attaches its "
            "product to an entitlement."
        ),
    )


def cant_tell(case: Case) -> Said | None:
    """Too little was read to say why."""
    missing = case.facts.missing(case.view.zone)
    if not missing:
        return None
    return Said(phrase("No access. Can't tell why: {}.", join("; ", missing)))


def nothing_bought(case: Case) -> Said | None:
    """Nothing was ever bought under any id of this customer."""
    if case.facts.subscription_rows or case.facts.purchase_rows:
        return None
    if not case.facts.paid_for_is_whole:
        return None
    return Said(
        label("No access: no purchase ever reached this App User ID."),
        (label("subscriptions: none"), label("purchases: none"), _anonymous_hint(case)),
        phrase(
            "{} A family share is made by the buyer and can take an hour to arrive.",
            restore_advice(case.facts.restore_behavior),
        ),
    )


def _anonymous_hint(case: Case) -> SafeText:
    aliases = case.facts.aliases
    anonymous = [alias for alias in records_of(aliases) if is_anonymous(alias.id)]
    if anonymous:
        return phrase(
            "aliases: {} anonymous, so logging in did reach this id; a purchase may be with "
            "another account",
            len(anonymous),
        )
    missing = shortfall(aliases, Section.ALIASES, case.view.zone)
    if missing is not None:
        return missing
    return label(
        "aliases: none is anonymous; a purchase made before logging in is still with its "
        "$RCAnonymousID, which the app's log shows"
    )


def unexplained(case: Case) -> Said | None:
    """Rows are there, and none of them says why."""
    if not case.facts.paid_for_is_whole:
        return None
    rows: list[Source] = [*case.facts.subscription_rows, *case.facts.purchase_rows]
    return Said(
        label("No access: nothing on record gives an entitlement now."),
        case.rows(rows[:10]),
        restore_advice(case.facts.restore_behavior),
    )
