"""Every field of a customer in words, and how much of the rest is loaded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rctui.customers.effects.restore_advice import restore_words
from rctui.customers.environments import counts
from rctui.customers.fields import Field, fields_of
from rctui.customers.sections import Section, SectionState
from rctui.customers.verdicts.alias_health import alias_health
from rctui.customers.verdicts.loaded import TITLES, shortfall
from rctui.text.look_alikes import look_alikes
from rctui.text.safe_text import SafeText, label, phrase, whole_id

if TYPE_CHECKING:
    from datetime import tzinfo
    from typing import Any

    from rctui.api.models.customer import Customer
    from rctui.customers.verdicts.access import Viewpoint
    from rctui.customers.verdicts.facts import Facts

_KNOWN_BY: Final = (
    ("$displayName", label("Name")),
    ("$email", label("E-mail")),
    ("$phoneNumber", label("Phone")),
)


def known_attributes(customer: Customer) -> tuple[tuple[SafeText, str], ...]:
    """What a customer is known by besides the id: what it is, and the raw value."""
    attributes = customer.attributes
    values = {} if attributes is None else {one.name: one.value for one in attributes.records}
    return tuple((name, value) for key, name in _KNOWN_BY if (value := values.get(key)))


def profile_fields(facts: Facts, view: Viewpoint) -> tuple[Field, ...]:
    """The ids, every field that the server told, and the parts as far as they are loaded."""
    return (
        *_ids(facts),
        *(field for field in fields_of(facts.customer, view) if field.name.plain != "id"),
        *_parts(facts, view.zone),
        *_conclusions(facts),
    )


def _ids(facts: Facts) -> tuple[Field, ...]:
    answered = facts.customer.id
    fields = [Field(label("App User ID"), whole_id(answered))]
    words = look_alikes(answered)
    if words is not None:
        fields.append(Field(label("careful"), phrase("The id {}.", words)))
    if facts.asked != answered:
        fields.append(Field(label("looked up as"), whole_id(facts.asked)))
    return tuple(fields)


def _parts(facts: Facts, zone: tzinfo | None) -> tuple[Field, ...]:
    states: tuple[tuple[Section, SectionState[Any]], ...] = (
        (Section.SUBSCRIPTIONS, facts.subscriptions),
        (Section.PURCHASES, facts.purchases),
        (Section.ALIASES, facts.aliases),
        (Section.ATTRIBUTES, facts.attributes),
        (Section.INVOICES, facts.invoices),
        (Section.CURRENCIES, facts.currencies),
    )
    return tuple(
        Field(phrase("{} loaded", TITLES[section]), _loaded(section, state, zone))
        for section, state in states
    )


def _loaded(section: Section, state: SectionState[Any], zone: tzinfo | None) -> SafeText:
    missing = shortfall(state, section, zone)
    if missing is not None or state.listing is None:
        return missing or label("not loaded")
    return state.listing.count


def _conclusions(facts: Facts) -> tuple[Field, ...]:
    environments = counts(facts.subscriptions, facts.purchases)
    health = alias_health(facts.aliases)
    return (
        Field(label("environments"), environments if environments.plain else label("not loaded")),
        Field(label("alias health"), health.words if health else label("not loaded")),
        Field(label("restore behavior"), restore_words(facts.restore_behavior)),
    )
