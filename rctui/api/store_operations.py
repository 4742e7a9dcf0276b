"""What the API can do at a store, each as a request. Most stores allow none of it.

Cancelling and refunding work for Web Billing alone, and refunding one payment for the Play Store
alone; the server answers 422 elsewhere. None of them takes a body or an idempotency key.
"""

from __future__ import annotations

from rctui.api import paths
from rctui.api.request import Request


def get_subscription(project_id: str, subscription_id: str) -> Request:
    """One subscription, whoever's it is."""
    return Request("get_subscription", "GET", _subscription(project_id, subscription_id))


def get_purchase(project_id: str, purchase_id: str) -> Request:
    """One purchase, whoever's it is."""
    return Request("get_purchase", "GET", _purchase(project_id, purchase_id))


def list_transactions(project_id: str, subscription_id: str) -> Request:
    """The payments of a Play Store or App Store subscription. Has no paging of its own."""
    path = _subscription(project_id, subscription_id, "transactions")
    return Request("list_transactions", "GET", path)


def management_link(project_id: str, subscription_id: str) -> Request:
    """A new link to the customer's own page at Web Billing.

    Every answer makes another link that works once, without a password: it has an effect although
    it is a GET, and counts as a write wherever that matters.
    """
    path = _subscription(project_id, subscription_id, "authenticated_management_url")
    return Request("management_link", "GET", path, has_effect=True)


def cancel_subscription(project_id: str, subscription_id: str) -> Request:
    """Ends the renewal of a Web Billing subscription; access stays until the period ends."""
    path = _subscription(project_id, subscription_id, "actions", "cancel")
    return Request("cancel_subscription", "POST", path)


def refund_subscription(project_id: str, subscription_id: str) -> Request:
    """Refunds the last payment of a Web Billing subscription and ends its access at once."""
    path = _subscription(project_id, subscription_id, "actions", "refund")
    return Request("refund_subscription", "POST", path)


def refund_transaction(project_id: str, subscription_id: str, transaction_id: str) -> Request:
    """Refunds one Play Store payment. The subscription is neither cancelled nor revoked."""
    transaction = paths.segment(transaction_id, "transaction id")
    path = _subscription(
        project_id, subscription_id, "transactions", transaction, "actions", "refund"
    )
    return Request("refund_transaction", "POST", path)


def refund_purchase(project_id: str, purchase_id: str) -> Request:
    """Refunds a Web Billing purchase and revokes what it gives."""
    path = _purchase(project_id, purchase_id, "actions", "refund")
    return Request("refund_purchase", "POST", path)


def _subscription(project_id: str, subscription_id: str, *parts: str) -> str:
    row = paths.segment(subscription_id, "subscription id")
    return paths.project(project_id, "subscriptions", row, *parts)


def _purchase(project_id: str, purchase_id: str, *parts: str) -> str:
    row = paths.segment(purchase_id, "purchase id")
    return paths.project(project_id, "purchases", row, *parts)
