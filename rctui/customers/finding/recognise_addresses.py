"""Customers named by an address of RevenueCat's dashboard, or of its API."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from rctui.customers.finding.recognise_cleaning import cleaned, percent_decoded
from rctui.customers.finding.recognised import Candidate, CandidateKind

if TYPE_CHECKING:
    from collections.abc import Iterator

_SEGMENT = r"[^\s/?#<>\"'`()\[\]|\\]{1,6000}"
_ADDRESS: Final = re.compile(
    r"(?:app|api)\.revenuecat\.com/(?:v\d/)?"
    rf"(?:projects/(?P<project>{_SEGMENT})/)?customers/(?P<first>{_SEGMENT})"
    rf"(?:/(?P<second>{_SEGMENT}))?",
    re.IGNORECASE,
)


def addressed_candidates(text: str) -> Iterator[Candidate]:
    """Every customer whose address is in the text, with the project that it names."""
    for found in _ADDRESS.finditer(text):
        project, written = _project_and_id(found)
        value = percent_decoded(written) or written
        why = "the customer that this address names"
        yield Candidate(CandidateKind.DASHBOARD_URL, value, project, why)


def _project_and_id(found: re.Match[str]) -> tuple[str | None, str]:
    """Addresses without `projects/` are an older form: `customers/<project>/<id>`."""
    project, first, second = found["project"], found["first"], found["second"]
    if project is None and second is not None:
        return first, cleaned(second)
    return project, first if second else cleaned(first)
