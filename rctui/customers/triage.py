"""Triage: many ids, each with its verdict. One row of the list is one read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

from rctui.api.errors import NotFound
from rctui.api.rate_limits import RateDomain
from rctui.customers.environments import counts
from rctui.customers.finding.lookup import recognise
from rctui.customers.finding.recognise_cleaning import cleaned
from rctui.customers.sections import Section
from rctui.customers.verdicts.reasons import explain
from rctui.customers.verdicts.verdict import Access, Verdict
from rctui.customers.whole import ReadParts
from rctui.text.safe_text import SafeText, label

if TYPE_CHECKING:
    from rctui.api.reader import CustomerReader
    from rctui.customers.parts import CustomerParts
    from rctui.customers.verdicts.access import Viewpoint

IDS_AT_MOST: Final = 1_000
REQUESTS: Final = 3
"""Of one row: the customer, subscriptions, purchases."""
_SECTIONS: Final = (Section.SUBSCRIPTIONS, Section.PURCHASES)
_BETWEEN: Final = re.compile(r"[\s,;]+")


@dataclass(frozen=True, slots=True)
class TriageRow:
    """One id, as far as it is known."""

    number: int
    """From 1, in the order in which it was pasted."""
    asked: str
    parts: CustomerParts | None = None
    failure: SafeText = label("")
    """Why nothing is known, or empty."""
    is_gone: bool = False

    def verdict(self, view: Viewpoint) -> Verdict | None:
        """Access or not, and why; `None` while it is not loaded."""
        facts = None if self.parts is None else self.parts.facts("")
        if facts is not None:
            return explain(facts, view)
        if self.is_gone:
            return Verdict(Access.NO, label("There is no such customer."), (), "no-customer")
        return None

    @property
    def environments(self) -> SafeText:
        """`PROD 3 / SBX 2`."""
        facts = None if self.parts is None else self.parts.facts("")
        return label("") if facts is None else counts(facts.subscriptions, facts.purchases)


@dataclass(frozen=True, slots=True)
class ReadTriageRow:
    """Reads what a verdict takes."""

    number: int
    customer_id: str
    domain: ClassVar[RateDomain] = RateDomain.CUSTOMER_INFORMATION

    async def run(self, reader: CustomerReader) -> TriageRow:
        """Read one customer. Raises ApiError where that fails for another reason than absence."""
        try:
            parts = await ReadParts(self.customer_id, _SECTIONS).run(reader)
        except NotFound:
            return TriageRow(self.number, self.customer_id, is_gone=True)
        return TriageRow(self.number, self.customer_id, parts)


def ids_in(text: str) -> tuple[str, ...]:
    """The ids of a pasted list: one a line, or between spaces and commas; each once.

    An address of the dashboard and an id in quotes count as the id that is meant.
    """
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    words = lines if len(lines) > 1 else _BETWEEN.split(text.strip())
    meant = (_meant(word) for word in words)
    return tuple(dict.fromkeys(one for one in meant if one))[:IDS_AT_MOST]


def _meant(word: str) -> str:
    candidates = recognise(cleaned(word.strip(" ,;\t"))).candidates
    return candidates[0].value if candidates else ""
