from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rctui.demo.dataset.cast import BLOCKED
from rctui.demo.routes.block_list import MOST_BLOCKED
from tests.simulated import NOW, PROJECT_URL, customer_url

if TYPE_CHECKING:
    import httpx

LIST = f"{PROJECT_URL}/customers/blocked_customers"


async def blocked(client: httpx.AsyncClient) -> dict[str, Any]:
    body: dict[str, Any] = (await client.get(LIST)).json()
    return body


async def test_the_list_is_a_map_with_a_key_for_every_blocked_id(client: httpx.AsyncClient) -> None:
    body = await blocked(client)

    assert body.keys() == BLOCKED.keys() | {"object"}
    assert {frozenset(body[one]) for one in BLOCKED} == {frozenset({"updated_at_ms"})}


async def test_the_list_says_what_it_is_unless_that_name_is_blocked(
    client: httpx.AsyncClient,
) -> None:
    await client.delete(f"{LIST}/object")

    assert (await blocked(client))["object"] == "blocked_customer"


async def test_a_block_deletes_the_customer_and_bars_the_id(client: httpx.AsyncClient) -> None:
    answer = await client.post(f"{LIST}/chargeback_farm")

    assert (answer.status_code, answer.content) == (200, b"")
    assert (await client.get(customer_url("chargeback_farm"))).status_code == 404
    assert (await blocked(client))["chargeback_farm"] == {"updated_at_ms": NOW}
    taken = await client.post(f"{PROJECT_URL}/customers", json={"id": "chargeback_farm"})
    assert taken.status_code == 422


async def test_a_block_takes_an_empty_object_too(client: httpx.AsyncClient) -> None:
    assert (await client.post(f"{LIST}/user_42", json={})).status_code == 200


async def test_a_block_by_an_alias_bars_the_customers_own_id(client: httpx.AsyncClient) -> None:
    await client.post(f"{LIST}/cust-0091")

    assert "alias_soup" in await blocked(client)
    assert (await client.get(customer_url("alias_soup"))).status_code == 404


async def test_an_unblocked_id_comes_back_empty(client: httpx.AsyncClient) -> None:
    await client.post(f"{LIST}/user_42")
    answer = await client.delete(f"{LIST}/user_42")

    assert (answer.status_code, answer.content) == (204, b"")
    body = (await client.get(customer_url("user_42"), params={"expand": "attributes"})).json()
    assert body["first_seen_at"] == NOW
    assert body["attributes"]["items"] == body["active_entitlements"]["items"] == []
    assert (await client.get(customer_url("user_42", "subscriptions"))).json()["items"] == []
    assert "user_42" not in await blocked(client)


async def test_unblocking_somebody_who_is_not_blocked_is_404(client: httpx.AsyncClient) -> None:
    assert (await client.delete(f"{LIST}/user_42")).status_code == 404


async def test_an_id_with_a_space_is_refused_and_stays(client: httpx.AsyncClient) -> None:
    answer = await client.post(f"{LIST}/100%25%20legit")

    assert answer.status_code == 400
    assert (await client.get(customer_url("100% legit"))).status_code == 200


async def test_the_list_holds_a_hundred(client: httpx.AsyncClient) -> None:
    for number in range(MOST_BLOCKED - len(BLOCKED)):
        assert (await client.post(f"{LIST}/abuser_{number}")).status_code == 200

    refused = await client.post(f"{LIST}/user_42")
    again = await client.post(f"{LIST}/abuser_0")

    assert refused.status_code == 422
    assert refused.json()["type"] == "unprocessable_entity_error"
    assert again.status_code == 200
    assert (await client.get(customer_url("user_42"))).status_code == 200
