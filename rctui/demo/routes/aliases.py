"""A customer's names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rctui.demo import shapes
from rctui.demo.operation import CUSTOMER, customer_read

if TYPE_CHECKING:
    from rctui.demo.answer import Answer
    from rctui.demo.call import Call


def list_aliases(call: Call) -> Answer:
    """All names, the customer's own id among them."""
    return call.list_of(list(call.customer().aliases.items()), lambda row: row[0], shapes.alias)


OPERATIONS: Final = (
    customer_read("list_aliases", f"{CUSTOMER}/aliases", list_aliases, "customers"),
)
