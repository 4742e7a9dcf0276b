from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.demo.asking import ANN, items, refusal

if TYPE_CHECKING:
    import httpx

    from rctui.demo.server import SimulatedService

KINDS = ["transactions", "update_balance"]


async def adjust(
    client: httpx.AsyncClient, kind: str, adjustments: object, key: str = "", **more: object
) -> httpx.Response:
    return await client.post(
        f"{ANN}/virtual_currencies/{kind}",
        json={"adjustments": adjustments} | more,
        headers={"Idempotency-Key": key} if key else {},
    )


async def gold(client: httpx.AsyncClient) -> int:
    rows = await items(client, f"{ANN}/virtual_currencies")
    return next((row["balance"] for row in rows if row["currency_code"] == "GLD"), 0)


@pytest.mark.parametrize("kind", KINDS)
async def test_adjustments_add_to_several_balances(client: httpx.AsyncClient, kind: str) -> None:
    answer = await adjust(client, kind, {"GLD": -30, "SLV": 5}, reference="T-9")

    assert answer.status_code == 200
    balances = {row["currency_code"]: row["balance"] for row in answer.json()["items"]}
    assert balances == {"GLD": 50, "SLV": 5}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("adjustments", "expected"),
    [
        ({"SLV": 5, "GLD": -81}, (422, "unprocessable_entity_error", "adjustments")),
        ({"GLD": 2_000_000_000}, (422, "unprocessable_entity_error", "adjustments")),
        ({"XXX": 1}, (404, "resource_missing", None)),
        ({}, (400, "parameter_error", "adjustments")),
        ({"GLD": "5"}, (400, "parameter_error", "adjustments")),
        ({"GLD": 0.5}, (400, "parameter_error", "adjustments")),
        ([{"currency_code": "GLD", "amount": 5}], (400, "parameter_error", "adjustments")),
    ],
)
async def test_a_refused_adjustment_changes_no_balance(
    client: httpx.AsyncClient, kind: str, adjustments: object, expected: tuple[int, str, str | None]
) -> None:
    assert refusal(await adjust(client, kind, adjustments)) == expected
    rows = await items(client, f"{ANN}/virtual_currencies")
    assert {row["currency_code"]: row["balance"] for row in rows} == {"GLD": 80}


@pytest.mark.parametrize("kind", KINDS)
async def test_the_same_key_is_carried_out_once(
    client: httpx.AsyncClient, app: SimulatedService, kind: str
) -> None:
    first = await adjust(client, kind, {"GLD": 5}, key="key-1")
    again = await adjust(client, kind, {"GLD": 5}, key="key-1")

    assert first.json() == again.json()
    assert await gold(client) == 85
    assert [one.applied for one in app.state.received.writes] == [True, False]
    assert app.state.received[0].idempotency_key == "key-1"


@pytest.mark.parametrize("kind", KINDS)
async def test_a_key_with_another_body_is_409(client: httpx.AsyncClient, kind: str) -> None:
    await adjust(client, kind, {"GLD": 5}, key="key-1")

    assert refusal(await adjust(client, kind, {"GLD": 6}, key="key-1")) == (
        409, "idempotency_error", None,
    )  # fmt: skip
    assert await gold(client) == 85


async def test_without_a_key_the_same_body_counts_twice(client: httpx.AsyncClient) -> None:
    for _ in range(2):
        await adjust(client, "transactions", {"GLD": 5})

    assert await gold(client) == 90


async def test_a_refused_write_leaves_its_key_free(client: httpx.AsyncClient) -> None:
    await adjust(client, "transactions", {"GLD": -500}, key="key-1")
    answer = await adjust(client, "transactions", {"GLD": -5}, key="key-1")

    assert answer.status_code == 200


async def test_currency_writes_have_a_limit_of_their_own(client: httpx.AsyncClient) -> None:
    await client.get(ANN)
    answer = await adjust(client, "transactions", {"GLD": 5})

    assert answer.headers["RevenueCat-Rate-Limit-Current-Usage"] == "1"


@pytest.mark.parametrize("reference", [7, "", "x" * 256])
async def test_a_bad_reference_is_refused(client: httpx.AsyncClient, reference: object) -> None:
    answer = await adjust(client, "transactions", {"GLD": 5}, reference=reference)

    assert refusal(answer) == (400, "parameter_error", "reference")
    assert await gold(client) == 80
