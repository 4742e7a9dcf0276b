"""Everything about one customer, all pages of it: for those who read without a screen."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from functools import reduce
from typing import TYPE_CHECKING, Any, ClassVar

from rctui.api.errors import ApiError
from rctui.api.rate_limits import RateDomain
from rctui.customers.failure import failure_of
from rctui.customers.parts import CustomerParts, ListKey, State
from rctui.customers.reads import ListSection, OpenCustomer
from rctui.customers.sections import Section

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rctui.api.reader import CustomerReader

AT_ONCE = 4
PAGES_AT_MOST = 100
"""Of one list: 10,000 rows."""


@dataclass(frozen=True, slots=True)
class ReadParts:
    """The customer's own answer and the wanted lists to their last page."""

    customer_id: str
    sections: tuple[Section, ...] = tuple(Section)
    domain: ClassVar[RateDomain] = RateDomain.CUSTOMER_INFORMATION

    async def run(self, reader: CustomerReader) -> CustomerParts:
        """Read. A list that can't be read says why; raises ApiError for the customer alone."""
        customer = await OpenCustomer(self.customer_id).run(reader)
        parts = CustomerParts(self.customer_id).opened(customer, 0)
        gate = asyncio.Semaphore(AT_ONCE)
        lists = await asyncio.gather(*(self._list(reader, one, gate) for one in self.sections))
        return _together(parts, lists)

    async def _list(
        self, reader: CustomerReader, section: Section, gate: asyncio.Semaphore
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
                parts = parts.page(key, page, 0, first=number == 0)
        except ApiError as error:
            parts = parts.failed(key, failure_of(error))
        return key, parts.state(key)


def _together(parts: CustomerParts, lists: Iterable[tuple[ListKey, State]]) -> CustomerParts:
    return reduce(lambda one, listed: one.with_list(*listed), lists, parts)
