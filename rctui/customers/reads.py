"""Everything that can be read, each as a frozen value.

A value can be compared (two equal reads are joined into one request), ordered by need, dropped
when it is stale and run on the worker; a screen never touches the client itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Protocol, TypeVar

from rctui.api.rate_limits import RateDomain
from rctui.customers.browse import PAGE_SIZE

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from rctui.api.models.base import Record
    from rctui.api.models.blocked import BlockedCustomer
    from rctui.api.models.customer import Customer
    from rctui.api.page import Page
    from rctui.api.reader import CustomerReader
    from rctui.customers.sections import Section

T_co = TypeVar("T_co", covariant=True)


class Read(Protocol[T_co]):
    """One thing to read. Implementations are frozen dataclasses, so that equals can be joined."""

    @property
    def customer_id(self) -> str | None:
        """Whose data it is, for the limit of requests per customer; `None` for a project's."""

    @property
    def domain(self) -> RateDomain:
        """Which rate budget it draws on."""

    async def run(self, reader: CustomerReader) -> T_co:
        """Read it. Raises ApiError."""


@dataclass(frozen=True, slots=True)
class OpenCustomer:
    """The customer's own fields, active entitlements and attributes: one request."""

    customer_id: str
    domain: ClassVar[RateDomain] = RateDomain.CUSTOMER_INFORMATION

    async def run(self, reader: CustomerReader) -> Customer:
        """Read the customer, without attributes where the key may not expand them.

        Expanding needs a permission of its own and fails the whole call without it.
        Raises ApiError.
        """
        from rctui.api.errors import PermissionDenied

        try:
            return await reader.get_customer(self.customer_id, expand_attributes=True)
        except PermissionDenied:
            return await reader.get_customer(self.customer_id, expand_attributes=False)


@dataclass(frozen=True, slots=True)
class ListBlocked:
    """The project's block list, which always comes whole."""

    customer_id: ClassVar[None] = None
    domain: ClassVar[RateDomain] = RateDomain.CUSTOMER_INFORMATION

    async def run(self, reader: CustomerReader) -> Page[BlockedCustomer]:
        """Read the list. Raises ApiError."""
        return await reader.list_blocked_customers()


@dataclass(frozen=True, slots=True)
class ListSection:
    """One page of one of the customer's lists."""

    customer_id: str
    section: Section
    cursor: str | None = None
    environment: str | None = None
    """`production` or `sandbox` for subscriptions and purchases; `None` is both."""
    domain: ClassVar[RateDomain] = RateDomain.CUSTOMER_INFORMATION

    async def run(self, reader: CustomerReader) -> Page[Record]:
        """Read the page. Raises ApiError."""
        page: Page[Record] = await _lister(reader, self)
        return page


def _lister(reader: CustomerReader, read: ListSection) -> Awaitable[Any]:
    """The request for a section. `Any`: each section has a record type of its own."""
    from rctui.customers.sections import Section

    lists: dict[Section, Callable[..., Awaitable[Any]]] = {
        Section.ENTITLEMENTS: reader.list_active_entitlements,
        Section.SUBSCRIPTIONS: reader.list_subscriptions,
        Section.PURCHASES: reader.list_purchases,
        Section.ALIASES: reader.list_aliases,
        Section.ATTRIBUTES: reader.list_attributes,
        Section.INVOICES: reader.list_invoices,
        Section.CURRENCIES: reader.list_virtual_currencies,
    }
    options: dict[str, str] = {}
    if read.environment and read.section in (Section.SUBSCRIPTIONS, Section.PURCHASES):
        options["environment"] = read.environment
    return lists[read.section](
        read.customer_id, starting_after=read.cursor, limit=PAGE_SIZE, **options
    )
