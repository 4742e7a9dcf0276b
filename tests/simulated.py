"""The simulated RevenueCat as a fixture: in process, or on a loopback port.

    async with demo_client(demo_app()) as client:
        answer = await client.get(customer_url("user_42"))

A test that looks at the line itself (a cut, a timeout, a stall) wants `running_demo`.
"""

from __future__ import annotations

from contextlib import asynccontextmanager, contextmanager
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

import httpx

from rctui.api.connection import Connection
from rctui.api.reader import CustomerReader
from rctui.api.transport import Transport
from rctui.api.writing_line import WritingLine
from rctui.customers.changes.write_rules import WriteRules
from rctui.customers.names import Names
from rctui.demo.identity import DEMO_API_KEY, DEMO_BASE_URL, DEMO_PROJECT_ID
from rctui.demo.in_process import in_process_network
from rctui.demo.serve import served
from rctui.demo.server import create_app
from rctui.demo.world import World
from rctui.journal.place import Place
from rctui.secret import Secret
from rctui.worker.api_worker import Backend
from rctui.worker.project_writing import Writing

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator

    from rctui.demo.faults import Faults
    from rctui.demo.rate_limits import RateLimits
    from rctui.demo.server import SimulatedService

NOW: Final = 1_764_000_000_000
"""When every simulated project starts, in ms since the epoch, unless a test says otherwise."""
PROJECT_URL: Final = f"/projects/{DEMO_PROJECT_ID}"
_NO_RULES: Final = WriteRules()
_NO_NAMES: Final = Names()


class Clock:
    """A clock that a test moves by hand."""

    def __init__(self, now_ms: int = NOW) -> None:
        self.now_ms = now_ms

    def __call__(self) -> int:
        return self.now_ms

    def advance(self, ms: int) -> None:
        self.now_ms += ms


def demo_app(
    *,
    clock: Callable[[], int] | None = None,
    customers: int = 60,
    seed: int = 7,
    faults: Faults | None = None,
    rate_limits: RateLimits | None = None,
) -> SimulatedService:
    """A fresh project; `app.state` has its `world`, `faults`, `received` and `rate_limits`."""
    clock = clock or Clock()
    world = World.seeded(seed, customers, now_ms=clock())
    return create_app(world, clock=clock, faults=faults, rate_limits=rate_limits)


@contextmanager
def running_demo(app: SimulatedService | None = None) -> Iterator[tuple[str, SimulatedService]]:
    """A project on a loopback port, in a thread of its own: its base URL and the application.

    What is held is released at the end, so that no request outlives the test.
    """
    app = demo_app() if app is None else app
    with served(app) as base_url:
        yield base_url, app


def backend_on(
    line: SimulatedService | httpx.AsyncBaseTransport | str,
    *,
    key: str = DEMO_API_KEY,
    writes_as: str = "",
    rules: WriteRules = _NO_RULES,
    names: Names = _NO_NAMES,
    **how: Any,
) -> Backend:
    """A project's connection as the worker uses it; `line` is a service, a network or a base URL.

    It writes where `writes_as` says how the project is called in the configuration, else it only
    reads. `how` is what else the transport takes: `sleep`, `now_ms`, `on_record`.
    """
    base_url = line if isinstance(line, str) else DEMO_BASE_URL
    connection = Connection(base_url, Secret(key), read_only=not writes_as)
    transport = Transport(connection, network=_network_of(line), **how)
    writing = None
    if writes_as:
        place = Place.at(writes_as, DEMO_PROJECT_ID, base_url)
        way = WritingLine(transport, DEMO_PROJECT_ID)
        writing = Writing(way, place, rules, names)
    reader = CustomerReader(transport, DEMO_PROJECT_ID)
    return Backend(reader, transport.rate_limits, transport.aclose, writing)


def _network_of(
    line: SimulatedService | httpx.AsyncBaseTransport | str,
) -> httpx.AsyncBaseTransport | None:
    if isinstance(line, str):
        return None
    return line if isinstance(line, httpx.AsyncBaseTransport) else in_process_network(line)


@asynccontextmanager
async def demo_client(
    app: SimulatedService, *, key: str = DEMO_API_KEY
) -> AsyncIterator[httpx.AsyncClient]:
    """A plain httpx client over `app` in process; paths are relative to `/v2`."""
    async with httpx.AsyncClient(
        transport=in_process_network(app), base_url=DEMO_BASE_URL, headers=authorized(key)
    ) as client:
        yield client


def authorized(key: str = DEMO_API_KEY) -> dict[str, str]:
    """The header that goes with a key."""
    return {"Authorization": f"Bearer {key}"}


def customer_url(customer_id: str, *rest: str) -> str:
    """A customer's path below the base URL, every part one encoded segment."""
    segments = ("customers", customer_id, *rest)
    return "/".join([PROJECT_URL, *(quote(segment, safe="") for segment in segments)])
