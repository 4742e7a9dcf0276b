"""`rctui show`: one customer as lines or JSON. It says all that the screens say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rctui.api.models.active_entitlement import CustomerEntitlement
from rctui.clock import epoch_ms
from rctui.customers.entitlement_fields import giving_fields
from rctui.customers.environments import counts
from rctui.customers.fields import row_fields
from rctui.customers.parts import ListKey
from rctui.customers.profile import known_attributes
from rctui.customers.sections import Section
from rctui.customers.verdicts.access import Viewpoint
from rctui.customers.verdicts.reasons import explain
from rctui.customers.whole import ReadParts
from rctui.errors import ExitCode
from rctui.exports.customer_document import customer_document
from rctui.exports.plain_text import field_lines, table_lines
from rctui.headless.commands import read_customer
from rctui.headless.output import print_data, print_lines
from rctui.headless.own_journal import own_changes_in
from rctui.text import moments
from rctui.text.safe_text import SafeText, join, label, phrase, safe, whole_id

if TYPE_CHECKING:
    from rctui.customers.fields import Field
    from rctui.customers.listing import Listing
    from rctui.customers.parts import CustomerParts
    from rctui.exports.customer_document import CustomerDocument
    from rctui.wiring.opening import Opening

_NEEDED_ALWAYS = (Section.SUBSCRIPTIONS, Section.PURCHASES, Section.ALIASES)
"""What the verdict is made of."""


@dataclass(frozen=True, slots=True)
class ShowForm:
    """What is printed, and how."""

    as_json: bool = False
    section: str = ""
    """One list alone, `timeline` or `profile`; empty is everything."""


def show(opening: Opening, customer_id: str, form: ShowForm) -> ExitCode:
    """Print one customer. Raises RctuiError."""
    shown = document_of(opening, read_customer(opening, ReadParts(customer_id, _wanted(form))))
    if form.as_json:
        only = [Section(form.section)] if form.section in tuple(Section) else list(Section)
        print_data(shown.data(only))
    else:
        print_lines(_lines(opening, shown, form))
    return ExitCode.OK


def document_of(opening: Opening, parts: CustomerParts) -> CustomerDocument:
    """A customer that was read, as seen now."""
    project = opening.project
    view = Viewpoint(project.names, epoch_ms())
    return customer_document(
        parts,
        view,
        project=project.name,
        restore_behavior=project.restore_behavior,
        own=own_changes_in(opening),
    )


def _wanted(form: ShowForm) -> tuple[Section, ...]:
    if form.section not in tuple(Section):
        return tuple(Section)
    return tuple(dict.fromkeys((*_NEEDED_ALWAYS, Section(form.section))))


def _lines(opening: Opening, shown: CustomerDocument, form: ShowForm) -> list[SafeText]:
    if form.section:
        return [*_section_lines(form.section, shown), *_details(form.section, shown)]
    rows = [*_head(opening, shown)]
    for section in Section:
        rows += [label(""), *_section_lines(section, shown)]
    events = phrase("Timeline: {} in all", shown.timeline.rows)
    rows += [label(""), events, *_section_lines("timeline", shown)]
    fields = phrase("Profile: {} in all", len(shown.profile))
    return [*rows, label(""), fields, *_section_lines("profile", shown)]


def _head(opening: Opening, shown: CustomerDocument) -> list[SafeText]:
    """What the header, the lines on who it is and the access line say."""
    customer = shown.facts.customer
    rows = [phrase("Project: {}", join(", ", opening.project.words))]
    rows.append(phrase("Customer: {}", whole_id(customer.id)))
    if shown.parts.asked != customer.id:
        rows.append(phrase("Looked up: {}", whole_id(shown.parts.asked)))
    rows += [phrase("{}: {}", name, safe(value)) for name, value in known_attributes(customer)]
    environments = counts(shown.facts.subscriptions, shown.facts.purchases)
    if environments.plain:
        rows.append(phrase("Environments: {}", environments))
    rows += _unconfirmed(opening)
    rows.append(phrase("As of: {}", moments.local_and_utc(shown.parts.as_of_ms)))
    rows.append(phrase("Access: {}", explain(shown.facts, shown.view).sentence))
    rows += field_lines(shown.verdict[1:])  # the sentence stands above already
    return [*rows, *(phrase("Missing: {}", one) for one in shown.missing)]


def _unconfirmed(opening: Opening) -> list[SafeText]:
    count = own_changes_in(opening).unconfirmed
    words = "Unconfirmed: {} of your own changes in this project: rctui journal --unconfirmed"
    return [phrase(words, count)] if count else []


def _section_lines(name: str, shown: CustomerDocument) -> list[SafeText]:
    if name == "profile":
        return field_lines(shown.profile)
    if name == "timeline":
        events = shown.timeline
        gaps = [events.missing] if events.missing.plain else []
        return [*table_lines(events.table, events.items), *gaps]
    sheet = shown.sheet(Section(name))
    told = [sheet.missing] if sheet.missing.plain else []
    listing = shown.parts.state(ListKey(Section(name))).listing
    if listing is None:
        return [sheet.title, *told]
    title = sheet.title if not listing.rows else phrase("{}: {}", sheet.title, _count(listing))
    return [title, *table_lines(sheet.table, sheet.items), *told]


def _count(listing: Listing[Any]) -> SafeText:
    """As the screens say it below a list."""
    is_whole = not (listing.more or listing.cut_short)
    return phrase("{} in all", len(listing.rows)) if is_whole else listing.count


def _details(name: str, shown: CustomerDocument) -> list[SafeText]:
    """Each row of one list with every field, as `enter` shows it on the screen."""
    if name not in tuple(Section):
        return []
    items = shown.sheet(Section(name)).items
    lines: list[SafeText] = []
    for place, row in enumerate(items, 1):
        number = phrase("Row {} of {}", place, len(items))
        lines += [label(""), number, *field_lines(_row_fields(row, shown))]
    return lines


def _row_fields(row: Any, shown: CustomerDocument) -> tuple[Field, ...]:
    """Every field; of an entitlement also what gives it, which no field of its own says."""
    giving = isinstance(row, CustomerEntitlement)
    more = giving_fields(row, shown.view, shown.facts) if giving else ()
    return (*row_fields(row, shown.view), *more)
