"""Reads what RevenueCat knows: a customer's records, the block list, the catalogue.

Every method raises ApiError. A page holds at most 100 items, and items that can't be read keep
their place in it. Lists give no totals and only go forward.

A family of records is imported with the first request for one: who only looks for customers needs
two of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rctui.api import read_operations as operations
from rctui.api.catalogue_reader import CatalogueReader
from rctui.api.decoding import reading, record_in, value_in
from rctui.api.models.customer import Customer
from rctui.api.read_operations import PAGE_LIMIT
from rctui.api.store_reader import StoreReader

if TYPE_CHECKING:
    from rctui.api.invoice_link import InvoiceLink
    from rctui.api.models.active_entitlement import CustomerEntitlement
    from rctui.api.models.alias import CustomerAlias
    from rctui.api.models.attribute import CustomerAttribute
    from rctui.api.models.blocked import BlockedCustomer
    from rctui.api.models.currency import VirtualCurrencyBalance
    from rctui.api.models.invoice import Invoice
    from rctui.api.models.purchase import Purchase
    from rctui.api.models.subscription import Subscription
    from rctui.api.page import Page


class CustomerReader(StoreReader, CatalogueReader):
    """Everything of one project, for reading."""

    async def list_customers(
        self, *, starting_after: str | None = None, limit: int = PAGE_LIMIT
    ) -> Page[Customer]:
        """The project's customers. These records have neither entitlements nor attributes."""
        request = operations.list_customers(self.project_id, starting_after, limit)
        return await self._page(Customer, request)

    async def search_customers(
        self, email: str, *, starting_after: str | None = None, limit: int = PAGE_LIMIT
    ) -> Page[Customer]:
        """The customers whose `$email` equals this; several may share one."""
        request = operations.search_customers(self.project_id, email, starting_after, limit)
        return await self._page(Customer, request)

    async def get_customer(self, customer_id: str, *, expand_attributes: bool) -> Customer:
        """One customer, by any of the aliases: the record's id may be another one.

        Expanding attributes needs a permission of its own and fails the whole call without it.
        """
        request = operations.get_customer(
            self.project_id, customer_id, expand_attributes=expand_attributes
        )
        return record_in(Customer, await self._send(request), request)

    async def list_active_entitlements(
        self, customer_id: str, *, starting_after: str | None = None, limit: int = PAGE_LIMIT
    ) -> Page[CustomerEntitlement]:
        """What the customer has access to now: ids and ends, no names and no products."""
        from rctui.api.models.active_entitlement import CustomerEntitlement

        request = operations.list_active_entitlements(
            self.project_id, customer_id, starting_after, limit
        )
        return await self._page(CustomerEntitlement, request)

    async def list_subscriptions(
        self,
        customer_id: str,
        *,
        environment: str | None = None,
        starting_after: str | None = None,
        limit: int = PAGE_LIMIT,
    ) -> Page[Subscription]:
        """All subscriptions; `environment` is `production`, `sandbox` or, for both, `None`."""
        from rctui.api.models.subscription import Subscription

        request = operations.list_subscriptions(
            self.project_id, customer_id, environment, starting_after, limit
        )
        return await self._page(Subscription, request)

    async def list_purchases(
        self,
        customer_id: str,
        *,
        environment: str | None = None,
        starting_after: str | None = None,
        limit: int = PAGE_LIMIT,
    ) -> Page[Purchase]:
        """One-time purchases; `environment` is `production`, `sandbox` or, for both, `None`."""
        from rctui.api.models.purchase import Purchase

        request = operations.list_purchases(
            self.project_id, customer_id, environment, starting_after, limit
        )
        return await self._page(Purchase, request)

    async def list_aliases(
        self, customer_id: str, *, starting_after: str | None = None, limit: int = PAGE_LIMIT
    ) -> Page[CustomerAlias]:
        """All App User IDs of the customer."""
        from rctui.api.models.alias import CustomerAlias

        request = operations.list_aliases(self.project_id, customer_id, starting_after, limit)
        return await self._page(CustomerAlias, request)

    async def list_attributes(
        self, customer_id: str, *, starting_after: str | None = None, limit: int = PAGE_LIMIT
    ) -> Page[CustomerAttribute]:
        """The customer's attributes. A null or empty value is a cleared one."""
        from rctui.api.models.attribute import CustomerAttribute

        request = operations.list_attributes(self.project_id, customer_id, starting_after, limit)
        return await self._page(CustomerAttribute, request)

    async def list_invoices(
        self, customer_id: str, *, starting_after: str | None = None, limit: int = PAGE_LIMIT
    ) -> Page[Invoice]:
        """Web Billing invoices."""
        from rctui.api.models.invoice import Invoice

        request = operations.list_invoices(self.project_id, customer_id, starting_after, limit)
        return await self._page(Invoice, request)

    async def list_virtual_currencies(
        self, customer_id: str, *, starting_after: str | None = None, limit: int = PAGE_LIMIT
    ) -> Page[VirtualCurrencyBalance]:
        """The customer's balances, empty ones included."""
        from rctui.api.models.currency import VirtualCurrencyBalance

        request = operations.list_virtual_currencies(
            self.project_id, customer_id, starting_after, limit
        )
        return await self._page(VirtualCurrencyBalance, request)

    async def list_blocked_customers(self) -> Page[BlockedCustomer]:
        """The block list, newest first; it always comes whole."""
        from rctui.api.models.blocked import read_blocked_customers

        request = operations.list_blocked_customers(self.project_id)
        answer = await self._send(request)
        with reading(answer, request):
            return read_blocked_customers(value_in(answer))

    async def invoice_file(self, customer_id: str, invoice_id: str) -> InvoiceLink:
        """Where an invoice's PDF is, for `invoice_download`."""
        from rctui.api.invoice_link import link_in

        request = operations.invoice_file(self.project_id, customer_id, invoice_id)
        answer = await self._send(request)
        return link_in(answer, request, self._transport.connection)

    async def download_invoice(self, customer_id: str, invoice_id: str) -> bytes:
        """An invoice's PDF, at most 16 MiB: where it is, then, without the key, the file."""
        from rctui.api.invoice_download import download_invoice

        link = await self.invoice_file(customer_id, invoice_id)
        transport = self._transport
        return await download_invoice(link, transport.connection, network=transport.network)

    async def search_subscriptions(self, store_id: str) -> Page[Subscription]:
        """The subscriptions with this order or transaction id of a store, letter for letter."""
        from rctui.api.models.subscription import Subscription

        request = operations.search_subscriptions(self.project_id, store_id)
        return await self._page(Subscription, request)

    async def search_purchases(self, store_id: str) -> Page[Purchase]:
        """The purchases with this order or transaction id of a store, letter for letter."""
        from rctui.api.models.purchase import Purchase

        request = operations.search_purchases(self.project_id, store_id)
        return await self._page(Purchase, request)
