"""A network in this process that answers by path: recorded bodies, one of them spoilt."""

from __future__ import annotations

import asyncio
import random
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

import httpx

from rctui.clock import epoch_ms
from rctui.demo.identity import DEMO_API_KEY, DEMO_PROJECT_ID
from rctui.demo.in_process import in_process_network
from rctui.wiring.demo import DemoOptions, open_demo
from tests.api.connecting import streamed
from tests.reliability.odd_json import sprinkled
from tests.simulated import backend_on, demo_app

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rctui.api.http_client import Deadlines
    from rctui.wiring.opening import Opening
    from rctui.worker.api_worker import Backend

CUSTOMER: Final = f"/v2/projects/{DEMO_PROJECT_ID}/customers/"
PARTS: Final = (
    "", "/active_entitlements", "/subscriptions", "/purchases", "/aliases", "/attributes",
    "/invoices", "/virtual_currencies",
)  # fmt: skip
"""What is asked about one customer, behind the customer's own address."""


@dataclass
class Recorded(httpx.AsyncBaseTransport):
    """Answers with 200 and the body that belongs to a path; anything else is 404."""

    bodies: Mapping[str, bytes]
    asked: list[str] = field(default_factory=list)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        self.asked.append(request.url.path)
        body = self.bodies.get(request.url.path)
        if body is None:
            return streamed(httpx.Response(404, content=b"{}"))
        return streamed(httpx.Response(200, content=body))


def record(customer_id: str) -> dict[str, bytes]:
    """What the simulated service answers about one customer, by path."""

    async def recording() -> dict[str, bytes]:
        network = in_process_network(demo_app(customers=5))
        headers = {"Authorization": f"Bearer {DEMO_API_KEY}"}
        async with httpx.AsyncClient(
            transport=network, base_url="http://demo.invalid", headers=headers
        ) as client:
            found = {}
            for part in PARTS:
                query = {"limit": "20"} if part else {"expand": "attributes"}
                answer = await client.get(CUSTOMER + customer_id + part, params=query)
                assert answer.status_code == 200, (part, answer.text)
                found[CUSTOMER + customer_id + part] = answer.content
            return found

    return asyncio.run(recording())


@dataclass
class Sprinkled(httpx.AsyncBaseTransport):
    """The simulated service, with something odd in a share of all values of its lists."""

    seed: int
    share: float

    def __post_init__(self) -> None:
        self._service = in_process_network(demo_app(clock=epoch_ms, customers=60))
        self._chance = random.Random(self.seed)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        answer = await self._service.handle_async_request(request)
        body = await answer.aread()
        if answer.status_code == 200 and request.method == "GET":
            body = sprinkled(body, self._chance, self.share)
        headers = {name: answer.headers[name] for name in ("content-type",)}
        return streamed(httpx.Response(answer.status_code, headers=headers, content=body))


def opened_on(network: httpx.AsyncBaseTransport, deadlines: Deadlines | None = None) -> Opening:
    """The demo's opening on another network; retries don't wait, and it only reads."""
    opening = open_demo(DemoOptions(customers=5))

    async def connect(_project: str) -> Backend:
        add = opening.activity.add
        return backend_on(network, sleep=_no_time, on_record=add, deadlines=deadlines)

    return replace(opening, connect=connect)


async def _no_time(_seconds: float) -> None:
    await asyncio.sleep(0)


@dataclass
class Detour(httpx.AsyncBaseTransport):
    """The simulated service, but one list is asked of a server on a loopback port."""

    ending: str
    """How the paths of that list end, such as `/purchases`."""
    port: int = 0
    taken: int = 0

    def __post_init__(self) -> None:
        self._service = in_process_network(demo_app(clock=epoch_ms, customers=60))
        self._socket = httpx.AsyncHTTPTransport()

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        if not request.url.path.endswith(self.ending):
            return await self._service.handle_async_request(request)
        self.taken += 1
        there = request.url.copy_with(scheme="http", host="127.0.0.1", port=self.port)
        return await self._socket.handle_async_request(
            httpx.Request(
                request.method, there, headers=request.headers, extensions=request.extensions
            )
        )

    async def aclose(self) -> None:
        await self._socket.aclose()
