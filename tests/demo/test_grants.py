from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from rctui.demo.world import LATE_GRANT_MS
from tests.demo.asking import DAY, PRO, TEAM, active, items, refusal
from tests.simulated import NOW, Clock, customer_url

if TYPE_CHECKING:
    import httpx

    from rctui.demo.server import SimulatedService


async def grant(
    client: httpx.AsyncClient, customer_id: str, entitlement_id: str, expires_at: int
) -> httpx.Response:
    body = {"entitlement_id": entitlement_id, "expires_at": expires_at}
    return await client.post(customer_url(customer_id, "actions", "grant_entitlement"), json=body)


async def test_a_grant_gives_access_at_once_and_its_row_comes_late(
    client: httpx.AsyncClient, clock: Clock
) -> None:
    answer = await grant(client, "goodwill_month", TEAM, NOW + 31 * DAY)

    assert answer.status_code == 201
    assert answer.json()["object"] == "customer"
    assert "active_entitlements" not in answer.json()
    assert (await active(client, "goodwill_month"))[TEAM] == NOW + 31 * DAY
    rows = customer_url("goodwill_month", "subscriptions")
    assert "promotional" not in {row["store"] for row in await items(client, rows)}
    clock.advance(LATE_GRANT_MS)
    (row,) = [row for row in await items(client, rows) if row["store"] == "promotional"]
    assert row["environment"] == "production"
    assert row["product_id"] is None
    assert row["auto_renewal_status"] == "will_not_renew"
    assert row["total_revenue_in_usd"]["gross"] == 0.0
    assert len(row["store_subscription_identifier"]) == 32


@pytest.mark.parametrize("hours", [-2, -1, 0, 1, 2])
async def test_a_grant_within_two_hours_of_another_answers_201_and_changes_nothing(
    client: httpx.AsyncClient, app: SimulatedService, hours: int
) -> None:
    until = NOW + DAY
    await grant(client, "goodwill_month", TEAM, until)
    again = await grant(client, "goodwill_month", TEAM, until + hours * 3_600_000)

    assert again.status_code == 201
    assert (await active(client, "goodwill_month"))[TEAM] == until
    assert len(app.state.received.applied) == 2


async def test_a_grant_that_ends_much_later_is_another_one(client: httpx.AsyncClient) -> None:
    await grant(client, "goodwill_month", TEAM, NOW + DAY)
    await grant(client, "goodwill_month", TEAM, NOW + DAY + 3 * 3_600_000)

    assert (await active(client, "goodwill_month"))[TEAM] == NOW + DAY + 3 * 3_600_000


async def test_a_grant_runs_out_by_itself(client: httpx.AsyncClient, clock: Clock) -> None:
    await grant(client, "goodwill_month", TEAM, NOW + DAY)
    clock.advance(DAY)

    assert TEAM not in await active(client, "goodwill_month")
    (row,) = [
        row
        for row in await items(client, customer_url("goodwill_month", "subscriptions"))
        if row["store"] == "promotional"
    ]
    assert (row["status"], row["gives_access"]) == ("expired", False)


async def test_a_grant_beside_a_paid_subscription_hides_neither(client: httpx.AsyncClient) -> None:
    before = (await active(client, "goodwill_month"))[PRO]
    await grant(client, "goodwill_month", PRO, NOW + DAY)

    assert (await active(client, "goodwill_month"))[PRO] == before


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ({"entitlement_id": "entlnone", "expires_at": NOW + DAY}, (404, "resource_missing", None)),
        ({"entitlement_id": PRO, "expires_at": NOW}, (422, "parameter_error", "expires_at")),
        ({"entitlement_id": PRO}, (400, "parameter_error", "expires_at")),
        ({"entitlement_id": PRO, "expires_at": None}, (400, "parameter_error", "expires_at")),
        ({"entitlement_id": PRO, "expires_at": 1.5}, (400, "parameter_error", "expires_at")),
        ({"entitlement_id": PRO, "expires_at": True}, (400, "parameter_error", "expires_at")),
        ({"entitlement_id": PRO, "expires_at": 2**63}, (400, "parameter_error", "expires_at")),
        ({"expires_at": NOW + DAY}, (400, "parameter_error", "entitlement_id")),
    ],
)
async def test_a_grant_that_makes_no_sense_is_refused(
    client: httpx.AsyncClient, body: dict[str, object], expected: tuple[int, str, str | None]
) -> None:
    answer = await client.post(customer_url("kim_phone", "actions", "grant_entitlement"), json=body)

    assert refusal(answer) == expected


async def revoke(
    client: httpx.AsyncClient, customer_id: str, entitlement_id: str
) -> httpx.Response:
    path = customer_url(customer_id, "actions", "revoke_granted_entitlement")
    return await client.post(path, json={"entitlement_id": entitlement_id})


async def test_revoke_ends_the_grant_and_leaves_what_a_store_gives(
    client: httpx.AsyncClient,
) -> None:
    answer = await revoke(client, "grant_hides_paid", PRO)

    assert answer.status_code == 200
    rows = await items(client, customer_url("grant_hides_paid", "subscriptions"))
    assert [row["gives_access"] for row in rows] == [True, False, False]
    assert (await active(client, "grant_hides_paid"))[PRO] == NOW + 15 * DAY


async def test_revoke_without_a_grant_is_422(client: httpx.AsyncClient) -> None:
    assert (await revoke(client, "kim_phone", PRO)).status_code == 422
    assert (await revoke(client, "kim_phone", "entlnone")).status_code == 404
