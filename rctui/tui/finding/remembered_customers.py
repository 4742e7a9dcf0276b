"""Pinned and recent customers of the project on screen, with what this run knows of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from rctui.customers.listed import ListedCustomer, remembered_rows

if TYPE_CHECKING:
    from rctui.tui.app import RctuiApp


def remembered_customers(program: RctuiApp, opened: str = "") -> tuple[ListedCustomer, ...]:
    """Pinned ones, then recent ones, the newest first.

    `opened` is the customer on screen: a thread of its own may still be writing that down.
    """
    known = program.remembered()
    if opened and program.session.opening.remembered.keep_recent:
        known = known.with_opened(opened)
    rows = remembered_rows(known.pinned, known.recent)
    return tuple(with_what_is_known(program, row) for row in rows)


def with_what_is_known(program: RctuiApp, row: ListedCustomer) -> ListedCustomer:
    """The row with what has been loaded of its customer in this run."""
    known = program.known_customers.of(program.session.project.key, row.customer_id)
    return replace(row, customer=known.customer, opened_ms=known.opened_ms)
