"""The offering override of a customer, which can be set and cleared but never read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rctui.demo.answer import Answer
from rctui.demo.operation import CUSTOMER, customer_write
from rctui.demo.problems import not_in_project

if TYPE_CHECKING:
    from rctui.demo.call import Call


def assign_offering(call: Call) -> Answer:
    """Set the override, or clear it with null; the key has to be there. Answers with nothing."""
    customer = call.customer_to_change()
    offering_id = call.body.text_or_null("offering_id")
    if offering_id is not None and offering_id not in call.world.catalogue.offerings:
        raise not_in_project("offering", offering_id)
    customer.offering_override = offering_id
    return Answer()


OPERATIONS: Final = (
    customer_write(
        "assign_offering",
        f"{CUSTOMER}/actions/assign_offering",
        assign_offering,
        "offering_id",
        more_permissions=("project_configuration:offerings:read",),
    ),
)
