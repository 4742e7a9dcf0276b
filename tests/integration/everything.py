"""Every call that the client has, with arguments that the demo project understands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from tests.integration.service import (
    ANN,
    DAY_MS,
    entitlement_id,
    offering_id,
    payment_of,
    row_of,
)
from tests.simulated import NOW

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from rctui.api.reader import CustomerReader
    from rctui.api.writer import CustomerWriter

READS: Final[dict[str, Callable[[CustomerReader], Awaitable[Any]]]] = {
    "list_customers": lambda r: r.list_customers(),
    "search_customers": lambda r: r.search_customers("ann.lee@example.com"),
    "get_customer": lambda r: r.get_customer(ANN, expand_attributes=True),
    "list_active_entitlements": lambda r: r.list_active_entitlements(ANN),
    "list_subscriptions": lambda r: r.list_subscriptions(ANN),
    "list_purchases": lambda r: r.list_purchases(ANN),
    "list_aliases": lambda r: r.list_aliases(ANN),
    "list_attributes": lambda r: r.list_attributes(ANN),
    "list_invoices": lambda r: r.list_invoices(ANN),
    "list_virtual_currencies": lambda r: r.list_virtual_currencies(ANN),
    "list_blocked_customers": lambda r: r.list_blocked_customers(),
    "search_subscriptions": lambda r: r.search_subscriptions("GPA.0000-0000-0000-00000"),
    "search_purchases": lambda r: r.search_purchases("GPA.0000-0000-0000-00000"),
    "get_subscription": lambda r: r.get_subscription(row_of(ANN, "play_store")),
    "get_purchase": lambda r: r.get_purchase(row_of("every_store", "rc_billing", "purchases")),
    "list_transactions": lambda r: r.list_transactions(row_of(ANN, "play_store")),
    "list_projects": lambda r: r.list_projects(),
    "list_apps": lambda r: r.list_apps(),
    "list_entitlements": lambda r: r.list_entitlements(),
    "list_offerings": lambda r: r.list_offerings(),
    "list_products": lambda r: r.list_products(),
    "list_project_currencies": lambda r: r.list_project_currencies(),
}
"""The reads, but for the invoice's file, which takes an invoice's id and two requests, and for the
management link, which is made by being asked for."""

WRITES: Final[dict[str, Callable[[CustomerWriter], Awaitable[Any]]]] = {
    "create_customer": lambda w: w.create_customer("new-1", {"$email": "new@example.com"}),
    "assign_offering": lambda w: w.assign_offering(ANN, offering_id("win_back")),
    "grant_entitlement": lambda w: w.grant_entitlement(
        ANN, entitlement_id("team"), expires_at=NOW + 7 * DAY_MS
    ),
    "revoke_granted_entitlement": lambda w: w.revoke_granted_entitlement(
        ANN, entitlement_id("legacy")
    ),
    "set_attributes": lambda w: w.set_attributes(ANN, {"seat": "14", "support_case": None}),
    "create_currency_transaction": lambda w: w.create_currency_transaction(
        ANN, {"GLD": 5}, idempotency_key="k-1"
    ),
    "update_currency_balance": lambda w: w.update_currency_balance(
        ANN, {"GLD": 5}, idempotency_key="k-2"
    ),
    "transfer": lambda w: w.transfer("kim_phone", "kim_tablet"),
    "cancel_subscription": lambda w: w.cancel_subscription(row_of("alias_soup", "rc_billing")),
    "refund_subscription": lambda w: w.refund_subscription(row_of("alias_soup", "rc_billing")),
    "refund_transaction": lambda w: w.refund_transaction(
        row_of(ANN, "play_store"), payment_of(ANN)
    ),
    "refund_purchase": lambda w: w.refund_purchase(
        row_of("every_store", "rc_billing", "purchases")
    ),
    "delete_customer": lambda w: w.delete_customer("delete_me_please"),
    "block_customer": lambda w: w.block_customer("chargeback_farm"),
    "unblock_customer": lambda w: w.unblock_customer("stolen_cards_ltd"),
}
"""The writes, in an order in which all of them succeed."""

KEYED_WRITES: Final = ("create_currency_transaction", "update_currency_balance")
