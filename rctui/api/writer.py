"""Changes what RevenueCat knows about a customer: the eleven writes, and four at a store.

Every method raises ApiError; where its `may_have_applied` is true, nobody knows whether the
change was made. What a write answers isn't the whole customer: read again afterwards. On a
read-only connection nothing is sent.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rctui.api import write_operations as operations
from rctui.api.decoding import nothing_in, page_in, record_in
from rctui.api.models.attribute import CustomerAttribute
from rctui.api.models.currency import VirtualCurrencyBalance
from rctui.api.models.customer import Customer
from rctui.api.models.deleted import DeletedObject
from rctui.api.models.transfer import Transfer
from rctui.api.store_writer import StoreWriter

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rctui.api.page import Page
    from rctui.api.request import Request


class CustomerWriter(StoreWriter):
    """Everything that is written to one project."""

    async def create_customer(
        self, customer_id: str, attributes: Mapping[str, str] | None = None
    ) -> Customer:
        """Create a customer. Raises AlreadyExists where the id is taken."""
        request = operations.create_customer(self.project_id, customer_id, attributes)
        return record_in(Customer, await self._transport.send(request), request)

    async def delete_customer(self, customer_id: str) -> DeletedObject:
        """Delete a customer for good. Apple, Google and Stripe go on billing."""
        request = operations.delete_customer(self.project_id, customer_id)
        return record_in(DeletedObject, await self._transport.send(request), request)

    async def assign_offering(self, customer_id: str, offering_id: str | None) -> None:
        """Override the customer's offering; `None` clears that. Can't be read back."""
        await self._send_for_nothing(
            operations.assign_offering(self.project_id, customer_id, offering_id)
        )

    async def grant_entitlement(
        self, customer_id: str, entitlement_id: str, *, expires_at: int
    ) -> Customer:
        """Grant an entitlement until `expires_at`, in ms since the epoch.

        A 201 is no proof: a second grant that ends within two hours of the first changes
        nothing, and a new one shows up in lists minutes later.
        """
        request = operations.grant_entitlement(
            self.project_id, customer_id, entitlement_id, expires_at
        )
        return record_in(Customer, await self._transport.send(request), request)

    async def revoke_granted_entitlement(self, customer_id: str, entitlement_id: str) -> Customer:
        """End a grant. The same entitlement stays active where it was bought as well."""
        request = operations.revoke_granted_entitlement(
            self.project_id, customer_id, entitlement_id
        )
        return record_in(Customer, await self._transport.send(request), request)

    async def transfer(
        self, customer_id: str, target_customer_id: str, app_ids: Sequence[str] = ()
    ) -> Transfer:
        """Move subscriptions and purchases; no `app_ids` means those of all apps.

        Aliases, attributes and virtual currencies stay where they are.
        """
        request = operations.transfer(self.project_id, customer_id, target_customer_id, app_ids)
        return record_in(Transfer, await self._transport.send(request), request)

    async def set_attributes(
        self, customer_id: str, attributes: Mapping[str, str | None]
    ) -> Page[CustomerAttribute]:
        """Set attributes; `None` deletes one."""
        request = operations.set_attributes(self.project_id, customer_id, attributes)
        return page_in(CustomerAttribute, await self._transport.send(request), request)

    async def create_currency_transaction(
        self,
        customer_id: str,
        adjustments: Mapping[str, int],
        *,
        idempotency_key: str,
        reference: str | None = None,
    ) -> Page[VirtualCurrencyBalance]:
        """Add to balances or take from them, per currency code; all of it or nothing.

        `idempotency_key` belongs to one intended change and is the same in every repetition.
        """
        request = operations.create_currency_transaction(
            self.project_id,
            customer_id,
            adjustments,
            idempotency_key=idempotency_key,
            reference=reference,
        )
        return page_in(VirtualCurrencyBalance, await self._transport.send(request), request)

    async def update_currency_balance(
        self,
        customer_id: str,
        adjustments: Mapping[str, int],
        *,
        idempotency_key: str,
        reference: str | None = None,
    ) -> Page[VirtualCurrencyBalance]:
        """Change balances without a transaction on record. Whether it adds or sets isn't known."""
        request = operations.update_currency_balance(
            self.project_id,
            customer_id,
            adjustments,
            idempotency_key=idempotency_key,
            reference=reference,
        )
        return page_in(VirtualCurrencyBalance, await self._transport.send(request), request)

    async def block_customer(self, customer_id: str) -> None:
        """Delete the customer and bar the id."""
        await self._send_for_nothing(operations.block_customer(self.project_id, customer_id))

    async def unblock_customer(self, customer_id: str) -> None:
        """Free a barred id."""
        await self._send_for_nothing(operations.unblock_customer(self.project_id, customer_id))

    async def _send_for_nothing(self, request: Request) -> None:
        nothing_in(await self._transport.send(request), request)
