"""Requests and answers that wait until a test lets them go."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from rctui.demo import effects
from rctui.demo.effects import Effect
from rctui.demo.hold import Hold
from tests.demo.asking import ANN
from tests.demo.crediting import both_ways, connected, credit, gold
from tests.simulated import authorized, customer_url, demo_app, running_demo


@both_ways
async def test_a_held_write_keeps_its_customer_locked_under_every_name(way: str) -> None:
    app = demo_app()
    hold = Hold()
    app.state.faults.add(effects.held(hold), operation="create_currency_transaction")
    async with connected(way, app) as client:
        first = asyncio.ensure_future(credit(client))
        await hold.reached()
        second = await client.post(
            customer_url("ann.lee@example.com", "attributes"),
            json={"attributes": [{"name": "a", "value": "b"}]},
        )
        target = await client.post(
            customer_url("kim_phone", "actions", "transfer"),
            json={"target_customer_id": "user_42"},
        )
        other = await client.delete(customer_url("kim_tablet"))
        read = await client.get(ANN)
        assert gold(app) == 80
        hold.release()
        assert (await first).status_code == 200
        after = await credit(client)

    assert second.status_code == target.status_code == 423
    assert second.json()["type"] == "resource_locked_error"
    assert second.json()["backoff_ms"] == 500
    assert [other.status_code, read.status_code, after.status_code] == [200, 200, 200]
    assert gold(app) == 90


@both_ways
async def test_an_answer_can_be_held_after_the_write(way: str) -> None:
    app = demo_app()
    hold = Hold()
    app.state.faults.add(effects.answer_held(hold), method="POST")
    async with connected(way, app) as client:
        first = asyncio.ensure_future(credit(client))
        await hold.reached()
        assert gold(app) == 85
        assert app.state.received[0].status is None
        assert not first.done()
        hold.release()
        assert (await first).status_code == 200


@both_ways
async def test_an_answer_can_stop_within_its_body(way: str) -> None:
    app = demo_app()
    hold = Hold()
    app.state.faults.add(effects.held_within(hold, 10))
    async with connected(way, app) as client:
        whole = asyncio.ensure_future(client.get(ANN))
        await hold.reached()
        assert not whole.done()
        hold.release()
        assert (await whole).json()["id"] == "user_42"


async def test_over_a_socket_the_first_part_arrives_before_the_rest() -> None:
    app = demo_app()
    hold = Hold()
    app.state.faults.add(effects.held_within(hold, 10))
    async with connected("over a socket", app) as client, client.stream("GET", ANN) as answer:
        parts = answer.aiter_raw()
        first = await anext(parts)
        hold.release()
        rest = b"".join([part async for part in parts])

    assert len(first) == 10
    assert (first + rest).endswith(b"}\n")


@both_ways
async def test_clearing_lets_go_of_what_is_held(way: str) -> None:
    app = demo_app()
    hold = Hold()
    app.state.faults.add(effects.held(hold), times=None)
    async with connected(way, app) as client:
        first = asyncio.ensure_future(client.get(ANN))
        await hold.reached()
        app.state.faults.clear()
        assert (await first).status_code == 200
        assert (await client.get(ANN)).status_code == 200


@both_ways
async def test_a_write_whose_client_gave_up_is_carried_out_nevertheless(way: str) -> None:
    app = demo_app()
    before, after = Hold(), Hold()
    app.state.faults.add(Effect(hold=before, hold_answer=after), method="POST")
    async with connected(way, app) as client:
        given_up = asyncio.ensure_future(credit(client))
        await before.reached()
        given_up.cancel()
        with pytest.raises(asyncio.CancelledError):
            await given_up
        assert gold(app) == 80
        before.release()
        await after.reached()
        assert gold(app) == 85
        after.release()


@both_ways
async def test_a_client_does_not_wait_longer_than_it_wants_to(way: str) -> None:
    app = demo_app()
    app.state.faults.add(effects.held(Hold()))
    async with connected(way, app) as client:
        with pytest.raises(httpx.ReadTimeout):
            await client.get(ANN, timeout=httpx.Timeout(None, read=0.01))


def test_a_thread_without_a_loop_can_wait_for_a_held_request() -> None:
    app = demo_app()
    hold = Hold()
    app.state.faults.add(effects.held(hold))
    with running_demo(app) as (base_url, _), ThreadPoolExecutor() as pool:
        answer = pool.submit(httpx.get, base_url + ANN, headers=authorized())
        hold.wait_until_reached()
        assert not answer.done()
        hold.release()
        assert answer.result().status_code == 200
