"""Cancels and refunds at a store: four writes that most stores refuse with 422."""

from __future__ import annotations

from rctui.api import store_operations as operations
from rctui.api.decoding import record_in
from rctui.api.models.purchase import Purchase
from rctui.api.models.subscription import Subscription
from rctui.api.models.transaction import SubscriptionTransaction
from rctui.api.project_writer import ProjectWriter


class StoreWriter(ProjectWriter):
    """The part of a writer that asks a store for something."""

    async def cancel_subscription(self, subscription_id: str) -> Subscription:
        """End the renewal of a Web Billing subscription; access stays until the period ends."""
        request = operations.cancel_subscription(self.project_id, subscription_id)
        return record_in(Subscription, await self._transport.send(request), request)

    async def refund_subscription(self, subscription_id: str) -> Subscription:
        """Refund the last payment of a Web Billing subscription, which ends its access at once."""
        request = operations.refund_subscription(self.project_id, subscription_id)
        return record_in(Subscription, await self._transport.send(request), request)

    async def refund_transaction(
        self, subscription_id: str, transaction_id: str
    ) -> SubscriptionTransaction:
        """Refund one Play Store payment. The subscription goes on."""
        request = operations.refund_transaction(self.project_id, subscription_id, transaction_id)
        return record_in(SubscriptionTransaction, await self._transport.send(request), request)

    async def refund_purchase(self, purchase_id: str) -> Purchase:
        """Refund a Web Billing purchase, which ends what it gives."""
        request = operations.refund_purchase(self.project_id, purchase_id)
        return record_in(Purchase, await self._transport.send(request), request)
