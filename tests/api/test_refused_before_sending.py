"""Values that no request may carry."""

from __future__ import annotations

import pytest

from rctui.api.errors import RefusedBeforeSending
from rctui.api.reader import CustomerReader
from rctui.api.writer import CustomerWriter
from tests.api.connecting import PROJECT, connected
from tests.api.wires import CUSTOMER, C, Reads, Wire, Writes, answering

ILLEGAL: dict[str, Writes] = {
    "a grant in seconds": lambda w: w.grant_entitlement(C, "entl1", expires_at=1_893_456_000),
    "an empty entitlement": lambda w: w.grant_entitlement(C, "", expires_at=10**13),
    "a transfer to itself": lambda w: w.transfer(C, C),
    "a transfer to nobody": lambda w: w.transfer(C, ""),
    "a transfer to a route": lambda w: w.transfer(C, "blocked_customers"),
    "a transfer of an app without an id": lambda w: w.transfer(C, "user-2", [""]),
    "an empty offering": lambda w: w.assign_offering(C, ""),
    "deleting a route": lambda w: w.delete_customer("blocked_customers"),
    "deleting the collection": lambda w: w.delete_customer(""),
    "deleting the project": lambda w: w.delete_customer(".."),
    "unblocking upwards": lambda w: w.unblock_customer("."),
    "refunding a row without an id": lambda w: w.refund_purchase(""),
    "refunding a payment upwards": lambda w: w.refund_transaction("sub1", ".."),
    "creating half a character": lambda w: w.create_customer("\ud800"),
    "setting nothing": lambda w: w.set_attributes(C, {}),
    "no currency": lambda w: w.create_currency_transaction(C, {}, idempotency_key="k"),
    "no idempotency key": lambda w: w.create_currency_transaction(
        C, {"GLD": 1}, idempotency_key=""
    ),
    "an idempotency key with a line break": lambda w: w.update_currency_balance(
        C, {"GLD": 1}, idempotency_key="a\r\nX-Other: b"
    ),
}


@pytest.mark.parametrize("name", ILLEGAL)
async def test_illegal_writes_are_refused_before_sending(name: str) -> None:
    network = answering(Wire("", "", CUSTOMER))
    async with connected(network=network) as transport:
        with pytest.raises(RefusedBeforeSending):
            await ILLEGAL[name](CustomerWriter(transport, PROJECT))
    assert network.asked == []


@pytest.mark.parametrize(
    "call",
    [
        lambda r: r.search_customers(""),
        lambda r: r.search_customers("x" * 2000),
        lambda r: r.search_customers("\ud800@example.com"),
        lambda r: r.search_subscriptions(""),
        lambda r: r.list_customers(starting_after=""),
        lambda r: r.invoice_file(C, ".."),
        lambda r: r.get_customer("..", expand_attributes=False),
    ],
)
async def test_illegal_reads_are_refused_before_sending(call: Reads) -> None:
    network = answering(Wire("", ""))
    async with connected(network=network) as transport:
        with pytest.raises(RefusedBeforeSending):
            await call(CustomerReader(transport, PROJECT))
    assert network.asked == []
