"""What a recovery file is made of: a whole customer, every list, every page, as it is sent.

What the key may not read is noted. Anything else that goes wrong ends the read.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from rctui.api.errors import PermissionDenied
from rctui.api.paging import all_pages
from rctui.api.rate_limits import RateDomain
from rctui.customers.reads import ListSection
from rctui.customers.sections import Section

if TYPE_CHECKING:
    from rctui.api.page import Page
    from rctui.api.reader import CustomerReader


@dataclass(frozen=True, slots=True)
class ReadWholeCustomer:
    """Everything that can be read of a customer, exactly as the server sends it."""

    customer_id: str
    domain: ClassVar[RateDomain] = RateDomain.CUSTOMER_INFORMATION

    async def run(self, reader: CustomerReader) -> dict[str, Any]:
        """The customer and all lists. Raises ApiError; a lacking permission is only noted."""
        customer = await reader.get_customer(self.customer_id, expand_attributes=False)
        lists = {section.value: await self._list(reader, section) for section in Section}
        return {"customer": dict(customer.raw), "lists": lists}

    async def _list(self, reader: CustomerReader, section: Section) -> dict[str, Any]:
        async def fetch(cursor: str | None) -> Page[Any]:
            return await ListSection(self.customer_id, section, cursor).run(reader)

        items: list[Any] = []
        problem = ""
        try:
            async for page in all_pages(fetch):
                items += [getattr(item, "raw", None) for item in page.items]
                problem = page.cut_short
        except PermissionDenied as error:
            problem = error.message
        return {"items": items, "problem": problem}
