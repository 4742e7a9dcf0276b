"""What Find can export: what a search found, or the project's customers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

from rctui.customers.browse_all import AllCustomers, BrowseAllCustomers
from rctui.tables.listed_customers import listed_customers_table
from rctui.text.safe_text import label, phrase
from rctui.tui.lists.exporting import Exportable, Offer, listed_on, marked_first, row_exports

if TYPE_CHECKING:
    from rctui.exports.sheet import ListDocument
    from rctui.tui.lists.exporting import Listed
    from rctui.tui.screens.find import FindScreen


def find_exports(screen: FindScreen) -> Offer:
    """Marked rows first where there are some, then every page, then what is loaded."""
    listed, title = listed_on(screen), label("Find")
    if listed is None:
        return Offer(title, ())
    above = frozenset(listed.table.key(row) for row in screen.remembered)
    rows = row_exports(listed, screen.table, extra=above)
    more = [_all_pages(screen, listed)] if screen.table.shown.more else []
    return Offer(title, marked_first(rows, *more))


def _all_pages(screen: FindScreen, listed: Listed) -> Exportable:
    plain = replace(listed, table=listed_customers_table(screen.session.zone))

    def document(read: Any) -> ListDocument:
        found = cast("AllCustomers", read)
        return plain.document(found.rows, found.missing)

    return Exportable(
        "all-pages",
        phrase("{}: all pages", listed.title),
        listed.stem,
        document,
        BrowseAllCustomers,
    )
