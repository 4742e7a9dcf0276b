"""A whole customer on its way into a file: the verdict and every list."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from rctui.customers.names import names_in
from rctui.customers.own_changes import NONE, OwnChanges
from rctui.customers.parts import CustomerParts, ListKey
from rctui.customers.profile import profile_fields
from rctui.customers.sections import Section
from rctui.customers.timeline import timeline, timeline_gaps
from rctui.customers.verdicts.loaded import TITLES
from rctui.customers.verdicts.reasons import also, explain
from rctui.customers.whole import lacking
from rctui.exports.csv_text import csv_bytes
from rctui.exports.json_text import data_json
from rctui.exports.markdown_text import as_written, escaped, fields_markdown
from rctui.exports.record_values import exact, iso
from rctui.exports.sheet import Sheet
from rctui.tables.evidence import verdict_fields
from rctui.tables.sections import section_table
from rctui.tables.timeline import timeline_table
from rctui.text import moments
from rctui.text.safe_text import SafeText, join, label, phrase, safe

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rctui.customers.fields import Field
    from rctui.customers.verdicts.access import Viewpoint
    from rctui.customers.verdicts.facts import Facts
    from rctui.customers.verdicts.verdict import Verdict
    from rctui.exports.csv_text import Value

ALL: Final = tuple(Section)
_ID_AT_MOST: Final = 1500


@dataclass(frozen=True, slots=True)
class CustomerDocument:
    """Everything that was read of one customer, as seen from one moment."""

    parts: CustomerParts
    facts: Facts
    view: Viewpoint
    project: str
    """The project's name."""

    @property
    def stem(self) -> str:
        """What its file or folder is called, unless told otherwise. Outside text."""
        return f"customer-{self.facts.customer.id}"

    @property
    def rows(self) -> int:
        """How many rows the server's lists have."""
        return sum(self.sheet(section).rows for section in Section)

    @property
    def missing(self) -> tuple[SafeText, ...]:
        """Which lists could not be read completely, and why."""
        told = (lacking(self.parts.state(ListKey(section)), section) for section in Section)
        return tuple(one for one in told if one is not None)

    @property
    def verdict(self) -> tuple[Field, ...]:
        """Access and why, and what else was concluded."""
        return verdict_fields(explain(self.facts, self.view), also(self.facts, self.view))

    @property
    def profile(self) -> tuple[Field, ...]:
        """Every field of the customer."""
        return profile_fields(self.facts, self.view)

    def sheet(self, section: Section) -> Sheet:
        """One of the server's lists."""
        state = self.parts.state(ListKey(section))
        missing = lacking(state, section)
        return Sheet(
            section.value,
            safe(TITLES[section].plain.capitalize()),
            section_table(section, self.view, self.parts, self.facts),
            () if state.listing is None else state.listing.rows,
            label("") if missing is None else missing,
        )

    @property
    def timeline(self) -> Sheet:
        """The events that the lists date."""
        gaps = timeline_gaps(self.facts, self.view)
        missing = phrase("without: {}", join(", ", gaps)) if gaps else label("")
        events = timeline(self.facts, self.view)
        table = timeline_table(self.view)
        return Sheet("timeline", label("Timeline"), table, events, missing)

    def data(self, sections: Sequence[Section] = ALL) -> dict[str, Any]:
        """The verdict in words, and the server's own records."""
        return {
            "customer": self.facts.customer.raw,
            "verdict": _verdict_data(explain(self.facts, self.view)),
            "also": [_verdict_data(one) for one in also(self.facts, self.view)],
            "sections": {section.value: self._section_data(section) for section in sections},
        }

    def _section_data(self, section: Section) -> dict[str, Any]:
        state, sheet = self.parts.state(ListKey(section)), self.sheet(section)
        return {
            "state": state.phase.name.lower().replace("_", "-"),
            "missing": sheet.missing.plain,
            "items": [exact(one) for one in sheet.items],
        }

    def json(self) -> str:
        """Exact and versioned."""
        about = {
            "project": self.project,
            "asked": self.parts.asked,
            "read_at": self.parts.as_of_ms,
            "missing": [one.plain for one in self.missing],
        }
        events = [exact(one) for one in self.timeline.items]
        return data_json({**about, **self.data(), "timeline": events})

    def markdown(self) -> str:
        """For people."""
        customer = safe(self.facts.customer.id, limit=_ID_AT_MOST)
        lines = [phrase("# Customer {}", as_written(customer)), label(""), *self._head()]
        for sheet in (*(self.sheet(section) for section in Section), self.timeline):
            lines += [label(""), *sheet.markdown()]
        lines += [label(""), label("## Profile"), label(""), *fields_markdown(self.profile)]
        return join("\n", lines).plain

    def _head(self) -> list[SafeText]:
        asked = safe(self.parts.asked, limit=_ID_AT_MOST)
        as_of = moments.local_and_utc(self.parts.as_of_ms, self.view.zone)
        return [
            phrase("- **project** {}", as_written(safe(self.project))),
            phrase("- **looked up** {}", as_written(asked)),
            phrase("- **as of** {}", as_of),
            *fields_markdown(self.verdict),
            *(phrase("- **MISSING** {}", escaped(one)) for one in self.missing),
        ]

    def csv(self) -> Mapping[str, bytes]:
        """For spreadsheets: a file for each list, and one that says which there are."""
        sheets = [*(self.sheet(section) for section in Section), self.timeline]
        listed: list[tuple[Value, ...]] = [
            (one.name, f"{one.name}.csv", one.rows, one.missing.plain) for one in sheets
        ]
        named = ((f.name.plain.strip(), f.value.plain) for f in (*self.verdict, *self.profile))
        about: list[tuple[Value, ...]] = [
            ("project", self.project),
            ("looked up", self.parts.asked),
            ("as of", iso(self.parts.as_of_ms)),
            *named,
        ]
        return {
            "lists.csv": csv_bytes(("list", "file", "rows", "missing"), listed),
            "customer.csv": csv_bytes(("field", "value"), about),
            **{f"{one.name}.csv": one.csv() for one in sheets},
        }


def customer_document(
    parts: CustomerParts,
    view: Viewpoint,
    *,
    project: str,
    restore_behavior: str,
    own: OwnChanges = NONE,
) -> CustomerDocument:
    """What `ReadParts` read, seen from `view`; the rows themselves teach more names.

    `own` is what our own journal knows of the project.
    """
    facts = parts.facts(restore_behavior)
    if facts is None:
        raise ValueError("the customer's own answer is not there")
    deed = own.deed_of({facts.customer.id, parts.asked})
    facts = replace(facts, own=deed, own_grants=own.grants_of(facts.own_ids))
    learned = names_in([*facts.subscription_rows, *facts.purchase_rows])
    seen = replace(view, names=view.names.with_learned(learned))
    return CustomerDocument(parts, facts, seen, project)


def _verdict_data(verdict: Verdict) -> dict[str, Any]:
    return {
        "access": verdict.access.name.lower(),
        "sentence": verdict.sentence.plain,
        "rule": verdict.rule,
        "evidence": [row.plain for row in verdict.evidence],
        "next_step": verdict.next_step.plain,
    }
