from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

import pytest

from rctui.demo.dataset.shared_account import SHARED_ACCOUNT
from tests.simulated import PROJECT_URL, customer_url, demo_app, demo_client

if TYPE_CHECKING:
    import httpx

LISTS: dict[str, tuple[str, dict[str, str], int]] = {
    "customers": (f"{PROJECT_URL}/customers", {}, 120),
    "aliases": (customer_url(SHARED_ACCOUNT, "aliases"), {}, 412),
    "attributes": (customer_url(SHARED_ACCOUNT, "attributes"), {}, 205),
    "subscriptions": (customer_url(SHARED_ACCOUNT, "subscriptions"), {}, 260),
    "purchases": (customer_url(SHARED_ACCOUNT, "purchases"), {}, 230),
    "invoices": (customer_url(SHARED_ACCOUNT, "invoices"), {}, 215),
    "active entitlements": (customer_url(SHARED_ACCOUNT, "active_entitlements"), {}, 123),
    "currencies": (
        customer_url(SHARED_ACCOUNT, "virtual_currencies"),
        {"include_empty_balances": "true"},
        113,
    ),
    "sandbox subscriptions": (
        customer_url(SHARED_ACCOUNT, "subscriptions"),
        {"environment": "sandbox"},
        43,
    ),
    "entitlements of the project": (f"{PROJECT_URL}/entitlements", {}, 125),
    "currencies of the project": (f"{PROJECT_URL}/virtual_currencies", {}, 113),
}


async def walked(
    client: httpx.AsyncClient, path: str, query: dict[str, str]
) -> list[list[dict[str, Any]]]:
    pages = []
    answer = await client.get(path, params=query)
    while True:
        body = answer.json()
        pages.append(body["items"])
        if body["next_page"] is None:
            return pages
        assert body["next_page"].startswith(f"https://demo.rctui.invalid/v2{path}?")
        repeated = parse_qs(urlsplit(body["next_page"]).query)
        assert {name: [value] for name, value in query.items()}.items() <= repeated.items()
        answer = await client.get(body["next_page"])


def identity(row: dict[str, Any]) -> str:
    names = ("id", "name", "currency_code", "entitlement_id", "code")
    return str(next(row[name] for name in names if name in row))


@pytest.mark.parametrize("limit", [1, 7, 20, 99, 100])
@pytest.mark.parametrize("name", LISTS)
async def test_a_list_is_walked_to_its_end(name: str, limit: int) -> None:
    path, query, size = LISTS[name]
    app = demo_app(customers=120)
    app.state.rate_limits.enforced = False
    async with demo_client(app) as client:
        pages = await walked(client, path, query | {"limit": str(limit)})

    ids = [identity(row) for page in pages for row in page]
    assert len(ids) == len(set(ids)) == size
    assert [len(page) for page in pages[:-1]] == [limit] * (len(pages) - 1)
    assert 1 <= len(pages[-1]) <= limit


async def test_a_limit_above_100_is_cut_without_a_word(client: httpx.AsyncClient) -> None:
    path = customer_url(SHARED_ACCOUNT, "aliases")

    assert len((await client.get(path, params={"limit": 5000})).json()["items"]) == 100
    assert len((await client.get(path)).json()["items"]) == 20


async def test_an_unknown_cursor_starts_the_list_again(client: httpx.AsyncClient) -> None:
    for path in (f"{PROJECT_URL}/customers", customer_url(SHARED_ACCOUNT, "aliases")):
        first = await client.get(path)
        again = await client.get(path, params={"starting_after": "%24nobody"})
        assert first.json() == again.json()


async def test_lists_within_a_customer_lead_on_to_their_own_pages(
    client: httpx.AsyncClient,
) -> None:
    path = customer_url(SHARED_ACCOUNT)
    body = (await client.get(path, params={"expand": "attributes"})).json()

    for name, size in (("active_entitlements", 123), ("attributes", 205)):
        rest = await walked_from(client, body[name]["next_page"])
        assert len(body[name]["items"]) + len(rest) == size


async def walked_from(client: httpx.AsyncClient, url: str | None) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    while url:
        body = (await client.get(url)).json()
        rows += body["items"]
        url = body["next_page"]
    return rows


async def test_a_customer_who_is_gone_does_not_break_the_walk() -> None:
    app = demo_app(customers=120)
    async with demo_client(app) as client:
        path = f"{PROJECT_URL}/customers"
        first = (await client.get(path, params={"limit": 50})).json()
        for row in first["items"][48:]:
            await client.delete(customer_url(row["id"]))
        await client.post(path, json={"id": "somebody_new"})
        rest = await walked_from(client, first["next_page"])

    assert len(rest) == 120 - 50 + 1
    assert rest[-1]["id"] == "somebody_new"
