from __future__ import annotations

from rctui.tui.known_customers import KEPT, Known, KnownCustomers
from tests.customers.made import NOW, customer, listed

ATTRIBUTES = listed({"name": "$email", "value": "a@example.com", "updated_at": NOW})


def test_a_customer_is_known_by_project_and_id() -> None:
    known = KnownCustomers()
    one = customer(id="a")
    known.loaded("acme", one)
    known.opened("acme", "a", NOW)
    assert known.of("acme", "a") == Known(one, NOW)
    assert known.of("other", "a") == Known()


def test_what_brought_attributes_is_not_replaced_by_less() -> None:
    known = KnownCustomers()
    whole = customer(id="a", attributes=ATTRIBUTES)
    known.loaded("acme", whole)
    known.loaded("acme", customer(id="a"))
    assert known.of("acme", "a").customer is whole


def test_only_so_many_are_kept_those_looked_at_last() -> None:
    known = KnownCustomers()
    for number in range(KEPT + 1):
        known.opened("acme", str(number), NOW)
    assert known.of("acme", "0") == Known()
    assert known.of("acme", str(KEPT)).opened_ms == NOW
