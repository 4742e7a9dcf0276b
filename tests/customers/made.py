"""Records and states for tests, told in few words. Days count from `NOW`."""

from __future__ import annotations

from datetime import UTC
from typing import Any

from rctui.api.models.alias import CustomerAlias
from rctui.api.models.attribute import CustomerAttribute
from rctui.api.models.currency import VirtualCurrencyBalance
from rctui.api.models.customer import Customer
from rctui.api.models.invoice import Invoice
from rctui.api.models.purchase import Purchase
from rctui.api.models.subscription import Subscription
from rctui.customers.failure import Failure, FailureKind
from rctui.customers.listing import Listing
from rctui.customers.names import Names
from rctui.customers.sections import Phase, SectionState
from rctui.customers.verdicts.access import Viewpoint
from rctui.customers.verdicts.facts import Facts
from rctui.text.safe_text import label, safe

NOW = 1_796_256_000_000  # 2026-12-03 00:00 UTC
DAY = 86_400_000
VIEW = Viewpoint(
    Names({"entl_pro": "pro", "entl_plus": "plus", "prod_month": "pro_monthly"}),
    NOW,
    UTC,
)


NOT_LOADED: SectionState[Any] = SectionState()
LOADING: SectionState[Any] = NOT_LOADED.loading()


def day(days: float) -> int:
    return NOW + int(days * DAY)


def listed(*items: object, next_page: str | None = None) -> dict[str, Any]:
    return {"object": "list", "items": list(items), "next_page": next_page}


def entitlements(*ids: str) -> dict[str, Any]:
    return listed(*({"id": id_} for id_ in ids))


def customer(*active: str, until: float | None = 9, **changes: Any) -> Customer:
    expires = None if until is None else day(until)
    rows = [{"entitlement_id": id_, "expires_at": expires} for id_ in active]
    body = {"id": "user_1", "active_entitlements": listed(*rows)}
    return Customer.model_validate(body | changes)


def subscription(id_: str = "sub1", **changes: Any) -> Subscription:
    body = {
        "id": id_,
        "customer_id": "user_1",
        "original_customer_id": "user_1",
        "product_id": "prod_month",
        "store": "play_store",
        "environment": "production",
        "ownership": "purchased",
        "status": "active",
        "gives_access": True,
        "pending_payment": False,
        "auto_renewal_status": "will_renew",
        "starts_at": day(-100),
        "current_period_starts_at": day(-21),
        "current_period_ends_at": day(9),
        "ends_at": day(9),
        "entitlements": entitlements("entl_pro"),
    }
    return Subscription.model_validate(body | changes)


def ended(id_: str = "sub1", *, on: float = -5, **changes: Any) -> Subscription:
    gone = {"status": "expired", "gives_access": False, "auto_renewal_status": "will_not_renew"}
    dates = {"current_period_ends_at": day(on), "ends_at": day(on)}
    return subscription(id_, **(gone | dates | changes))


def grant(id_: str = "sub_grant", *, until: float | None = 29, **changes: Any) -> Subscription:
    ends = None if until is None else day(until)
    granted = {
        "store": "promotional",
        "product_id": None,
        "auto_renewal_status": "will_not_renew",
        "current_period_ends_at": ends,
        "ends_at": ends,
    }
    return subscription(id_, **(granted | changes))


def purchase(id_: str = "purc1", **changes: Any) -> Purchase:
    body = {
        "id": id_,
        "original_customer_id": "user_1",
        "product_id": "prod_lifetime",
        "store": "app_store",
        "environment": "production",
        "ownership": "purchased",
        "status": "owned",
        "quantity": 1,
        "purchased_at": day(-40),
        "entitlements": entitlements("entl_pro"),
    }
    return Purchase.model_validate(body | changes)


def alias(id_: str, created: float = -50) -> CustomerAlias:
    return CustomerAlias(id=id_, created_at=day(created))


def attribute(name: str, value: str | None) -> CustomerAttribute:
    return CustomerAttribute(name=name, value=value, updated_at=day(-7))


def balance(code: str, amount: int | None) -> VirtualCurrencyBalance:
    return VirtualCurrencyBalance(currency_code=code, balance=amount)


def invoice(id_: str = "inv1", **changes: Any) -> Invoice:
    body = {
        "id": id_,
        "total_amount": {"currency": "EUR", "gross": 29.0, "tax": 1.0, "proceeds": 25.0},
        "line_items": [{"product_identifier": "course", "quantity": 1}],
        "issued_at": day(-10),
        "paid_at": day(-9),
        "invoice_url": "https://example.com/file",
    }
    return Invoice.model_validate(body | changes)


def loaded(*rows: Any, more: bool = False, cut_short: str = "") -> SectionState[Any]:
    listing: Listing[Any] = Listing(
        tuple(rows), "next" if more else None, frozenset(), cut_short, NOW
    )
    return SectionState(Phase.LOADED, listing)


def refused(permission: str = "") -> SectionState[Any]:
    lacking = Failure(FailureKind.NOT_ALLOWED, label("no"), label(""), safe(permission))
    return NOT_LOADED.failed(lacking)


def failure(message: str = "the line is down") -> Failure:
    return Failure(FailureKind.OTHER, safe(message), label(""), label(""))


def failed(message: str = "the line is down") -> SectionState[Any]:
    return NOT_LOADED.failed(failure(message))


def facts(
    who: Customer | None = None, subscriptions: Any = (), purchases: Any = (), **more: Any
) -> Facts:
    """Facts in which a tuple of rows is a whole list."""
    known = customer() if who is None else who
    asked = more.pop("asked", known.id)
    states = {name: _state(rows) for name, rows in more.items() if name != "restore_behavior"}
    behavior = more.get("restore_behavior", "unknown")
    lists: dict[str, Any] = {"subscriptions": _state(subscriptions)} | states
    return Facts(known, asked, **lists, purchases=_state(purchases), restore_behavior=behavior)


def _state(rows: Any) -> SectionState[Any]:
    return loaded(*rows) if isinstance(rows, tuple) else rows
