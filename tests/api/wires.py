"""What must arrive at the server for every operation, and what it answers."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import httpx

from rctui.api.rate_limits import RateDomain
from tests.api.connecting import KEY, PROJECT, RecordedNetwork

if TYPE_CHECKING:
    from rctui.api.reader import CustomerReader
    from rctui.api.writer import CustomerWriter

C = "$RCAnonymousID:0af"
C_PATH = "/customers/%24RCAnonymousID%3A0af"
PAGE = "limit=100"
CUSTOMERS, CURRENCIES, CATALOGUE = RateDomain

CUSTOMER = {
    "object": "customer",
    "id": C,
    "project_id": PROJECT,
    "first_seen_at": 1658399423658,
    "last_seen_at": None,
    "last_seen_app_version": None,
    "last_seen_country": None,
    "last_seen_platform": None,
    "last_seen_platform_version": None,
}
EMPTY_LIST: dict[str, object] = {"object": "list", "items": [], "next_page": None, "url": "/v2/x"}
SUBSCRIPTION = {"object": "subscription", "id": "sub/1"}
PURCHASE = {"object": "purchase", "id": "purc1"}
DELETED = {"object": "customer", "id": C, "deleted_at": 1658399423658}
BLOCKED = {"object": "blocked_customer", "a": {"updated_at_ms": 1658399423658}}
USAGE = {
    "RevenueCat-Rate-Limit-Current-Usage": "3",
    "RevenueCat-Rate-Limit-Current-Limit": "480",
}

Reads = Callable[["CustomerReader"], Awaitable[Any]]
Writes = Callable[["CustomerWriter"], Awaitable[Any]]


@dataclass(frozen=True)
class Wire:
    """What must arrive at the server, and what it answers."""

    method: str
    target: str
    answer: object = field(default_factory=lambda: EMPTY_LIST)
    status: int = 200
    body: object = None
    key: str | None = None
    domain: RateDomain = CUSTOMERS


READS: dict[str, tuple[Reads, Wire]] = {
    "list_customers": (
        lambda r: r.list_customers(starting_after="$a b", limit=20),
        Wire("GET", "/customers?limit=20&starting_after=%24a%20b"),
    ),
    "list_customers, asking for too many": (
        lambda r: r.list_customers(limit=1000),
        Wire("GET", f"/customers?{PAGE}"),
    ),
    "search_customers": (
        lambda r: r.search_customers("a+b&c=d%#@example.com"),
        Wire("GET", f"/customers?search=a%2Bb%26c%3Dd%25%23%40example.com&{PAGE}"),
    ),
    "get_customer": (
        lambda r: r.get_customer(C, expand_attributes=False),
        Wire("GET", C_PATH, CUSTOMER),
    ),
    "get_customer with attributes": (
        lambda r: r.get_customer(C, expand_attributes=True),
        Wire("GET", f"{C_PATH}?expand=attributes", CUSTOMER),
    ),
    "list_active_entitlements": (
        lambda r: r.list_active_entitlements(C),
        Wire("GET", f"{C_PATH}/active_entitlements?{PAGE}"),
    ),
    "list_subscriptions": (
        lambda r: r.list_subscriptions(C, environment="production", starting_after="sub1"),
        Wire("GET", f"{C_PATH}/subscriptions?environment=production&{PAGE}&starting_after=sub1"),
    ),
    "list_purchases": (
        lambda r: r.list_purchases(C, environment="sandbox"),
        Wire("GET", f"{C_PATH}/purchases?environment=sandbox&{PAGE}"),
    ),
    "list_purchases of both environments": (
        lambda r: r.list_purchases(C),
        Wire("GET", f"{C_PATH}/purchases?{PAGE}"),
    ),
    "list_aliases": (lambda r: r.list_aliases(C), Wire("GET", f"{C_PATH}/aliases?{PAGE}")),
    "list_attributes": (
        lambda r: r.list_attributes(C, starting_after="$email"),
        Wire("GET", f"{C_PATH}/attributes?{PAGE}&starting_after=%24email"),
    ),
    "list_invoices": (lambda r: r.list_invoices(C), Wire("GET", f"{C_PATH}/invoices?{PAGE}")),
    "list_virtual_currencies": (
        lambda r: r.list_virtual_currencies(C),
        Wire("GET", f"{C_PATH}/virtual_currencies?include_empty_balances=true&{PAGE}"),
    ),
    "list_blocked_customers": (
        lambda r: r.list_blocked_customers(),
        Wire("GET", "/customers/blocked_customers", BLOCKED),
    ),
    "invoice_file": (
        lambda r: r.invoice_file(C, "rcb/in"),
        Wire("GET", f"{C_PATH}/invoices/rcb%2Fin/file", None, 302),
    ),
    "search_subscriptions": (
        lambda r: r.search_subscriptions("GPA.1234-5..0"),
        Wire("GET", "/subscriptions?store_subscription_identifier=GPA.1234-5..0"),
    ),
    "search_purchases": (
        lambda r: r.search_purchases("GPA.1234-5"),
        Wire("GET", "/purchases?store_purchase_identifier=GPA.1234-5"),
    ),
    "get_subscription": (
        lambda r: r.get_subscription("sub/1"),
        Wire("GET", "/subscriptions/sub%2F1", SUBSCRIPTION),
    ),
    "get_purchase": (
        lambda r: r.get_purchase("purc1"),
        Wire("GET", "/purchases/purc1", PURCHASE),
    ),
    "list_transactions": (
        lambda r: r.list_transactions("sub1"),
        Wire("GET", "/subscriptions/sub1/transactions"),
    ),
    "list_apps": (lambda r: r.list_apps(), Wire("GET", f"/apps?{PAGE}", domain=CATALOGUE)),
    "list_entitlements": (
        lambda r: r.list_entitlements(starting_after="entl1"),
        Wire("GET", f"/entitlements?{PAGE}&starting_after=entl1", domain=CATALOGUE),
    ),
    "list_offerings": (
        lambda r: r.list_offerings(),
        Wire("GET", f"/offerings?{PAGE}", domain=CATALOGUE),
    ),
    "list_products": (
        lambda r: r.list_products(),
        Wire("GET", f"/products?{PAGE}", domain=CATALOGUE),
    ),
    "list_project_currencies": (
        lambda r: r.list_project_currencies(),
        Wire("GET", f"/virtual_currencies?{PAGE}", domain=CATALOGUE),
    ),
}

WRITES: dict[str, tuple[Writes, Wire]] = {
    "create_customer": (
        lambda w: w.create_customer("user-1", {"$email": "a@b.test"}),
        Wire(
            "POST",
            "/customers",
            CUSTOMER,
            201,
            {"id": "user-1", "attributes": [{"name": "$email", "value": "a@b.test"}]},
        ),
    ),
    "create_customer without attributes": (
        lambda w: w.create_customer("user-1"),
        Wire("POST", "/customers", CUSTOMER, 201, {"id": "user-1"}),
    ),
    "delete_customer": (lambda w: w.delete_customer(C), Wire("DELETE", C_PATH, DELETED)),
    "assign_offering": (
        lambda w: w.assign_offering(C, "ofrng1"),
        Wire("POST", f"{C_PATH}/actions/assign_offering", None, 200, {"offering_id": "ofrng1"}),
    ),
    "assign_offering, cleared": (
        lambda w: w.assign_offering(C, None),
        Wire("POST", f"{C_PATH}/actions/assign_offering", None, 200, {"offering_id": None}),
    ),
    "grant_entitlement": (
        lambda w: w.grant_entitlement(C, "entl1", expires_at=1_893_456_000_000),
        Wire(
            "POST",
            f"{C_PATH}/actions/grant_entitlement",
            CUSTOMER,
            201,
            {"entitlement_id": "entl1", "expires_at": 1_893_456_000_000},
        ),
    ),
    "revoke_granted_entitlement": (
        lambda w: w.revoke_granted_entitlement(C, "entl1"),
        Wire(
            "POST",
            f"{C_PATH}/actions/revoke_granted_entitlement",
            CUSTOMER,
            200,
            {"entitlement_id": "entl1"},
        ),
    ),
    "transfer": (
        lambda w: w.transfer(C, "user-2"),
        Wire(
            "POST",
            f"{C_PATH}/actions/transfer",
            {"source_customer": CUSTOMER, "target_customer": CUSTOMER},
            200,
            {"target_customer_id": "user-2"},
        ),
    ),
    "transfer of some apps": (
        lambda w: w.transfer(C, "user-2", ["app1", "app2"]),
        Wire(
            "POST",
            f"{C_PATH}/actions/transfer",
            {"source_customer": CUSTOMER, "target_customer": CUSTOMER},
            200,
            {"target_customer_id": "user-2", "app_ids": ["app1", "app2"]},
        ),
    ),
    "set_attributes": (
        lambda w: w.set_attributes(C, {"$email": "a@b.test", "level": None}),
        Wire(
            "POST",
            f"{C_PATH}/attributes",
            EMPTY_LIST,
            200,
            {
                "attributes": [
                    {"name": "$email", "value": "a@b.test"},
                    {"name": "level", "value": None},
                ]
            },
        ),
    ),
    "create_currency_transaction": (
        lambda w: w.create_currency_transaction(
            C, {"GLD": -20, "SLV": 10}, idempotency_key="uuid-1", reference="T-1"
        ),
        Wire(
            "POST",
            f"{C_PATH}/virtual_currencies/transactions?include_empty_balances=true",
            EMPTY_LIST,
            200,
            {"adjustments": {"GLD": -20, "SLV": 10}, "reference": "T-1"},
            "uuid-1",
            CURRENCIES,
        ),
    ),
    "update_currency_balance": (
        lambda w: w.update_currency_balance(C, {"GLD": 5}, idempotency_key="uuid-2"),
        Wire(
            "POST",
            f"{C_PATH}/virtual_currencies/update_balance?include_empty_balances=true",
            EMPTY_LIST,
            200,
            {"adjustments": {"GLD": 5}},
            "uuid-2",
            CURRENCIES,
        ),
    ),
    "cancel_subscription": (
        lambda w: w.cancel_subscription("sub/1"),
        Wire("POST", "/subscriptions/sub%2F1/actions/cancel", SUBSCRIPTION),
    ),
    "refund_subscription": (
        lambda w: w.refund_subscription("sub1"),
        Wire("POST", "/subscriptions/sub1/actions/refund", SUBSCRIPTION),
    ),
    "refund_transaction": (
        lambda w: w.refund_transaction("sub1", "GPA.1-2/3..0"),
        Wire(
            "POST",
            "/subscriptions/sub1/transactions/GPA.1-2%2F3..0/actions/refund",
            {"object": "subscription_transaction", "id": "GPA.1-2/3..0"},
        ),
    ),
    "refund_purchase": (
        lambda w: w.refund_purchase("purc1"),
        Wire("POST", "/purchases/purc1/actions/refund", PURCHASE),
    ),
    "block_customer": (
        lambda w: w.block_customer(C),
        Wire("POST", f"/customers/blocked_customers/{C_PATH.rpartition('/')[2]}", None),
    ),
    "unblock_customer": (
        lambda w: w.unblock_customer(C),
        Wire("DELETE", f"/customers/blocked_customers/{C_PATH.rpartition('/')[2]}", None, 204),
    ),
}


def answering(wire: Wire) -> RecordedNetwork:
    headers = dict(USAGE)
    if wire.status == 302:
        headers["Location"] = "https://files.example.test/invoice.pdf?signature=s"
    content = b"" if wire.answer is None else json.dumps(wire.answer).encode()
    return RecordedNetwork([httpx.Response(wire.status, headers=headers, content=content)])


def check(asked: httpx.Request, wire: Wire) -> None:
    assert asked.method == wire.method
    assert asked.url.raw_path.decode() == f"/v2/projects/{PROJECT}{wire.target}"
    assert json.loads(asked.content or b"null") == wire.body
    assert asked.headers.get("content-type") == (None if wire.body is None else "application/json")
    assert asked.headers.get("idempotency-key") == wire.key
    assert asked.headers["authorization"] == f"Bearer {KEY}"
    assert asked.headers["accept"] == "application/json"
    assert asked.headers["accept-encoding"] == "gzip"
    assert asked.headers["user-agent"].startswith("rctui/")
    assert "cookie" not in asked.headers
