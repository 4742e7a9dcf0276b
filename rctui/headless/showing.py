"""`rctui show`: one customer as lines or JSON. It says all that the screens say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rctui.customers.access import Viewpoint
from rctui.customers.loaded import TITLES, shortfall
from rctui.customers.names import names_in
from rctui.customers.parts import CustomerParts, ListKey
from rctui.customers.profile import profile_fields
from rctui.customers.reasons import also, explain
from rctui.customers.sections import Section
from rctui.customers.timeline import timeline
from rctui.customers.whole import ReadParts
from rctui.errors import ExitCode
from rctui.exports.plain_text import field_lines, table_lines
from rctui.headless.commands import read_once
from rctui.headless.output import print_data, print_lines
from rctui.tables.evidence import verdict_fields
from rctui.tables.sections import section_table
from rctui.tables.timeline import timeline_table
from rctui.text.safe_text import SafeText, label, phrase, safe
from rctui.wiring.opening import epoch_ms

if TYPE_CHECKING:
    from rctui.customers.facts import Facts
    from rctui.customers.verdict import Verdict
    from rctui.wiring.opening import Opening

_NEEDED_ALWAYS = (Section.SUBSCRIPTIONS, Section.PURCHASES, Section.ALIASES)
"""What the verdict is made of."""


@dataclass(frozen=True, slots=True)
class ShowForm:
    """What is printed, and how."""

    as_json: bool = False
    section: str = ""
    """One list alone, `timeline` or `profile`; empty is everything."""


@dataclass(frozen=True, slots=True)
class _Shown:
    parts: CustomerParts
    facts: Facts
    view: Viewpoint


def show(opening: Opening, customer_id: str, form: ShowForm) -> ExitCode:
    """Print one customer. Raises RctuiError."""
    parts = read_once(opening, ReadParts(customer_id, _wanted(form)))
    facts = parts.facts(opening.project.restore_behavior)
    assert facts is not None
    learned = names_in([*facts.subscription_rows, *facts.purchase_rows])
    names = opening.project.names.with_learned(learned)
    shown = _Shown(parts, facts, Viewpoint(names, epoch_ms()))
    if form.as_json:
        print_data(_data(shown, form))
    else:
        print_lines(_lines(opening, shown, form))
    return ExitCode.OK


def _wanted(form: ShowForm) -> tuple[Section, ...]:
    if form.section not in tuple(Section):
        return tuple(Section)
    return tuple(dict.fromkeys((*_NEEDED_ALWAYS, Section(form.section))))


def _lines(opening: Opening, shown: _Shown, form: ShowForm) -> list[SafeText]:
    if form.section:
        return _section_lines(form.section, shown)
    rows = [*_head(opening, shown)]
    for section in Section:
        rows += [label(""), *_section_lines(section, shown)]
    rows += [label(""), label("Timeline"), *_section_lines("timeline", shown)]
    return [*rows, label(""), label("Profile"), *_section_lines("profile", shown)]


def _head(opening: Opening, shown: _Shown) -> list[SafeText]:
    customer = shown.facts.customer
    rows = [phrase("Project: {}", safe(opening.project.name))]
    rows.append(phrase("Customer: {}", safe(customer.id, limit=1500)))
    if shown.parts.asked != customer.id:
        rows.append(phrase("Looked up: {}", safe(shown.parts.asked, limit=1500)))
    verdict = explain(shown.facts, shown.view)
    rows.append(phrase("Access: {}", verdict.sentence))
    return [*rows, *field_lines(verdict_fields(verdict, also(shown.facts, shown.view)))]


def _section_lines(name: str, shown: _Shown) -> list[SafeText]:
    if name == "timeline":
        events = timeline(shown.facts, shown.view)
        return table_lines(timeline_table(shown.view), events)
    if name == "profile":
        return field_lines(profile_fields(shown.facts, shown.view))
    section = Section(name)
    state = shown.parts.state(ListKey(section))
    missing = shortfall(state, section)
    told = [] if missing is None else [missing]
    title = safe(TITLES[section].plain.capitalize())
    if state.listing is None:
        return [title, *told]
    table = section_table(section, shown.view, shown.parts, shown.facts)
    return [title, *table_lines(table, state.listing.rows), *told]


def _data(shown: _Shown, form: ShowForm) -> dict[str, Any]:
    sections = [Section(form.section)] if form.section in tuple(Section) else list(Section)
    return {
        "customer": shown.facts.customer.raw,
        "verdict": _verdict_data(explain(shown.facts, shown.view)),
        "also": [_verdict_data(one) for one in also(shown.facts, shown.view)],
        "sections": {section.value: _section_data(section, shown) for section in sections},
    }


def _verdict_data(verdict: Verdict) -> dict[str, Any]:
    return {
        "access": verdict.access.name.lower(),
        "sentence": verdict.sentence.plain,
        "rule": verdict.rule,
        "evidence": [row.plain for row in verdict.evidence],
        "next_step": verdict.next_step.plain,
    }


def _section_data(section: Section, shown: _Shown) -> dict[str, Any]:
    state = shown.parts.state(ListKey(section))
    missing = shortfall(state, section)
    rows = () if state.listing is None else state.listing.rows
    return {
        "state": state.phase.name.lower().replace("_", "-"),
        "missing": "" if missing is None else missing.plain,
        "items": [one.raw for one in rows],
    }
