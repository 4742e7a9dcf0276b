from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.demo.asking import ANN, CUSTOMERS, items, refusal
from tests.simulated import NOW, customer_url

if TYPE_CHECKING:
    import httpx

    from rctui.demo.server import SimulatedService


async def test_create_answers_201_with_a_customer_the_api_made(client: httpx.AsyncClient) -> None:
    attributes = [{"name": "$email", "value": "new@example.com"}]
    made = await client.post(CUSTOMERS, json={"id": "new_one", "attributes": attributes})

    assert made.status_code == 201
    assert made.json()["last_seen_at"] == NOW
    assert made.json()["last_seen_platform"] is None
    assert [one["id"] for one in await items(client, CUSTOMERS, search="new@example.com")] == [
        "new_one"
    ]


@pytest.mark.parametrize("taken", ["user_42", "default_user"])
async def test_create_refuses_a_taken_id(client: httpx.AsyncClient, taken: str) -> None:
    answer = await client.post(CUSTOMERS, json={"id": taken})

    assert refusal(answer) == (409, "resource_already_exists", None)


async def test_create_refuses_an_alias(client: httpx.AsyncClient) -> None:
    assert (await client.post(CUSTOMERS, json={"id": "cust-0091"})).status_code == 409


@pytest.mark.parametrize(
    "bad_id", ["", "a@b.example", "$RCAnonymousID:1", "é", "x" * 1501, 7, None]
)
async def test_create_refuses_ids_that_only_sdks_make(
    client: httpx.AsyncClient, bad_id: object
) -> None:
    assert refusal(await client.post(CUSTOMERS, json={"id": bad_id})) == (
        400, "parameter_error", "id",
    )  # fmt: skip


@pytest.mark.parametrize(
    "attribute", [{"name": "a", "value": None}, {"name": "a"}, {"value": "a"}, "text"]
)
async def test_create_refuses_attributes_without_a_value(
    client: httpx.AsyncClient, attribute: object
) -> None:
    answer = await client.post(CUSTOMERS, json={"id": "new_one", "attributes": [attribute]})

    assert refusal(answer) == (400, "parameter_error", "attributes")
    assert (await client.get(customer_url("new_one"))).status_code == 404


async def test_delete_answers_200_with_a_body(client: httpx.AsyncClient) -> None:
    answer = await client.delete(ANN)

    assert answer.status_code == 200
    assert answer.json() == {"object": "customer", "id": "user_42", "deleted_at": NOW}
    assert (await client.get(ANN)).status_code == 404
    assert (await client.get(customer_url("ann.lee@example.com"))).status_code == 404
    assert (await client.delete(ANN)).status_code == 404
    assert (await items(client, CUSTOMERS))[0]["id"] != "user_42"


async def test_an_offering_is_assigned_and_cleared_with_an_empty_answer(
    client: httpx.AsyncClient, app: SimulatedService
) -> None:
    offering = next(iter(app.state.world.catalogue.offerings))
    for offering_id in (offering, None):
        answer = await client.post(
            f"{ANN}/actions/assign_offering", json={"offering_id": offering_id}
        )
        assert (answer.status_code, answer.content) == (200, b"")
        assert "content-type" not in answer.headers
        assert app.state.world.find("user_42").offering_override == offering_id


@pytest.mark.parametrize(
    ("body", "status"), [({}, 400), ({"offering_id": "default"}, 404), ({"offering_id": 1}, 400)]
)
async def test_assign_offering_refuses(
    client: httpx.AsyncClient, body: dict[str, object], status: int
) -> None:
    answer = await client.post(f"{ANN}/actions/assign_offering", json=body)

    assert answer.status_code == status


WRITES_TO_ONE = [
    ("DELETE", ""),
    ("POST", "/attributes"),
    ("POST", "/actions/grant_entitlement"),
    ("POST", "/actions/revoke_granted_entitlement"),
    ("POST", "/actions/assign_offering"),
    ("POST", "/actions/transfer"),
    ("POST", "/virtual_currencies/transactions"),
    ("POST", "/virtual_currencies/update_balance"),
]


@pytest.mark.parametrize(("method", "rest"), WRITES_TO_ONE)
async def test_a_write_to_nobody_is_404_and_creates_nobody(
    client: httpx.AsyncClient, method: str, rest: str
) -> None:
    nobody = customer_url("nobody_we_know")
    body: dict[str, str] | None = None if method == "DELETE" else {}
    answer = await client.request(method, nobody + rest, json=body)

    assert answer.status_code == 404
    assert (await client.get(nobody)).status_code == 404


async def test_a_change_to_one_of_the_crowd_is_kept(client: httpx.AsyncClient) -> None:
    somebody = (await items(client, CUSTOMERS))[-1]["id"]
    body = {"attributes": [{"name": "mood", "value": "good"}]}
    await client.post(customer_url(somebody, "attributes"), json=body)

    rows = await items(client, customer_url(somebody, "attributes"))
    assert rows[-1]["value"] == "good"
    assert (await items(client, CUSTOMERS))[-1]["id"] == somebody
