"""The simulated service as an ASGI application.

    app = create_app(World.seeded(now_ms=now), clock=lambda: now)

A test reaches the inside through `app.state`: `world`, `faults`, `received`, `rate_limits`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from types import SimpleNamespace
from typing import TYPE_CHECKING
from uuid import uuid4

from starlette.requests import ClientDisconnect

from rctui.demo.faults import Faults
from rctui.demo.incoming import read_request
from rctui.demo.line import cut_off, send_reply
from rctui.demo.projects import Projects, web_world
from rctui.demo.rate_limits import RateLimits
from rctui.demo.received import MOST_KEPT, Received, ReceivedLog
from rctui.demo.reply import Reply
from rctui.demo.service import IDEMPOTENCY_KEY, Service

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.types import Receive, Scope, Send

    from rctui.demo.effects import Effect
    from rctui.demo.incoming import Incoming
    from rctui.demo.world import World

REQUEST_ID: str = "X-Request-Id"


def create_app(
    world: World,
    *,
    clock: Callable[[], int],
    faults: Faults | None = None,
    rate_limits: RateLimits | None = None,
    latency_ms: int = 0,
    other: Callable[[], World] | None = None,
    keep: int = MOST_KEPT,
) -> SimulatedService:
    """An application over `world`.

    Args:
        world: the customers; changed in place.
        clock: now, in ms since the epoch.
        faults: rules for spoiling answers; more can be added through `app.state.faults`.
        rate_limits: how many requests a minute may hold; the service's own limits by default.
        latency_ms: how long every request takes, besides what faults add.
        other: makes the second project, when it is first asked for; a small one by default.
        keep: how many requests are remembered, for tests that count them.
    """
    faults = Faults() if faults is None else faults
    rate_limits = RateLimits() if rate_limits is None else rate_limits
    received = ReceivedLog(keep)
    projects = Projects(world, partial(web_world, now_ms=clock()) if other is None else other)
    inside = SimpleNamespace(world=world, faults=faults, received=received, rate_limits=rate_limits)
    service = Service(projects, clock, rate_limits)
    return SimulatedService(inside, service, faults, received, latency_ms)


@dataclass(frozen=True)
class SimulatedService:
    """Every request, from its first byte to the last one of its answer.

    Starlette reads the request; its routes match decoded paths, in which %2F can't be told from a
    separator, so the service has a table of its own.
    """

    state: SimpleNamespace
    service: Service
    faults: Faults
    received: ReceivedLog
    latency_ms: int

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request. Raises LineCut where a fault cuts the line in process."""
        try:
            incoming = await read_request(scope, receive)
        except ClientDisconnect:
            return
        entry = _entry(incoming)
        self.received.append(entry)
        path = "/" + "/".join(incoming.segments)
        effect = self.faults.effect_on(entry.operation, incoming.method, path)
        reply = await self._reply(incoming, entry, effect)
        reply = reply.with_headers({REQUEST_ID: entry.request_id})
        if effect.cut:
            await cut_off(effect.cut, reply, scope, receive, send)
        else:
            entry.status = reply.status
            await send_reply(reply, send, effect.pause)

    async def _reply(self, incoming: Incoming, entry: Received, effect: Effect) -> Reply:
        async def pause() -> None:
            await self._pause(effect)

        if effect.prevents:
            await pause()
            return effect.instead or Reply()
        reply = await self.service.reply(incoming, entry, pause)
        if effect.hold_answer:
            await effect.hold_answer.pass_through()
        return effect.spoil(reply) if effect.spoil else reply

    async def _pause(self, effect: Effect) -> None:
        latency_ms = self.latency_ms + effect.latency_ms
        if latency_ms:
            await self.faults.sleep(latency_ms / 1000)
        if effect.hold:
            await effect.hold.pass_through()


def _entry(incoming: Incoming) -> Received:
    route = incoming.route
    return Received(
        method=incoming.method,
        path=incoming.path,
        query=incoming.query_string,
        body=incoming.body,
        operation=route.operation.name if route else None,
        idempotency_key=incoming.headers.get(IDEMPOTENCY_KEY),
        request_id=str(uuid4()),
    )
