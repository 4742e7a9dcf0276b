"""The client and the simulated service connected to each other, in process or over a socket.

async with service.client() as client:
    customer = await client.reader.get_customer("user_42", expand_attributes=False)
"""

from __future__ import annotations

from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from rctui.api.connection import Connection
from rctui.api.reader import CustomerReader
from rctui.api.transport import Transport
from rctui.api.writer import CustomerWriter
from rctui.demo.catalogue import derived_hex
from rctui.demo.identity import DEMO_API_KEY, DEMO_BASE_URL, DEMO_PROJECT_ID
from rctui.demo.in_process import in_process_network
from rctui.demo.payments import payments
from rctui.secret import Secret
from tests.simulated import Clock, demo_app, running_demo

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from rctui.api.http_client import Deadlines
    from rctui.api.request_record import RequestRecord
    from rctui.demo.faults import Faults
    from rctui.demo.received import ReceivedLog
    from rctui.demo.server import SimulatedService
    from rctui.demo.world import World

NETWORKS: Final = ("in process", "over a socket")
ANN: Final = "user_42"
DAY_MS: Final = 86_400_000


def entitlement_id(lookup_key: str) -> str:
    """The id of one of the demo's entitlements."""
    return f"entl{derived_hex('entitlement', lookup_key)}"


def offering_id(lookup_key: str) -> str:
    """The id of one of the demo's offerings."""
    return f"ofrng{derived_hex('offering', lookup_key)}"


@cache
def _world() -> World:
    world: World = demo_app().state.world
    return world


def row_of(customer_id: str, store: str, kind: str = "subscriptions") -> str:
    """The id of a customer's first subscription or purchase at a store."""
    rows = getattr(_world().find(customer_id), kind)
    return next(str(row.id) for row in rows if row.store == store)


def payment_of(customer_id: str) -> str:
    """The store's id of the newest payment of the customer's Play Store subscription."""
    customer = _world().find(customer_id)
    assert customer is not None
    row = next(one for one in customer.subscriptions if one.store == "play_store")
    return payments(row)[0].id


@dataclass(frozen=True)
class Client:
    """One key's way to the service, and what it went through."""

    transport: Transport
    reader: CustomerReader
    writer: CustomerWriter
    records: list[RequestRecord]
    waits: list[float]
    """Seconds before each repetition; none of them was really waited."""


@dataclass(frozen=True)
class Service:
    """A simulated project and the network that leads to it."""

    app: SimulatedService
    clock: Clock
    base_url: str
    over_socket: bool

    @property
    def world(self) -> World:
        world: World = self.app.state.world
        return world

    @property
    def faults(self) -> Faults:
        faults: Faults = self.app.state.faults
        return faults

    @property
    def received(self) -> ReceivedLog:
        received: ReceivedLog = self.app.state.received
        return received

    def balance(self, code: str, customer_id: str = ANN) -> int:
        """What the service itself thinks that a customer has."""
        customer = self.world.find(customer_id)
        assert customer is not None
        return customer.balances.get(code, 0)

    @asynccontextmanager
    async def client(
        self,
        key: str = DEMO_API_KEY,
        *,
        project_id: str = DEMO_PROJECT_ID,
        read_only: bool = False,
        deadlines: Deadlines | None = None,
    ) -> AsyncIterator[Client]:
        """A client with this key, closed at the end. Its waits take no time."""
        records: list[RequestRecord] = []
        waits: list[float] = []

        async def sleep(seconds: float) -> None:
            waits.append(seconds)

        transport = Transport(
            Connection(self.base_url, Secret(key), read_only=read_only),
            network=None if self.over_socket else in_process_network(self.app),
            on_record=records.append,
            now_ms=self.clock,
            sleep=sleep,
            jitter=lambda: 0.0,
            deadlines=deadlines,
        )
        try:
            yield Client(
                transport,
                CustomerReader(transport, project_id),
                CustomerWriter(transport, project_id),
                records,
                waits,
            )
        finally:
            await transport.aclose()


@contextmanager
def running_service(network: str) -> Iterator[Service]:
    """A fresh project behind one of `NETWORKS`."""
    clock = Clock()
    app = demo_app(clock=clock)
    if network == "in process":
        yield Service(app, clock, DEMO_BASE_URL, over_socket=False)
        return
    with running_demo(app) as (base_url, _):
        yield Service(app, clock, base_url, over_socket=True)
