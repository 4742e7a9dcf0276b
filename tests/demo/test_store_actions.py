"""Cancelling and refunding at the simulated stores: each store allows its own, nothing else."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import pytest

from rctui.demo.effects import held
from rctui.demo.hold import Hold
from rctui.demo.identity import READ_ONLY_KEY
from tests.demo.asking import active, items, refusal
from tests.simulated import PROJECT_URL, customer_url, demo_client

if TYPE_CHECKING:
    import httpx

    from rctui.demo.server import SimulatedService

WEB, EVERY = "alias_soup", "every_store"


async def row(client: httpx.AsyncClient, who: str, store: str, kind: str) -> dict[str, Any]:
    rows = await items(client, customer_url(who, kind))
    return next(one for one in rows if one["store"] == store)


async def subscription(client: httpx.AsyncClient, who: str, store: str) -> str:
    found = await row(client, who, store, "subscriptions")
    return f"{PROJECT_URL}/subscriptions/{found['id']}"


async def test_a_cancelled_subscription_gives_access_until_its_period_ends(
    client: httpx.AsyncClient,
) -> None:
    url = await subscription(client, WEB, "rc_billing")
    before = (await client.get(url)).json()
    answer = await client.post(f"{url}/actions/cancel")
    assert answer.status_code == 200
    assert answer.json() == before | {"auto_renewal_status": "will_not_renew"}
    assert (await client.get(url)).json() == answer.json()
    assert answer.json()["gives_access"]


async def test_a_refunded_subscription_ends_at_once(client: httpx.AsyncClient) -> None:
    url = await subscription(client, WEB, "rc_billing")
    assert await active(client, WEB)
    answer = await client.post(f"{url}/actions/refund", json={})
    assert (answer.json()["gives_access"], answer.json()["status"]) == (False, "expired")
    assert await active(client, WEB) == {}
    assert refusal(await client.post(f"{url}/actions/refund"))[0] == 422


async def test_a_refunded_purchase_gives_nothing_any_more(client: httpx.AsyncClient) -> None:
    bought = await row(client, EVERY, "rc_billing", "purchases")
    url = f"{PROJECT_URL}/purchases/{bought['id']}"
    answer = await client.post(f"{url}/actions/refund")
    assert answer.json() == bought | {"status": "refunded"}
    assert (await client.get(url)).json() == answer.json()
    assert refusal(await client.post(f"{url}/actions/refund"))[0] == 422


async def test_a_refunded_google_payment_changes_nothing_else(client: httpx.AsyncClient) -> None:
    url = await subscription(client, "user_42", "play_store")
    before, access = (await client.get(url)).json(), await active(client, "user_42")
    payments = await items(client, f"{url}/transactions")
    ids = [one["id"] for one in payments]
    assert len(ids) > 1
    assert all(one.startswith("GPA.") for one in ids)
    assert [one["purchased_at"] for one in payments] == sorted(
        (one["purchased_at"] for one in payments), reverse=True
    )
    refund = f"{url}/transactions/{quote(ids[0], safe='')}/actions/refund"
    assert (await client.post(refund)).json() == payments[0]
    assert (await client.get(url)).json() == before
    assert await active(client, "user_42") == access
    again = await client.post(refund)
    assert refusal(again)[:2] == (422, "store_error")
    assert again.json()["retryable"]


@pytest.mark.parametrize(
    ("store", "action"),
    [
        ("play_store", "actions/cancel"),
        ("app_store", "actions/cancel"),
        ("stripe", "actions/refund"),
        ("app_store", "transactions/200000000000001/actions/refund"),
        ("rc_billing", "transactions/txRcb1/actions/refund"),
    ],
)
async def test_other_stores_refuse(client: httpx.AsyncClient, store: str, action: str) -> None:
    url = await subscription(client, EVERY, store)
    before = (await client.get(url)).json()
    assert refusal(await client.post(f"{url}/{action}"))[:2] == (422, "store_error")
    assert (await client.get(url)).json() == before


async def test_only_google_and_apple_tell_payments(client: httpx.AsyncClient) -> None:
    for store, status in (("app_store", 200), ("play_store", 200), ("rc_billing", 422)):
        url = await subscription(client, EVERY, store)
        assert (await client.get(f"{url}/transactions")).status_code == status


async def test_every_link_is_another_one_and_only_for_web_billing(
    client: httpx.AsyncClient, app: SimulatedService
) -> None:
    url = await subscription(client, WEB, "rc_billing")
    first = (await client.get(f"{url}/authenticated_management_url")).json()
    assert first["management_url"].startswith("https://")
    other = await subscription(client, EVERY, "stripe")
    assert (await client.get(f"{other}/authenticated_management_url")).status_code == 422


async def test_what_is_not_there_is_not_found(client: httpx.AsyncClient) -> None:
    for path in ("subscriptions/nope", "subscriptions/nope/transactions", "purchases/nope"):
        assert (await client.get(f"{PROJECT_URL}/{path}")).status_code == 404
    url = await subscription(client, "user_42", "play_store")
    assert (await client.post(f"{url}/transactions/GPA.no/actions/refund")).status_code == 404


async def test_a_key_that_only_reads_may_not(app: SimulatedService) -> None:
    async with demo_client(app, key=READ_ONLY_KEY) as client:
        url = await subscription(client, WEB, "rc_billing")
        status, kind, _ = refusal(await client.post(f"{url}/actions/cancel"))
    assert (status, kind) == (403, "authorization_error")


async def test_the_customer_is_locked_meanwhile(
    client: httpx.AsyncClient, app: SimulatedService
) -> None:
    url = await subscription(client, WEB, "rc_billing")
    hold = Hold()
    app.state.faults.add(held(hold), operation="cancel_subscription")
    first = asyncio.create_task(client.post(f"{url}/actions/cancel"))
    await hold.reached()
    body = {"attributes": [{"name": "x", "value": "1"}]}
    second = await client.post(customer_url(WEB, "attributes"), json=body)
    hold.release()
    assert second.status_code == 423
    assert (await first).status_code == 200


async def test_a_customer_of_the_crowd_is_changed_too(
    client: httpx.AsyncClient, app: SimulatedService
) -> None:
    crowd = app.state.world.crowd
    ids = [crowd.id_of(number) for number in range(crowd.size)]
    listed = [await items(client, customer_url(one, "subscriptions")) for one in ids]
    rows = [one for some in listed for one in some if one["store"] == "play_store"]
    url = f"{PROJECT_URL}/subscriptions/{rows[0]['id']}"
    [payment, *_] = await items(client, f"{url}/transactions")
    refund = f"{url}/transactions/{payment['id']}/actions/refund"
    assert (await client.post(refund)).status_code == 200
    assert (await client.post(refund)).status_code == 422
