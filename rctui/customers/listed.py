"""A row of Find: a customer of the project, or one that is only remembered by id."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from rctui.api.page import Unreadable
from rctui.text.safe_text import SafeText, label

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rctui.api.models.customer import Customer
    from rctui.customers.finding.matches import Match

Why = Literal["pinned", "recent", ""]


@dataclass(frozen=True, slots=True)
class ListedCustomer:
    """One row."""

    customer_id: str
    why: Why = ""
    """Why it is listed apart from the project's own list."""
    customer: Customer | None = None
    """What is known besides the id."""
    opened_ms: int | None = None
    """When it was opened last in this run, in ms since the epoch."""
    project: str = ""
    """The key of the project that knows them, where several were asked."""
    found_by: SafeText = label("")
    """Which clues of a search led here, in words."""


NOT_KEPT = ListedCustomer("")
"""Stands for a row whose page has been let go. No customer's id is empty."""


def remembered_rows(pinned: Iterable[str], recent: Iterable[str]) -> tuple[ListedCustomer, ...]:
    """Pinned customers, then recent ones; who is both is listed once."""
    pins = tuple(pinned)
    return (
        *(ListedCustomer(one, "pinned") for one in pins),
        *(ListedCustomer(one, "recent") for one in recent if one not in pins),
    )


def listed_rows(rows: Iterable[Customer | Unreadable]) -> tuple[ListedCustomer | Unreadable, ...]:
    """Customers as rows of Find."""
    return tuple(
        row if isinstance(row, Unreadable) else ListedCustomer(row.id, customer=row) for row in rows
    )


def found_rows(matches: Iterable[Match]) -> tuple[ListedCustomer, ...]:
    """Whom a search found as rows, with the clues that led to each."""
    return tuple(
        ListedCustomer(one.customer.id, customer=one.customer, found_by=one.by) for one in matches
    )
