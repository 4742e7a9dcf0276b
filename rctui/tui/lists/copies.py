"""What can be copied of the row under the cursor of a plain list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rctui.api.page import Unreadable
from rctui.customers.listed import NOT_KEPT, ListedCustomer
from rctui.exports.json_text import raw_json
from rctui.exports.record_values import exact
from rctui.text.safe_text import SafeText, label
from rctui.tui.customer.copies import customer_choices, row_choices
from rctui.tui.screens.copy_menu import CopyChoice

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rctui.tui.screens.base import RctuiScreen
    from rctui.wiring.opening import ProjectFacts


def list_choices(screen: RctuiScreen) -> list[CopyChoice]:
    """The customer that the row is about, if it is about one; the row; its ids; its JSON."""
    table = screen.the_list
    row = None if table is None else table.cursor_row
    if table is None or row is None or row is NOT_KEPT:
        return []
    found = {choice.key: choice for choice in _about(screen, row)}
    for choice in row_choices(row, table.shown.table):
        found.setdefault(choice.key, choice)
    if not isinstance(row, Unreadable):
        found.setdefault("j", CopyChoice("j", label("row as JSON"), raw_json(exact(row))))
    return list(found.values())


def _about(screen: RctuiScreen, row: Any) -> Iterator[CopyChoice]:
    customer_id = _customer_of(row)
    if customer_id:
        known = row.customer if isinstance(row, ListedCustomer) else None
        yield from customer_choices(customer_id, known, _project_of(screen, row))
    for key, name, value in _ids(row):
        if value:
            yield CopyChoice(key, name, value)


def _project_of(screen: RctuiScreen, row: Any) -> ProjectFacts:
    """Where the customer is: in the project on screen, unless the row says another."""
    key = row.project if isinstance(row, ListedCustomer) else ""
    found = (one for one in screen.session.opening.projects if one.key == key)
    return next(found, screen.session.project)


def _customer_of(row: Any) -> str:
    """Whose row it is; empty for what is about nobody, such as a request."""
    if isinstance(row, ListedCustomer):
        return row.customer_id
    first = getattr(row, "first", None)
    if first is not None:
        return str(first.customer_id)
    return str(getattr(row, "id", "") or "")


def _ids(row: Any) -> Iterator[tuple[str, SafeText, str]]:
    end = getattr(row, "end", row)
    yield "i", label("request id"), str(getattr(end, "request_id", "") or "")
    yield "p", label("path"), str(getattr(row, "path", "") or "")
    first = getattr(row, "first", None)
    yield "t", label("ticket"), "" if first is None else str(first.ticket)
