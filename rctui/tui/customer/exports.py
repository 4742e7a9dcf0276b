"""What a customer's screen can export: the whole customer, or the open tab."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from rctui.customers.parts import CustomerParts, ListKey
from rctui.customers.whole import ReadParts, lacking
from rctui.exports.customer_document import CustomerDocument, customer_document
from rctui.text.safe_text import label, phrase, safe
from rctui.tui.lists.exporting import (
    Exportable,
    Listed,
    Offer,
    listed_on,
    marked_first,
    row_exports,
)

if TYPE_CHECKING:
    from rctui.customers.sections import Section
    from rctui.exports.sheet import ListDocument
    from rctui.tui.customer.view import CustomerView


def customer_exports(screen: CustomerView) -> Offer:
    """Marked rows first where there are some, then the customer, then the tab."""
    table, picture = screen.the_list, screen.picture
    section, name = screen.tab.section, screen.tab.title.plain.lower()
    filtered = picture.environment if screen.tab.has_environment else None
    about = {"customer": screen.customer_id, **({"environment": filtered} if filtered else {})}
    listed = listed_on(screen, f"{screen.customer_id}-{name}", screen.tab.title, **about)
    title, whole = safe(screen.customer_id), [_whole(screen)]
    if listed is None or table is None:
        return Offer(title, tuple(whole))
    if section is not None and table.shown.more and filtered is None:
        whole.append(_all_pages(screen.customer_id, section, listed))
    return Offer(title, marked_first(row_exports(listed, table), *whole))


def _whole(screen: CustomerView) -> Exportable:
    customer_id, project, view = screen.customer_id, screen.session.project, screen.picture.view
    own = screen.program.own_changes

    def document(parts: Any) -> CustomerDocument:
        return customer_document(
            cast("CustomerParts", parts),
            view,
            project=project.name,
            restore_behavior=project.restore_behavior,
            own=own,
        )

    return Exportable(
        "whole",
        label("the whole customer"),
        f"customer-{customer_id}",
        document,
        lambda tell: ReadParts(customer_id, progress=tell),
        is_folder=True,
    )


def _all_pages(customer_id: str, section: Section, listed: Listed) -> Exportable:
    def document(parts: Any) -> ListDocument:
        state = cast("CustomerParts", parts).state(ListKey(section))
        missing = lacking(state, section)
        rows = () if state.listing is None else state.listing.rows
        return listed.document(rows, label("") if missing is None else missing)

    return Exportable(
        "all-pages",
        phrase("{}: all pages", listed.title),
        listed.stem,
        document,
        lambda tell: ReadParts(customer_id, (section,), progress=tell),
    )
