"""What is read before something is done at a store, as reads like any other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rctui.api.rate_limits import RateDomain

if TYPE_CHECKING:
    from rctui.api.models.transaction import SubscriptionTransaction
    from rctui.api.page import Page
    from rctui.api.reader import CustomerReader
    from rctui.secret import Secret


@dataclass(frozen=True, slots=True)
class ListTransactions:
    """The payments of a Play Store or App Store subscription."""

    customer_id: str
    subscription_id: str
    domain: ClassVar[RateDomain] = RateDomain.CUSTOMER_INFORMATION

    async def run(self, reader: CustomerReader) -> Page[SubscriptionTransaction]:
        """Read them. Raises ApiError."""
        return await reader.list_transactions(self.subscription_id)


@dataclass(frozen=True, slots=True)
class MakeManagementLink:
    """A new link for a Web Billing customer. Not a mere look: each answer makes another one."""

    customer_id: str
    subscription_id: str
    domain: ClassVar[RateDomain] = RateDomain.CUSTOMER_INFORMATION

    async def run(self, reader: CustomerReader) -> Secret:
        """Have it made. Raises ApiError, also where the project is read-only."""
        return await reader.management_link(self.subscription_id)
