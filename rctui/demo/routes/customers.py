"""List, search, create, read and delete customers."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Final

from rctui.demo import shapes
from rctui.demo.answer import Answer
from rctui.demo.call import after_cursor, encoded, first_page
from rctui.demo.operation import CUSTOMER, PROJECT, customer_read, customer_write
from rctui.demo.problems import already_exists, bad_parameter, refused
from rctui.demo.records import Attribute, Customer, Profile
from rctui.demo.routes.attributes import initial_attributes
from rctui.demo.routes.entitlements import active_entitlements

if TYPE_CHECKING:
    from rctui.demo.call import Call, Page

_CREATABLE: Final = re.compile(r"[0-9a-zA-Z_-]+")
_LONGEST_ID: Final = 1500


def list_customers(call: Call) -> Answer:
    """All customers, or those whose `$email` is exactly the search term."""
    page = call.page()
    rows = _wanted(call, page)
    return call.listing(
        rows, page, lambda one: one.id, lambda one: shapes.profile(one, call.project_id)
    )


def get_customer(call: Call) -> Answer:
    """One customer with the active entitlements, and the attributes if expanded."""
    customer = call.customer()
    expand = call.query.get("expand")
    if expand not in {None, "attributes"}:
        raise bad_parameter(f"'{expand}' can't be expanded here.", "expand")
    url = f"{call.project_url}/customers/{encoded(customer.id)}"
    active = list(active_entitlements(customer, call.now_ms).items())
    body = shapes.profile(customer.profile, call.project_id) | {
        "active_entitlements": first_page(
            f"{url}/active_entitlements", active, lambda row: row[0], shapes.active_entitlement
        )
    }
    if expand:
        attributes = list(customer.attributes.items())
        body["attributes"] = first_page(
            f"{url}/attributes", attributes, lambda row: row[0], shapes.attribute
        )
    return Answer(body)


def create_customer(call: Call) -> Answer:
    """A new customer; ids that only SDKs can make are refused here."""
    customer_id = call.body.text("id", _LONGEST_ID)
    if not _CREATABLE.fullmatch(customer_id):
        raise bad_parameter("id may only hold letters, digits, _ and -.", "id")
    attributes = initial_attributes(call)
    if call.world.find(customer_id):
        raise already_exists(f"A customer with the id {customer_id} already exists.")
    if customer_id in call.world.blocked:
        raise refused(f"The customer {customer_id} is blocked.", "id")
    customer = new_customer(customer_id, call.now_ms, attributes)
    call.world.add(customer)
    return Answer(shapes.profile(customer.profile, call.project_id), 201)


def delete_customer(call: Call) -> Answer:
    """Forget a customer; answers with a body."""
    customer = call.customer()
    call.world.remove(customer)
    return Answer({"object": "customer", "id": customer.id, "deleted_at": call.now_ms})


def new_customer(
    customer_id: str, now_ms: int, attributes: dict[str, Attribute] | None = None
) -> Customer:
    """A customer made by the API: last seen now, and nothing known about the device."""
    profile = Profile(customer_id, first_seen_at=now_ms, last_seen_at=now_ms)
    return Customer(profile, {customer_id: now_ms}, attributes or {})


def _wanted(call: Call, page: Page) -> list[Profile]:
    if "search" not in call.query:
        return list(islice(call.world.profiles(page.after), page.limit + 1))
    search = call.query["search"]
    if not 1 <= len(search) <= 255:
        raise bad_parameter("search must have 1 to 255 characters.", "search")
    matches = list(call.world.with_email(search))
    return list(after_cursor(matches, lambda one: one.id, page))


OPERATIONS: Final = (
    customer_read("list_customers", f"{PROJECT}/customers", list_customers, "customers"),
    customer_write("create_customer", f"{PROJECT}/customers", create_customer, "id", "attributes"),
    customer_read("get_customer", CUSTOMER, get_customer, "customers"),
    customer_write("delete_customer", CUSTOMER, delete_customer, method="DELETE"),
)
