"""The simulated service as a transport for httpx: no port, no thread, no network."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import httpx

from rctui.demo.errors import LineCut
from rctui.demo.identity import DEMO_BASE_URL

if TYPE_CHECKING:
    from rctui.demo.server import SimulatedService

__all__ = ["DEMO_BASE_URL", "in_process_network"]


def in_process_network(app: SimulatedService, *, latency_ms: int = 0) -> httpx.AsyncBaseTransport:
    """A transport that ends in `app`; each request takes at least `latency_ms`.

    It keeps a client's read timeout, breaks the line where a fault says so, and carries out what
    it received even if the client stops waiting, as a server would.
    """
    return _InProcessNetwork(app, latency_ms)


class _InProcessNetwork(httpx.ASGITransport):
    def __init__(self, app: SimulatedService, latency_ms: int) -> None:
        super().__init__(app)
        self._latency_s = latency_ms / 1000
        self._running: set[asyncio.Task[httpx.Response]] = set()

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        exchange = asyncio.ensure_future(self._exchange(request))
        self._running.add(exchange)
        exchange.add_done_callback(self._ended)
        timeout_s = request.extensions.get("timeout", {}).get("read")
        try:
            return await asyncio.wait_for(asyncio.shield(exchange), timeout_s)
        except TimeoutError:
            raise httpx.ReadTimeout("No answer in time.", request=request) from None
        except LineCut as cut:
            raise _as_seen_by_a_client(cut, request) from None

    async def aclose(self) -> None:
        """Drop what is still running."""
        running = list(self._running)
        for exchange in running:
            exchange.cancel()
        await asyncio.gather(*running, return_exceptions=True)

    async def _exchange(self, request: httpx.Request) -> httpx.Response:
        if self._latency_s:
            await asyncio.sleep(self._latency_s)
        return await super().handle_async_request(request)

    def _ended(self, exchange: asyncio.Task[httpx.Response]) -> None:
        self._running.discard(exchange)
        if not exchange.cancelled():
            exchange.exception()  # looked at, since the client may have left


def _as_seen_by_a_client(cut: LineCut, request: httpx.Request) -> httpx.TransportError:
    if cut.reset:
        return httpx.ReadError("The connection was reset.", request=request)
    return httpx.RemoteProtocolError("The server closed the connection.", request=request)
