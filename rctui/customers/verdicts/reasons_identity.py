"""Who this customer is, as far as it matters to the verdict: ids, aliases, former owners."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from rctui.customers.api_words import is_anonymous
from rctui.customers.finding.recognise_legality import EMPTY_USER, refusal_of
from rctui.customers.sections import Phase, Section
from rctui.customers.verdicts.alias_health import Crowd, alias_health
from rctui.customers.verdicts.loaded import is_whole, records_of, shortfall
from rctui.customers.verdicts.reasons_rules import Rule, Said
from rctui.text.safe_text import SafeText, label, phrase, safe

if TYPE_CHECKING:
    from rctui.customers.verdicts.reasons_rules import Case
    from rctui.customers.verdicts.sources import Source

_MANY_COUNTRIES: Final = 5
_ABOUT_AN_ID: Final = re.compile(r"(?<![a-z])(?:id|uid|userid|login)(?![a-z])", re.IGNORECASE)


def _garbage_id(case: Case) -> Said | None:
    found = [id_ for id_ in sorted(case.facts.own_ids) if refusal_of(id_) == EMPTY_USER]
    if not found:
        return None
    return Said(
        phrase("The id {} stands for nobody: the app sent an empty user.", safe(found[0])),
        tuple(phrase("id {}", safe(id_)) for id_ in found),
        label("RevenueCat refuses such ids now. The app team must log in with a real App User ID."),
    )


def _empty_login(case: Case) -> Said | None:
    """An attribute about an id whose value is what an app sends for nobody."""
    told = case.facts.customer.attributes
    rows = records_of(case.facts.attributes) or (told.records if told else ())
    found = [
        row
        for row in rows
        if _ABOUT_AN_ID.search(row.name) and refusal_of(row.value or "") == EMPTY_USER
    ]
    if not found:
        return None
    name, value = safe(found[0].name), safe(found[0].value or "")
    return Said(
        phrase("Attribute {} is {}: the app may be logging in an empty user.", name, value),
        tuple(phrase("attribute {}: {}", safe(row.name), safe(row.value or "")) for row in found),
        label("RevenueCat refuses such ids; purchases then stay with an anonymous App User ID."),
    )


def _id_differs(case: Case) -> Said | None:
    asked, answered = case.facts.asked, case.facts.customer.id
    if asked == answered:
        return None
    words = phrase("Looked up {}, which belongs to {}.", safe(asked), safe(answered))
    return Said(words, (phrase("asked for {}, answered {}", safe(asked), safe(answered)),))


def _shared_account(case: Case) -> Said | None:
    health = alias_health(case.facts.aliases)
    if health is None or health.crowd is not Crowd.SHARED:
        return None
    countries = {row.country for row in case.facts.subscription_rows if row.country}
    evidence = [health.words]
    if len(countries) >= _MANY_COUNTRIES:
        evidence.append(phrase("subscriptions from {} countries", len(countries)))
    return Said(
        phrase("{}: looks like one id that the app gives to everybody.", health.words),
        tuple(evidence),
        label(
            "Access here is everybody's. The app team fixes the login first; then this customer "
            "can be deleted. Don't block in reflex."
        ),
    )


def _alias_soup(case: Case) -> Said | None:
    health = alias_health(case.facts.aliases)
    if health is None or health.crowd is not Crowd.SOUP:
        return None
    return Said(
        phrase("{}: many ids of one customer.", health.words),
        (health.words,),
        label("Every alias opens this customer: they are not separate people."),
    )


def _aliases_unread(case: Case) -> Said | None:
    """Neither shared nor ordinary: the aliases could not be read."""
    if case.facts.aliases.phase not in (Phase.NOT_ALLOWED, Phase.FAILED):
        return None
    missing = shortfall(case.facts.aliases, Section.ALIASES, case.view.zone)
    return Said(phrase("Can't tell who shares this id: {}.", missing)) if missing else None


def _moved_here(case: Case) -> Said | None:
    """Rows that another id had first: transferred, by a restore or by hand."""
    rows: list[Source] = [*case.facts.subscription_rows, *case.facts.purchase_rows]
    own = case.facts.own_ids
    moved = [row for row in rows if (row.original_customer_id or case.facts.customer.id) not in own]
    if not moved:
        return None
    owner = moved[0].original_customer_id or ""
    return Said(_moved_words(case, owner), case.rows(moved[:10]), _moved_step(owner))


def _moved_words(case: Case, owner: str) -> SafeText:
    if not is_whole(case.facts.aliases):
        return phrase(
            "Bought under {}: transferred here, or an alias (not all aliases are loaded).",
            safe(owner),
        )
    return phrase("Transferred here: bought under {}.", safe(owner))


def _moved_step(owner: str) -> SafeText:
    if is_anonymous(owner):
        return label("Bought before logging in. Normal after a restore or a login.")
    return label(
        "The other id lost it. The store account still owns it: the next restore on the old "
        "login can pull it back."
    )


def _held_by_anonymous(case: Case) -> Said | None:
    """An anonymous customer that has something: an account somewhere may be missing it."""
    rows: list[Source] = [*case.facts.subscription_rows, *case.facts.purchase_rows]
    if not is_anonymous(case.facts.customer.id) or not rows:
        return None
    return Said(
        label("Purchases are with an anonymous App User ID: nobody is logged in there."),
        case.rows(rows[:10]),
        label(
            "If an account misses them: log in and restore in the app, or transfer them. The app "
            "may make a new anonymous id when it is installed again."
        ),
    )


IDENTITY_RULES: Final = (
    Rule("garbage-id", _garbage_id),
    Rule("empty-login", _empty_login),
    Rule("id-differs", _id_differs),
    Rule("shared-account", _shared_account),
    Rule("alias-soup", _alias_soup),
    Rule("aliases-unread", _aliases_unread),
    Rule("moved-here", _moved_here),
    Rule("held-by-anonymous", _held_by_anonymous),
)
