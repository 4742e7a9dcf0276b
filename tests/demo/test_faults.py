"""Every kind of fault, in process and over a loopback socket."""

from __future__ import annotations

from typing import TYPE_CHECKING

import httpx
import pytest

from rctui.demo import effects
from rctui.demo.faults import Faults
from rctui.demo.problems import locked
from tests.demo.asking import ANN
from tests.demo.crediting import both_ways, connected, credit, gold
from tests.simulated import PROJECT_URL, demo_app, demo_client

if TYPE_CHECKING:
    from rctui.demo.effects import Effect

CUTS: dict[str, tuple[Effect, type[httpx.TransportError], int]] = {
    "closed before": (effects.cut_before(), httpx.RemoteProtocolError, 80),
    "reset before": (effects.cut_before(reset=True), httpx.ReadError, 80),
    "closed after": (effects.cut_after(), httpx.RemoteProtocolError, 85),
    "reset after": (effects.cut_after(reset=True), httpx.ReadError, 85),
    "closed within the headers": (effects.cut_short(0), httpx.RemoteProtocolError, 85),
    "closed within the body": (effects.cut_short(10), httpx.RemoteProtocolError, 85),
}


@both_ways
@pytest.mark.parametrize("name", CUTS)
async def test_a_cut_line_is_an_error_of_the_line(way: str, name: str) -> None:
    effect, expected, balance = CUTS[name]
    app = demo_app()
    app.state.faults.add(effect, operation="create_currency_transaction")
    async with connected(way, app) as client:
        with pytest.raises(expected):
            await credit(client)
        assert gold(app) == balance
        assert (await credit(client)).status_code == 200

    first, second = app.state.received
    assert (first.applied, first.status) == (balance == 85, None)
    assert (second.applied, second.status) == (True, 200)


REFUSALS = [401, 403, 404, 409, 422, 423, 429, 500, 502, 503]


@both_ways
@pytest.mark.parametrize("applied", [False, True])
async def test_a_refusal_has_the_documented_body(way: str, applied: bool) -> None:
    app = demo_app()
    for status in REFUSALS:
        app.state.faults.add(effects.failed(status, applied=applied), method="POST")
    async with connected(way, app) as client:
        answers = [await credit(client) for _ in REFUSALS]

    assert [answer.status_code for answer in answers] == REFUSALS
    assert gold(app) == 80 + 5 * len(app.state.received.applied)
    assert len(app.state.received.applied) == (len(REFUSALS) if applied else 0)
    for answer in answers:
        body, status = answer.json(), answer.status_code
        assert body["object"] == "error"
        assert {"type", "message", "retryable", "doc_url"} <= body.keys()
        assert body["retryable"] == (status in {423, 429, 500, 502, 503})
        assert ("backoff_ms" in body) == (status in {423, 429})
        assert ("Retry-After" in answer.headers) == (status == 429)
        assert answer.headers["X-Request-Id"]


async def test_a_refusal_can_say_how_long_to_wait() -> None:
    app = demo_app()
    app.state.faults.add(effects.failed(429, backoff_ms=2_500))
    app.state.faults.add(effects.failed(503, backoff_ms=40))
    app.state.faults.add(effects.refused(locked(70)))
    async with demo_client(app) as client:
        answers = [await client.get(ANN) for _ in range(3)]

    assert [answer.json()["backoff_ms"] for answer in answers] == [2_500, 40, 70]
    assert answers[0].headers["Retry-After"] == "3"


SPOILT: dict[str, Effect] = {
    "truncated": effects.truncated(40),
    "garbage": effects.garbage(),
    "page": effects.gateway_page(applied=True),
    "mislabelled": effects.mislabelled("text/html"),
    "huge": effects.huge(3_000_000),
    "empty": effects.answered(200, b""),
    "redirect": effects.answered(307),
}


@both_ways
async def test_a_spoilt_answer_comes_after_the_write(way: str) -> None:
    app = demo_app()
    for effect in SPOILT.values():
        app.state.faults.add(effect, method="POST")
    async with connected(way, app) as client:
        answers = {name: await credit(client) for name in SPOILT}

    assert gold(app) == 80 + 5 * len(SPOILT)
    mislabelled = answers.pop("mislabelled")
    assert mislabelled.headers["content-type"] == "text/html"
    assert mislabelled.json()["object"] == "list"
    for name, answer in answers.items():
        assert int(answer.headers["content-length"]) == len(answer.content)
        assert answer.status_code == {"page": 502, "redirect": 307}.get(name, 200)
        assert (len(answer.content) == 3_000_000) == (name == "huge")
        with pytest.raises(ValueError, match=r"Expecting|decode|codec|Invalid"):
            answer.json()


async def test_a_gateway_page_without_the_write() -> None:
    app = demo_app()
    app.state.faults.add(effects.gateway_page(504), method="POST")
    async with demo_client(app) as client:
        answer = await credit(client)

    assert answer.status_code == 504
    assert answer.headers["content-type"] == "text/html"
    assert gold(app) == 80


@pytest.mark.parametrize(
    "next_page", ["", "/v2/projects/x/customers?starting_after=a", "https://evil.example/v2", None]
)
async def test_a_next_page_can_be_odd(next_page: str | None) -> None:
    app = demo_app()
    app.state.faults.add(effects.odd_next_page(next_page))
    async with demo_client(app) as client:
        answer = await client.get(f"{PROJECT_URL}/customers")

    assert answer.json()["next_page"] == next_page
    assert len(answer.json()["items"]) == 20


async def test_a_field_can_be_missing() -> None:
    app = demo_app()
    app.state.faults.add(effects.without("next_page", "url"))
    async with demo_client(app) as client:
        answer = await client.get(f"{PROJECT_URL}/customers")

    assert answer.json().keys() == {"object", "items"}


async def test_latency_is_spent_before_the_write() -> None:
    slept: list[tuple[float, int]] = []

    async def sleep(seconds: float) -> None:
        slept.append((seconds, gold(app)))

    app = demo_app(faults=Faults(sleep=sleep))
    app.state.faults.add(effects.late(1_500))
    async with demo_client(app) as client:
        await credit(client)
        await credit(client)

    assert slept == [(1.5, 80)]
    assert gold(app) == 90
