"""`rctui show`: one customer as lines or JSON. It says all that the screens say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

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
from rctui.headless.commands import read_once
from rctui.headless.output import print_data, print_lines
from rctui.text import moments
from rctui.text.safe_text import SafeText, join, label, phrase, safe
from rctui.wiring.opening import epoch_ms

if TYPE_CHECKING:
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
    shown = document_of(opening, read_once(opening, ReadParts(customer_id, _wanted(form))))
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
        parts, view, project=project.name, restore_behavior=project.restore_behavior
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
    rows += [label(""), label("Timeline"), *_section_lines("timeline", shown)]
    return [*rows, label(""), label("Profile"), *_section_lines("profile", shown)]


def _head(opening: Opening, shown: CustomerDocument) -> list[SafeText]:
    """What the header, the lines on who it is and the access line say."""
    customer = shown.facts.customer
    rows = [phrase("Project: {}", join(", ", opening.project.words))]
    rows.append(phrase("Customer: {}", safe(customer.id, limit=1500)))
    if shown.parts.asked != customer.id:
        rows.append(phrase("Looked up: {}", safe(shown.parts.asked, limit=1500)))
    rows += [phrase("{}: {}", name, safe(value)) for name, value in known_attributes(customer)]
    environments = counts(shown.facts.subscriptions, shown.facts.purchases)
    if environments.plain:
        rows.append(phrase("Environments: {}", environments))
    rows.append(phrase("As of: {}", moments.local_and_utc(shown.parts.as_of_ms)))
    rows.append(phrase("Access: {}", explain(shown.facts, shown.view).sentence))
    rows += field_lines(shown.verdict)
    return [*rows, *(phrase("Missing: {}", one) for one in shown.missing)]


def _section_lines(name: str, shown: CustomerDocument) -> list[SafeText]:
    if name == "profile":
        return field_lines(shown.profile)
    if name == "timeline":
        events = shown.timeline
        gaps = [events.missing] if events.missing.plain else []
        return [*table_lines(events.table, events.items), *gaps]
    sheet = shown.sheet(Section(name))
    told = [sheet.missing] if sheet.missing.plain else []
    if shown.parts.state(ListKey(Section(name))).listing is None:
        return [sheet.title, *told]
    return [sheet.title, *table_lines(sheet.table, sheet.items), *told]


def _details(name: str, shown: CustomerDocument) -> list[SafeText]:
    """Each row of one list with every field, as `enter` shows it on the screen."""
    if name not in tuple(Section):
        return []
    items = shown.sheet(Section(name)).items
    lines: list[SafeText] = []
    for place, row in enumerate(items, 1):
        fields = row_fields(row, shown.view)
        lines += [label(""), phrase("Row {} of {}", place, len(items)), *field_lines(fields)]
    return lines
