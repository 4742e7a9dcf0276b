"""Single subscriptions and purchases, and what can be done to them at their stores."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

from rctui.demo import shapes
from rctui.demo.answer import Answer
from rctui.demo.call import list_body
from rctui.demo.catalogue import derived_hex
from rctui.demo.operation import PROJECT, Operation
from rctui.demo.payments import Payment, paid_at_once, payments
from rctui.demo.problems import not_found, refused, store_failed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from rctui.demo.call import Call
    from rctui.demo.records import Customer, Purchase, Subscription

    Row = TypeVar("Row", Subscription, Purchase)

WEB_BILLING: Final = "rc_billing"
PLAY_STORE: Final = "play_store"
_WITH_PAYMENTS: Final = frozenset({PLAY_STORE, "app_store"})
_SUBSCRIPTION: Final = PROJECT + "/subscriptions/{subscription_id}"
_PURCHASE: Final = PROJECT + "/purchases/{purchase_id}"


def get_subscription(call: Call) -> Answer:
    """One subscription."""
    return _subscription(call, _one(_owner(call).subscriptions, _row_id(call)))


def get_purchase(call: Call) -> Answer:
    """One purchase."""
    return _purchase(call, _one(_owner(call).purchases, _row_id(call)))


def list_transactions(call: Call) -> Answer:
    """The payments of a subscription, newest first; only two stores tell them."""
    row = _one(_owner(call).subscriptions, _row_id(call))
    if row.store not in _WITH_PAYMENTS:
        raise refused("Transactions are known for the Play Store and the App Store only.")
    return Answer(list_body(call.url, [_transaction(row, one, call) for one in payments(row)]))


def management_link(call: Call) -> Answer:
    """A new link to the portal with every call."""
    row = _one(_owner(call).subscriptions, _row_id(call))
    _require(row, WEB_BILLING, "An authenticated management URL exists")
    token = derived_hex("management link", row.id, call.now_ms, digits=40)
    url = f"https://billing.skylark.example/portal?token={token}"
    return Answer({"object": "authenticated_management_url", "management_url": url})


def cancel_subscription(call: Call) -> Answer:
    """End the renewal; access stays until the period ends."""
    row = _one(_owner(call).subscriptions, _row_id(call))
    _require(row, WEB_BILLING, "Cancelling is possible")
    if not row.gives_access:
        raise refused("The subscription is not active.")
    cancelled = row._replace(auto_renewal_status="will_not_renew", pending_product_id=None)
    return _subscription(call, _put(call, cancelled))


def refund_subscription(call: Call) -> Answer:
    """Give the last payment back and end access at once."""
    row = _one(_owner(call).subscriptions, _row_id(call))
    _require(row, WEB_BILLING, "Refunding is possible")
    if not row.gives_access:
        raise refused("The subscription is not active.")
    ended = row.ended(call.now_ms)._replace(auto_renewal_status="will_not_renew")
    return _subscription(call, _put(call, ended))


def refund_transaction(call: Call) -> Answer:
    """Give one Google payment back; the subscription goes on as it was."""
    row = _one(_owner(call).subscriptions, _row_id(call))
    _require(row, PLAY_STORE, "Refunding a single transaction is possible")
    wanted = call.ids["transaction_id"]
    payment = next((one for one in payments(row) if one.id == wanted), None)
    if payment is None:
        raise not_found()
    if wanted in row.refunded:
        raise store_failed("Google says that this order was refunded already.")
    after = _put(call, row._replace(refunded=(*row.refunded, wanted)))
    return Answer(_transaction(after, payment, call))


def refund_purchase(call: Call) -> Answer:
    """Give the price back; what the purchase gives ends."""
    row = _one(_owner(call).purchases, _row_id(call))
    _require(row, WEB_BILLING, "Refunding is possible")
    if row.status == "refunded":
        raise refused("The purchase was refunded already.")
    customer = _owner_to_change(call)
    after = row._replace(status="refunded")
    customer.purchases = [after if one.id == row.id else one for one in customer.purchases]
    return _purchase(call, after)


def _row_id(call: Call) -> str:
    return call.ids.get("subscription_id") or call.ids["purchase_id"]


def _owner(call: Call) -> Customer:
    owner = call.world.owner_of(_row_id(call))
    if owner is None:
        raise not_found()
    return owner


def _owner_to_change(call: Call) -> Customer:
    customer = call.world.to_change(_owner(call).id)
    assert customer is not None
    return customer


def _one(rows: Iterable[Row], row_id: str) -> Row:
    for row in rows:
        if row.id == row_id:
            return row
    raise not_found()


def _require(row: Subscription | Purchase, store: str, what: str) -> None:
    if row.store != store:
        raise store_failed(f"{what} for {store} only; this is {row.store}.")


def _put(call: Call, after: Subscription) -> Subscription:
    customer = _owner_to_change(call)
    customer.subscriptions = [
        after if one.id == after.id else one for one in customer.subscriptions
    ]
    return after


def _subscription(call: Call, row: Subscription) -> Answer:
    row = row.at(call.now_ms)
    return Answer(shapes.subscription(row, call.world.catalogue, call.project_url))


def _purchase(call: Call, row: Purchase) -> Answer:
    return Answer(shapes.purchase(row, call.world.catalogue, call.project_url))


def _transaction(row: Subscription, one: Payment, call: Call) -> dict[str, object]:
    product = call.world.catalogue.products.get(row.product_id or "")
    return {
        "object": "subscription_transaction",
        "id": one.id,
        "purchased_at": one.purchased_at,
        "product_store_identifier": product.store_identifier if product else None,
        "expiration_date": one.ends_at,
        "effective_expiration_date": one.ends_at,
        "revenue_in_usd": shapes.money(paid_at_once(row)),
    }


def _read(name: str, path: str, answer: Callable[[Call], Answer], about: str) -> Operation:
    return Operation(name, "GET", path, answer, (f"customer_information:{about}:read",))


def _write(name: str, path: str, answer: Callable[[Call], Answer], about: str) -> Operation:
    return Operation(name, "POST", path, answer, (f"customer_information:{about}:read_write",))


OPERATIONS: Final = (
    _read("get_subscription", _SUBSCRIPTION, get_subscription, "subscriptions"),
    _read("get_purchase", _PURCHASE, get_purchase, "purchases"),
    _read("list_transactions", f"{_SUBSCRIPTION}/transactions", list_transactions, "subscriptions"),
    _read(
        "management_link",
        f"{_SUBSCRIPTION}/authenticated_management_url",
        management_link,
        "subscriptions",
    ),
    _write(
        "cancel_subscription",
        f"{_SUBSCRIPTION}/actions/cancel",
        cancel_subscription,
        "subscriptions",
    ),
    _write(
        "refund_subscription",
        f"{_SUBSCRIPTION}/actions/refund",
        refund_subscription,
        "subscriptions",
    ),
    _write(
        "refund_transaction",
        f"{_SUBSCRIPTION}/transactions/{{transaction_id}}/actions/refund",
        refund_transaction,
        "subscriptions",
    ),
    _write("refund_purchase", f"{_PURCHASE}/actions/refund", refund_purchase, "purchases"),
)
