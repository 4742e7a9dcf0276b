"""What the service answers is what the client's records say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from rctui.demo.identity import DEMO_PROJECT_ID, DEMO_PROJECT_NAME
from rctui.demo.route_table import OPERATIONS
from tests.integration.everything import READS, WRITES
from tests.integration.service import ANN, entitlement_id, row_of

if TYPE_CHECKING:
    from tests.integration.service import Client, Service


async def test_every_operation_of_the_service_is_reached_and_answered(
    service: Service, client: Client
) -> None:
    for read in READS.values():
        await read(client.reader)
    [invoice, *_] = (await client.reader.list_invoices(ANN)).records
    await client.reader.invoice_file(ANN, invoice.id)
    await client.reader.management_link(row_of("alias_soup", "rc_billing"))
    for write in WRITES.values():
        await write(client.writer)

    reached = {one.operation for one in service.received}
    assert reached == {operation.name for operation in OPERATIONS}
    assert all(one.status is not None and one.status < 400 for one in service.received)
    assert [one.operation for one in service.received.applied] == list(WRITES)


async def test_no_item_of_any_list_is_unreadable(client: Client) -> None:
    pages = {name: await read(client.reader) for name, read in READS.items()}
    assert {name for name, page in pages.items() if getattr(page, "unreadable", ())} == set()


@pytest.mark.parametrize("customer_id", ["every_status", "every_store", "nulls_everywhere"])
async def test_odd_but_legal_records_are_read_in_full(
    service: Service, client: Client, customer_id: str
) -> None:
    customer = service.world.find(customer_id)
    assert customer is not None
    reader = client.reader
    subscriptions = await reader.list_subscriptions(customer_id)
    purchases = await reader.list_purchases(customer_id)
    invoices = await reader.list_invoices(customer_id)
    attributes = await reader.list_attributes(customer_id)

    assert [row.status for row in subscriptions.records] == [
        row.status for row in customer.subscriptions
    ]
    assert [row.id for row in purchases.records] == [row.id for row in customer.purchases]
    assert [row.id for row in invoices.records] == [row.id for row in customer.invoices]
    assert {row.name: row.value for row in attributes.records} == {
        name: attribute.value for name, attribute in customer.attributes.items()
    }


async def test_a_customer_comes_with_entitlements_and_on_request_with_attributes(
    client: Client,
) -> None:
    plain = await client.reader.get_customer(ANN, expand_attributes=False)
    whole = await client.reader.get_customer(ANN, expand_attributes=True)

    assert plain.attributes is None
    assert plain.active_entitlements is not None
    assert whole.attributes is not None
    values = {row.name: row.value for row in whole.attributes.records}
    assert values["$email"] == "ann.lee@example.com"
    active = {row.entitlement_id for row in plain.active_entitlements.records}
    assert active == {entitlement_id("pro"), entitlement_id("legacy"), entitlement_id("offline")}


async def test_an_alias_leads_to_the_customer_who_has_it(client: Client) -> None:
    for alias in (await client.reader.list_aliases(ANN)).records:
        assert (await client.reader.get_customer(alias.id, expand_attributes=False)).id == ANN


async def test_a_search_is_exact_and_finds_everyone_with_the_address(client: Client) -> None:
    [ann] = (await client.reader.search_customers("ann.lee@example.com")).records
    kims = (await client.reader.search_customers("kim.park@example.com")).records
    assert ann.id == ANN
    assert {kim.id for kim in kims} == {"kim_phone", "kim_tablet", "kim_old_account"}
    assert (await client.reader.search_customers("ANN.LEE@example.com")).items == ()


@pytest.mark.parametrize("environment", ["production", "sandbox"])
async def test_an_environment_leaves_the_other_one_out(client: Client, environment: str) -> None:
    for listing in (client.reader.list_subscriptions, client.reader.list_purchases):
        both = (await listing(ANN)).records
        some = (await listing(ANN, environment=environment)).records
        assert some == tuple(row for row in both if row.environment == environment)
        assert 0 < len(some) < len(both)


async def test_a_stores_id_finds_the_row_and_its_customer(client: Client) -> None:
    [first, *_] = (await client.reader.list_subscriptions(ANN)).records
    [bought, *_] = (await client.reader.list_purchases(ANN)).records
    [subscription] = (
        await client.reader.search_subscriptions(first.store_subscription_identifier or "")
    ).records
    [purchase] = (
        await client.reader.search_purchases(bought.store_purchase_identifier or "")
    ).records
    assert (subscription.id, subscription.customer_id) == (first.id, ANN)
    assert (purchase.id, purchase.customer_id) == (bought.id, ANN)


async def test_balances_include_those_that_are_empty(client: Client) -> None:
    balances = (await client.reader.list_virtual_currencies(ANN)).records
    assert {row.currency_code: row.balance for row in balances} == {"GLD": 80, "SLV": 0, "GEM": 0}


async def test_blocked_ids_are_newest_first_even_one_called_like_the_answers_own_key(
    client: Client,
) -> None:
    blocked = (await client.reader.list_blocked_customers()).records
    assert [row.id for row in blocked] == [
        "$RCAnonymousID:0badc0de0badc0de0badc0de0badc0de",
        "object",
        "stolen_cards_ltd",
    ]


async def test_the_key_tells_its_project(client: Client) -> None:
    [project] = (await client.reader.list_projects()).records
    assert (project.id, project.name) == (DEMO_PROJECT_ID, DEMO_PROJECT_NAME)


async def test_the_budget_is_known_for_each_domain(service: Service, client: Client) -> None:
    await client.reader.list_customers()
    await client.reader.list_apps()
    assert [(record.rate_left, record.rate_limit) for record in client.records] == [
        (479, 480),
        (59, 60),
    ]
