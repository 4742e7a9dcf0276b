"""Everything about one customer, all pages of it: for exports, and without a screen."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from functools import reduce
from typing import TYPE_CHECKING, Any, ClassVar

from rctui.api.errors import ApiError
from rctui.api.rate_limits import RateDomain
from rctui.clock import epoch_ms
from rctui.customers.failure import failure_of
from rctui.customers.parts import CustomerParts, ListKey, State
from rctui.customers.reads import ListSection, OpenCustomer
from rctui.customers.sections import Section
from rctui.customers.verdicts.loaded import TITLES, shortfall
from rctui.text.safe_text import SafeText, phrase

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from rctui.api.reader import CustomerReader

AT_ONCE = 4
PAGES_AT_MOST = 100
"""Of one list: 10,000 rows."""


@dataclass(frozen=True, slots=True)
class SoFar:
    """How far a long read has come."""

    lists: int
    """Lists that are read to their end."""
    of: int
    rows: int

    @property
    def words(self) -> SafeText:
        """`3 of 7 lists, 700 rows`; of one list alone, `700 rows`."""
        if self.of == 1:
            return phrase("{} rows", self.rows)
        return phrase("{} of {} lists, {} rows", self.lists, self.of, self.rows)


@dataclass(frozen=True, slots=True)
class ReadParts:
    """The customer's own answer and the wanted lists to their last page."""

    customer_id: str
    sections: tuple[Section, ...] = tuple(Section)
    progress: Callable[[SoFar], object] | None = None
    """Called on the thread that reads, after each page and each list."""
    domain: ClassVar[RateDomain] = RateDomain.CUSTOMER_INFORMATION

    async def run(self, reader: CustomerReader) -> CustomerParts:
        """Read. A list that can't be read says why; raises ApiError for the customer alone."""
        customer = await OpenCustomer(self.customer_id).run(reader)
        parts = CustomerParts(self.customer_id).opened(customer, epoch_ms())
        gate, tally = asyncio.Semaphore(AT_ONCE), _Tally(len(self.sections), self.progress)
        lists = await asyncio.gather(
            *(self._list(reader, one, gate, tally) for one in self.sections)
        )
        return _together(parts, lists)

    async def _list(
        self, reader: CustomerReader, section: Section, gate: asyncio.Semaphore, tally: _Tally
    ) -> tuple[ListKey, State]:
        key = ListKey(section)
        parts = CustomerParts(self.customer_id)
        try:
            for number in range(PAGES_AT_MOST):
                listing = parts.state(key).listing
                if number and (listing is None or not listing.more):
                    break
                cursor = listing.next_cursor if listing is not None else None
                async with gate:
                    page: Any = await ListSection(self.customer_id, section, cursor).run(reader)
                parts = parts.page(key, page, epoch_ms(), first=number == 0)
                tally.add(rows=len(page.items))
        except ApiError as error:
            parts = parts.failed(key, failure_of(error))
        tally.add(lists=1)
        return key, parts.state(key)


class _Tally:
    """Counts, and says so."""

    def __init__(self, of: int, progress: Callable[[SoFar], object] | None) -> None:
        self._of, self._progress = of, progress
        self._lists = self._rows = 0

    def add(self, *, lists: int = 0, rows: int = 0) -> None:
        self._lists += lists
        self._rows += rows
        if self._progress is not None:
            self._progress(SoFar(self._lists, self._of, self._rows))


def lacking(state: State, section: Section) -> SafeText | None:
    """What is missing from a list that was read to its end or as far as that went, in words."""
    listing, failure = state.listing, state.failure
    if listing is None or failure is None:
        return shortfall(state, section)
    rows = len(listing.rows)
    return phrase("{}: only the first {} rows ({})", TITLES[section], rows, failure.message)


def _together(parts: CustomerParts, lists: Iterable[tuple[ListKey, State]]) -> CustomerParts:
    return reduce(lambda one, listed: one.with_list(*listed), lists, parts)
