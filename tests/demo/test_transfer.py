from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.demo.asking import ANN, items
from tests.simulated import customer_url

if TYPE_CHECKING:
    import httpx

    from rctui.demo.server import SimulatedService


async def transfer(client: httpx.AsyncClient, source: str, **body: object) -> httpx.Response:
    return await client.post(customer_url(source, "actions", "transfer"), json=body)


async def test_a_transfer_moves_rows_and_leaves_the_rest(client: httpx.AsyncClient) -> None:
    rows = await items(client, f"{ANN}/subscriptions")
    answer = await transfer(client, "user_42", target_customer_id="kim_tablet")

    assert answer.status_code == 200
    assert answer.json().keys() == {"source_customer", "target_customer"}
    moved = await items(client, customer_url("kim_tablet", "subscriptions"))
    assert [row["id"] for row in moved] == [row["id"] for row in rows]
    assert {row["customer_id"] for row in moved} == {"kim_tablet"}
    assert {row["original_customer_id"] for row in moved} == {"user_42"}
    assert await items(client, f"{ANN}/purchases") == []
    assert len(await items(client, f"{ANN}/aliases")) == 4
    assert len(await items(client, f"{ANN}/virtual_currencies")) == 1
    assert await items(client, customer_url("kim_tablet", "virtual_currencies")) == []


async def test_a_transfer_can_be_limited_to_some_apps(
    client: httpx.AsyncClient, app: SimulatedService
) -> None:
    play = next(
        one.id for one in app.state.world.catalogue.apps.values() if one.type == "play_store"
    )
    await transfer(client, "user_42", target_customer_id="kim_tablet", app_ids=[play])

    moved = await items(client, customer_url("kim_tablet", "subscriptions"))
    stayed = await items(client, f"{ANN}/subscriptions")
    assert {row["store"] for row in moved} == {"play_store"}
    assert {row["store"] for row in stayed} == {"promotional", "app_store", "test_store"}


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({}, 400),
        ({"destination_customer_id": "kim_tablet"}, 400),
        ({"target_customer_id": "nobody_we_know"}, 404),
        ({"target_customer_id": "user_42"}, 422),
        ({"target_customer_id": "ann.lee@example.com"}, 422),
        ({"target_customer_id": "kim_tablet", "app_ids": ["appnone"]}, 404),
        ({"target_customer_id": "kim_tablet", "app_ids": [1]}, 400),
        ({"target_customer_id": "kim_tablet", "app_ids": "app1"}, 400),
    ],
)
async def test_a_transfer_that_makes_no_sense_is_refused(
    client: httpx.AsyncClient, body: dict[str, object], status: int
) -> None:
    assert (await transfer(client, "user_42", **body)).status_code == status
