"""Reads single rows, payments and links: what actions at a store need to know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rctui.api import store_operations as operations
from rctui.api.decoding import record_in
from rctui.api.project_reader import ProjectReader

if TYPE_CHECKING:
    from rctui.api.models.purchase import Purchase
    from rctui.api.models.subscription import Subscription
    from rctui.api.models.transaction import SubscriptionTransaction
    from rctui.api.page import Page
    from rctui.secret import Secret


class StoreReader(ProjectReader):
    """The part of a reader that is about one subscription or purchase."""

    async def get_subscription(self, subscription_id: str) -> Subscription:
        """One subscription. Raises NotFound."""
        from rctui.api.models.subscription import Subscription

        request = operations.get_subscription(self.project_id, subscription_id)
        return record_in(Subscription, await self._send(request), request)

    async def get_purchase(self, purchase_id: str) -> Purchase:
        """One purchase. Raises NotFound."""
        from rctui.api.models.purchase import Purchase

        request = operations.get_purchase(self.project_id, purchase_id)
        return record_in(Purchase, await self._send(request), request)

    async def list_transactions(self, subscription_id: str) -> Page[SubscriptionTransaction]:
        """The payments of a Play Store or App Store subscription; 422 for other stores."""
        from rctui.api.models.transaction import SubscriptionTransaction

        request = operations.list_transactions(self.project_id, subscription_id)
        return await self._page(SubscriptionTransaction, request)

    async def management_link(self, subscription_id: str) -> Secret:
        """A new link that lets its holder manage the subscription, once.

        Not on a read-only connection: the server makes a link with every call.
        """
        from rctui.api.management_link import management_link_in

        request = operations.management_link(self.project_id, subscription_id)
        answer = await self._send(request)
        return management_link_in(answer, request, self._transport.connection)
