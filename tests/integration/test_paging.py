"""Every list, from its first page to its last, in small pages and in the largest."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any, Final

import pytest

from rctui.api.errors import ServerFailed
from rctui.api.paging import ELSEWHERE, REPEATS, all_pages
from rctui.demo import effects
from rctui.demo.dataset.shared_account import SHARED_ACCOUNT

if TYPE_CHECKING:
    from rctui.api.page import Page
    from rctui.api.reader import CustomerReader
    from rctui.demo.records import Customer
    from rctui.demo.world import World
    from tests.integration.service import Client, Service

Fetch = Callable[[str | None, int], Awaitable["Page[Any]"]]


def of_customer(listing: Callable[..., Awaitable[Page[Any]]]) -> Fetch:
    return lambda cursor, limit: listing(SHARED_ACCOUNT, starting_after=cursor, limit=limit)


def of_project(listing: Callable[..., Awaitable[Page[Any]]]) -> Fetch:
    return lambda cursor, limit: listing(starting_after=cursor, limit=limit)


def _active(customer: Customer, world: World) -> list[str]:
    by_row = [row.entitlement_ids for row in customer.subscriptions if row.gives_access]
    by_row += [row.entitlement_ids for row in customer.purchases if row.status == "owned"]
    return sorted({one for ids in by_row for one in ids})


def _held(customer: Customer, world: World) -> list[str]:
    active = [currency.code for currency in world.catalogue.active_currencies()]
    return list(dict.fromkeys([*active, *customer.balances]))


# list: how to ask, what an item is told from others by, and what the service has
LISTS: Final[
    dict[
        str,
        tuple[
            Callable[[CustomerReader], Fetch],
            Callable[[Any], str],
            Callable[[Customer, World], list[str]],
        ],
    ]
] = {
    "active entitlements": (
        lambda r: of_customer(r.list_active_entitlements),
        lambda row: row.entitlement_id,
        _active,
    ),
    "subscriptions": (
        lambda r: of_customer(r.list_subscriptions),
        lambda row: row.id,
        lambda c, _: [row.id for row in c.subscriptions],
    ),
    "purchases": (
        lambda r: of_customer(r.list_purchases),
        lambda row: row.id,
        lambda c, _: [row.id for row in c.purchases],
    ),
    "aliases": (
        lambda r: of_customer(r.list_aliases),
        lambda row: row.id,
        lambda c, _: list(c.aliases),
    ),
    "attributes": (
        lambda r: of_customer(r.list_attributes),
        lambda row: row.name,
        lambda c, _: list(c.attributes),
    ),
    "invoices": (
        lambda r: of_customer(r.list_invoices),
        lambda row: row.id,
        lambda c, _: [row.id for row in c.invoices],
    ),
    "balances": (
        lambda r: of_customer(r.list_virtual_currencies),
        lambda row: row.currency_code,
        _held,
    ),
    "customers": (
        lambda r: of_project(r.list_customers),
        lambda row: row.id,
        lambda _, world: [profile.id for profile in world.profiles()],
    ),
    "entitlements of the project": (
        lambda r: of_project(r.list_entitlements),
        lambda row: row.id,
        lambda _, world: list(world.catalogue.entitlements),
    ),
    "products of the project": (
        lambda r: of_project(r.list_products),
        lambda row: row.id,
        lambda _, world: list(world.catalogue.products),
    ),
    "currencies of the project": (
        lambda r: of_project(r.list_project_currencies),
        lambda row: row.code,
        lambda _, world: list(world.catalogue.currencies),
    ),
}


@pytest.mark.parametrize("name", LISTS)
async def test_a_list_is_read_to_its_end_without_gap_or_repetition(
    service: Service, client: Client, name: str
) -> None:
    asking, told_by, expected = LISTS[name]
    fetch = asking(client.reader)
    small = [page async for page in all_pages(lambda cursor: fetch(cursor, 9))]
    large = [page async for page in all_pages(lambda cursor: fetch(cursor, 100))]

    shared = service.world.find(SHARED_ACCOUNT)
    assert shared is not None
    wanted = expected(shared, service.world)
    for pages, limit in ((small, 9), (large, 100)):
        assert [told_by(row) for page in pages for row in page.records] == wanted
        assert len(pages) == -(-len(wanted) // limit)
        assert all(not page.unreadable and not page.cut_short for page in pages)
    assert len(service.received) == len(small) + len(large)


async def test_the_nested_lists_of_a_customer_go_on_where_they_stop(client: Client) -> None:
    reader = client.reader
    customer = await reader.get_customer(SHARED_ACCOUNT, expand_attributes=True)
    assert customer.attributes is not None
    assert customer.active_entitlements is not None
    attributes = await reader.list_attributes(
        SHARED_ACCOUNT, starting_after=customer.attributes.next_cursor
    )
    entitlements = await reader.list_active_entitlements(
        SHARED_ACCOUNT, starting_after=customer.active_entitlements.next_cursor
    )
    whole = await reader.list_attributes(SHARED_ACCOUNT)
    assert (customer.attributes.records + attributes.records)[:100] == whole.records
    active = await reader.list_active_entitlements(SHARED_ACCOUNT)
    assert (customer.active_entitlements.records + entitlements.records)[:100] == active.records


async def test_a_search_with_several_pages_is_read_to_its_end(client: Client) -> None:
    pages = [
        page
        async for page in all_pages(
            lambda cursor: client.reader.search_customers(
                "kim.park@example.com", starting_after=cursor, limit=1
            )
        )
    ]
    found = [row.id for page in pages for row in page.records]
    assert found == ["kim_phone", "kim_tablet", "kim_old_account"]


async def test_an_environment_is_kept_from_page_to_page(client: Client) -> None:
    pages = [
        page
        async for page in all_pages(
            lambda cursor: client.reader.list_subscriptions(
                SHARED_ACCOUNT, environment="sandbox", starting_after=cursor, limit=20
            )
        )
    ]
    rows = [row for page in pages for row in page.records]
    assert len(pages) == 3
    assert len({row.id for row in rows}) == len(rows) == 43
    assert {row.environment for row in rows} == {"sandbox"}


@pytest.mark.parametrize(
    ("next_page", "reason"),
    [
        ("https://evil.example/v2/projects/projdemo1234/customers?starting_after=x", ELSEWHERE),
        ("/v2/projects/projother567/customers?starting_after=x", ELSEWHERE),
        ("", ""),
        (None, ""),
    ],
)
async def test_a_next_page_that_leads_away_ends_the_list_with_a_reason(
    service: Service, client: Client, next_page: str | None, reason: str
) -> None:
    service.faults.add(effects.odd_next_page(next_page), operation="list_customers")
    pages = [
        page
        async for page in all_pages(
            lambda cursor: client.reader.list_customers(starting_after=cursor, limit=5)
        )
    ]
    assert [page.cut_short for page in pages] == [reason]
    assert len(service.received) == 1


async def test_a_server_that_repeats_a_page_does_not_hold_anyone_for_ever(
    service: Service, client: Client
) -> None:
    first = await client.reader.list_customers(limit=5)
    url = f"/v2/projects/projdemo1234/customers?starting_after={first.next_cursor}"
    service.faults.add(effects.odd_next_page(url), operation="list_customers", times=None)
    pages = [
        page
        async for page in all_pages(
            lambda cursor: client.reader.list_customers(starting_after=cursor, limit=5)
        )
    ]
    assert [page.cut_short for page in pages] == ["", REPEATS]


async def test_a_page_that_fails_in_the_middle_ends_the_walk_with_its_error(
    service: Service, client: Client
) -> None:
    service.faults.add(effects.failed(500), operation="list_aliases", nth=3, times=None)
    pages = all_pages(
        lambda cursor: client.reader.list_aliases(SHARED_ACCOUNT, starting_after=cursor, limit=50)
    )
    assert len((await anext(pages)).records) == len((await anext(pages)).records) == 50
    with pytest.raises(ServerFailed):
        await anext(pages)
