"""Blocked customers. Blocking deletes the customer and keeps the id from coming back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rctui.demo.answer import Answer
from rctui.demo.operation import PROJECT, customer_read, customer_write
from rctui.demo.problems import bad_parameter, not_found, refused
from rctui.demo.routes.customers import new_customer

if TYPE_CHECKING:
    from rctui.demo.call import Call

MOST_BLOCKED: Final = 100


def list_blocked_customers(call: Call) -> Answer:
    """A map, not a list: every blocked id is a key next to `object`."""
    body: dict[str, object] = {"object": "blocked_customer"}
    for customer_id, at_ms in call.world.blocked.items():
        body[customer_id] = {"updated_at_ms": at_ms}
    return Answer(body)


def block_customer(call: Call) -> Answer:
    """Delete the customer, if there is one, and bar the id. Answers with nothing."""
    customer = call.world.find(call.customer_id)
    customer_id = customer.id if customer else call.customer_id
    if " " in customer_id:
        raise bad_parameter("An id with a space can't be blocked.", "customer_id")
    if customer_id not in call.world.blocked and len(call.world.blocked) >= MOST_BLOCKED:
        raise refused(f"A project can't block more than {MOST_BLOCKED} customers.")
    if customer:
        call.world.remove(customer)
    call.world.blocked.setdefault(customer_id, call.now_ms)
    return Answer()


def unblock_customer(call: Call) -> Answer:
    """Lift the bar; the id comes back as an empty customer. Answers with 204."""
    if call.world.blocked.pop(call.customer_id, None) is None:
        raise not_found()
    call.world.add(new_customer(call.customer_id, call.now_ms))
    return Answer(status=204)


_LIST: Final = f"{PROJECT}/customers/blocked_customers"
_ONE: Final = f"{_LIST}/{{customer_id}}"

OPERATIONS: Final = (
    customer_read("list_blocked_customers", _LIST, list_blocked_customers, "customers"),
    customer_write("block_customer", _ONE, block_customer),
    customer_write("unblock_customer", _ONE, unblock_customer, method="DELETE"),
)
