"""Ids of every kind reach the service exactly as they are, and nothing else by accident."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rctui.api.errors import BadRequest, NotFound, RefusedBeforeSending
from rctui.api.paging import all_pages
from rctui.demo.dataset.odd_names import HOSTILE_ATTRIBUTES, HOSTILE_ID, ODD_IDS
from tests.integration.service import ANN, running_service

if TYPE_CHECKING:
    from tests.integration.service import Client, Service

IDS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=60).filter(
    lambda text: text not in {".", "..", "blocked_customers"}
)


async def test_an_odd_id_is_one_customer_for_every_call(client: Client) -> None:
    for customer_id in ODD_IDS:
        await _goes_through_every_call(client, customer_id)


async def _goes_through_every_call(client: Client, customer_id: str) -> None:
    reader, writer = client.reader, client.writer
    assert (await reader.get_customer(customer_id, expand_attributes=True)).id == customer_id
    assert [row.id for row in (await reader.list_aliases(customer_id)).records] == [customer_id]
    for listing in (
        reader.list_active_entitlements,
        reader.list_subscriptions,
        reader.list_purchases,
        reader.list_invoices,
    ):
        assert (await listing(customer_id)).items == ()
    await writer.set_attributes(customer_id, {"seen": customer_id})
    [attribute] = (await reader.list_attributes(customer_id)).records
    assert attribute.value == customer_id
    page = await writer.create_currency_transaction(
        customer_id, {"SLV": 2}, idempotency_key=str(uuid4())
    )
    assert [row.balance for row in page.records] == [3]
    moved = await writer.transfer(ANN, customer_id)
    assert moved.target_customer is not None
    assert moved.target_customer.id == customer_id
    assert (await writer.delete_customer(customer_id)).id == customer_id
    with pytest.raises(NotFound):
        await reader.get_customer(customer_id, expand_attributes=False)


async def test_odd_ids_are_blocked_listed_and_unblocked(client: Client) -> None:
    blockable = [customer_id for customer_id in ODD_IDS if " " not in customer_id]
    for customer_id in blockable:
        await client.writer.block_customer(customer_id)
    blocked = {row.id for row in (await client.reader.list_blocked_customers()).records}
    assert set(blockable) < blocked
    for customer_id in blockable:
        await client.writer.unblock_customer(customer_id)
        again = await client.reader.get_customer(customer_id, expand_attributes=False)
        assert again.id == customer_id


async def test_an_id_with_a_space_can_not_be_blocked(client: Client) -> None:
    with pytest.raises(BadRequest) as raised:
        await client.writer.block_customer("Zoë Ångström")
    assert raised.value.told.param == "customer_id"


async def test_odd_ids_are_cursors_too(service: Service, client: Client) -> None:
    pages = [
        page
        async for page in all_pages(
            lambda cursor: client.reader.list_customers(starting_after=cursor, limit=1)
        )
    ]
    found = [row.id for page in pages for row in page.records]
    assert found == [profile.id for profile in service.world.profiles()]
    assert set(ODD_IDS) <= set(found)


@pytest.mark.parametrize(
    "customer_id",
    ["user_42/aliases", "user_42?expand=attributes", "user_42#", "user_42%2Faliases", " user_42"],
)
async def test_an_id_that_looks_like_a_path_is_only_an_id(
    service: Service, client: Client, customer_id: str
) -> None:
    with pytest.raises(NotFound):
        await client.writer.delete_customer(customer_id)
    [asked] = service.received
    assert asked.operation == "delete_customer"
    assert unquote(asked.path.rsplit("/", 1)[1]) == customer_id
    assert asked.query == ""


@pytest.mark.parametrize("customer_id", ["", ".", "..", "blocked_customers", "x" * 1501])
async def test_an_id_that_means_another_route_is_never_sent(
    service: Service, client: Client, customer_id: str
) -> None:
    for call in (
        client.reader.list_aliases,
        client.writer.delete_customer,
        client.writer.block_customer,
        client.writer.unblock_customer,
    ):
        with pytest.raises(RefusedBeforeSending):
            await call(customer_id)
    assert len(service.received) == 0


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(IDS, min_size=1, max_size=8))
async def test_any_id_arrives_as_it_is(ids: list[str]) -> None:
    with running_service("in process") as service:
        async with service.client() as client:
            for customer_id in ids:
                customer = service.world.find(customer_id)
                try:
                    await client.reader.get_customer(customer_id, expand_attributes=False)
                except NotFound:
                    assert customer is None
    assert [unquote(one.path.rsplit("/", 1)[1]) for one in service.received] == ids
    assert {one.operation for one in service.received} == {"get_customer"}


async def test_hostile_texts_come_back_raw_and_whole(client: Client) -> None:
    attributes = (await client.reader.list_attributes(HOSTILE_ID)).records
    assert {row.name: row.value for row in attributes} == HOSTILE_ATTRIBUTES
