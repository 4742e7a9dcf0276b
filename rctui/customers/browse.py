"""The read that Find begins with. Apart from the others: the first screen needs no more of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rctui.api.rate_limits import RateDomain

if TYPE_CHECKING:
    from rctui.api.models.customer import Customer
    from rctui.api.page import Page
    from rctui.api.reader import CustomerReader

PAGE_SIZE = 100
"""What the API gives at the most, whatever is asked for."""


@dataclass(frozen=True, slots=True)
class BrowseCustomers:
    """One page of the project's customers."""

    cursor: str | None = None
    customer_id: ClassVar[None] = None
    domain: ClassVar[RateDomain] = RateDomain.CUSTOMER_INFORMATION

    async def run(self, reader: CustomerReader) -> Page[Customer]:
        """Read the page. Raises ApiError."""
        return await reader.list_customers(starting_after=self.cursor, limit=PAGE_SIZE)
