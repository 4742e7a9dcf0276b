"""Paths of the API: every id becomes exactly one segment, or is refused.

An id decides which endpoint is called: `..` climbs to the project, an empty one shortens the
path to the collection, `/`, `?` and `#` cut it. Percent-encoding cures all but the dots and the
empty id, which HTTP clients fold away even when they are quoted.
"""

from __future__ import annotations

from typing import Final
from urllib.parse import quote

from rctui.api.errors import RefusedBeforeSending

LONGEST_ID: Final = 1500
"""Characters. The API's limit for customer and invoice ids; the others are below it."""

_ROUTE_WORDS: Final = frozenset({"blocked_customers"})
"""Words that stand where a customer id could, and address something else."""

_SHOWN_AT_MOST: Final = 60


def project(project_id: str, *parts: str) -> str:
    """A path in a project; `parts` are route words. Raises RefusedBeforeSending."""
    return "/".join(("", "projects", segment(project_id, "project id"), *parts))


def customer(project_id: str, customer_id: str, *parts: str) -> str:
    """A path below one customer. Raises RefusedBeforeSending."""
    legal_customer_id(customer_id)
    return project(project_id, "customers", segment(customer_id, "customer id"), *parts)


def blocked_customer(project_id: str, customer_id: str) -> str:
    """The path of one entry of the block list. Raises RefusedBeforeSending."""
    legal_customer_id(customer_id)
    entry = segment(customer_id, "customer id")
    return project(project_id, "customers", "blocked_customers", entry)


def same_project(one: str, other: str) -> bool:
    """Whether two ids name one project: some answers and dashboard URLs leave out `proj`."""
    return one.removeprefix("proj") == other.removeprefix("proj")


def segment(identifier: str, what: str) -> str:
    """An id as one path segment. Raises RefusedBeforeSending."""
    return quote(legal_id(identifier, what), safe="")


def legal_id(identifier: str, what: str) -> str:
    """The id itself. Raises RefusedBeforeSending where no path or body may carry it."""
    why = _why_illegal(identifier)
    if why:
        raise RefusedBeforeSending(
            f"{_shown(identifier)} can't be used as a {what}: {why}.",
            hint="Check where this id comes from.",
        )
    return identifier


def legal_query_value(value: str, what: str) -> str:
    """A value for a query, dots allowed. An empty one would mean "all" or "from the start"."""
    return value if value in {".", ".."} else legal_id(value, what)


def legal_customer_id(customer_id: str) -> str:
    """The id itself. Raises RefusedBeforeSending, also for words that are routes of the API."""
    legal_id(customer_id, "customer id")
    if customer_id in _ROUTE_WORDS:
        raise RefusedBeforeSending(
            f"{_shown(customer_id)} can't be used as a customer id: the API has a route there.",
            hint="This customer can't be reached by this id; look for another alias.",
        )
    return customer_id


def _why_illegal(identifier: str) -> str:
    if not identifier:
        return "it is empty"
    if identifier in {".", ".."}:
        return "in a URL it means another place"
    if len(identifier) > LONGEST_ID:
        return f"it has {len(identifier)} characters, and the API takes {LONGEST_ID}"
    if any("\ud800" <= character <= "\udfff" for character in identifier):
        return "half of a character is missing in it"
    return ""


def _shown(identifier: str) -> str:
    cut = identifier[:_SHOWN_AT_MOST]
    return ascii(cut) + ("…" if cut != identifier else "")
