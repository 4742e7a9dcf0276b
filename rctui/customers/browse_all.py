"""Every page of the project's customers, for exports."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

from rctui.api.errors import ApiError
from rctui.api.rate_limits import RateDomain
from rctui.customers.browse import BrowseCustomers
from rctui.customers.browsed import BrowsedCustomers
from rctui.customers.failure import failure_of
from rctui.customers.listed import listed_rows
from rctui.customers.whole import SoFar
from rctui.text.safe_text import SafeText, label, phrase

if TYPE_CHECKING:
    from collections.abc import Callable

    from rctui.api.page import Unreadable
    from rctui.api.reader import CustomerReader
    from rctui.customers.listed import ListedCustomer

PAGES_AT_MOST: Final = 1000
"""100,000 customers."""


@dataclass(frozen=True, slots=True)
class AllCustomers:
    """The customers, and what is missing of them in words."""

    rows: tuple[ListedCustomer | Unreadable, ...]
    missing: SafeText = label("")


@dataclass(frozen=True, slots=True)
class BrowseAllCustomers:
    """The project's customers from the first page to the last."""

    progress: Callable[[SoFar], object]
    """Called on the thread that reads, after each page."""
    customer_id: ClassVar[None] = None
    domain: ClassVar[RateDomain] = RateDomain.CUSTOMER_INFORMATION

    async def run(self, reader: CustomerReader) -> AllCustomers:
        """Read. What follows a page that failed is missing; raises ApiError for the first."""
        first = await BrowseCustomers().run(reader)
        browsed = BrowsedCustomers(first, keep=PAGES_AT_MOST)
        rows = [*listed_rows(first.items)]
        missing = label("")
        for _ in range(PAGES_AT_MOST - 1):
            self.progress(SoFar(0, 1, len(rows)))
            if not browsed.more:
                break
            try:
                page = await BrowseCustomers(browsed.next_cursor).run(reader)
            except ApiError as error:
                missing = phrase("only the first {} ({})", len(rows), failure_of(error).message)
                break
            browsed.add(page)
            rows += listed_rows(page.items)
        if not missing.plain and not browsed.is_whole:
            missing = browsed.count_words
        return AllCustomers(tuple(rows), missing)
