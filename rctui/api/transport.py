"""The way to the API: one connection, its retries, its rate budget, its record of requests."""

from __future__ import annotations

import asyncio
import random
from typing import TYPE_CHECKING, Final

from rctui.api.answer import Answer
from rctui.api.course import Course
from rctui.api.errors import RefusedBeforeSending
from rctui.api.exchange import Exchange
from rctui.api.http_client import Deadlines, build_client
from rctui.api.rate_limits import RateLimits
from rctui.api.redaction import Redaction
from rctui.api.retry import pause_s, repeatable
from rctui.clock import epoch_ms

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    import httpx

    from rctui.api.connection import Connection
    from rctui.api.errors import ApiError
    from rctui.api.request import Request
    from rctui.api.request_record import RequestRecord


LONG_PAUSE_S: Final = 2.0
"""From here on people want to know what is waited for."""


class Transport:
    """Sends requests on one connection; the only holder of the key's use.

    Belongs to one event loop. `network` replaces the socket, for a server in this process.
    `jitter` gives numbers from 0 up to 1. `on_wait` is told until when, in ms since the epoch, a
    repetition waits that takes a while.
    """

    def __init__(
        self,
        connection: Connection,
        *,
        network: httpx.AsyncBaseTransport | None = None,
        on_record: Callable[[RequestRecord], None] | None = None,
        on_wait: Callable[[int], None] | None = None,
        now_ms: Callable[[], int] = epoch_ms,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        jitter: Callable[[], float] = random.random,
        deadlines: Deadlines | None = None,
    ) -> None:
        self.connection = connection
        self.rate_limits = RateLimits()
        """What the answers so far told of the request budget."""
        self.network = network
        """What takes the place of the socket, if anything does."""
        self._on_record = on_record
        self._on_wait = on_wait
        self._now_ms = now_ms
        self._sleep = sleep
        self._jitter = jitter
        self._deadlines = deadlines or Deadlines()
        self._redaction = Redaction(connection.api_key)
        self._client: httpx.AsyncClient | None = None

    async def send(self, request: Request) -> Answer:
        """Send a request, again where that is safe and may help. Raises ApiError.

        Cancelling it gives no outcome: after a cancelled write, nobody knows.
        """
        self._refuse_writes(request)
        exchange = self._exchange()
        course = Course(request, self._now_ms())
        try:
            return await self._answer(exchange, course)
        finally:
            self._report(course)

    async def aclose(self) -> None:
        """Close the connections."""
        client, self._client = self._client, None
        if client is not None:
            await client.aclose()

    async def _answer(self, exchange: Exchange, course: Course) -> Answer:
        kind = repeatable(course.request)
        while True:
            end = await self._attempt(exchange, course)
            if isinstance(end, Answer):
                return end
            pause = pause_s(kind, course.failures, self._jitter())
            if pause is None:
                raise course.error()
            self._say_wait(pause)
            await self._sleep(pause)

    async def _attempt(self, exchange: Exchange, course: Course) -> Answer | ApiError:
        reply, end = await exchange.attempt(course.request)
        if reply is not None:
            self.rate_limits.note(course.request.domain, reply.headers, self._now_ms())
        course.note(reply, end, self._now_ms())
        return end

    def _say_wait(self, pause: float) -> None:
        if self._on_wait is not None and pause >= LONG_PAUSE_S:
            self._on_wait(self._now_ms() + round(pause * 1000))

    def _refuse_writes(self, request: Request) -> None:
        if self.connection.read_only and request.is_write:
            raise RefusedBeforeSending(
                "This project is read-only here: nothing but reading is sent.",
                operation=request.operation,
                hint="Change its protection in the configuration to write.",
            )

    def _exchange(self) -> Exchange:
        if self._client is None:
            self._client = build_client(self.connection, self.network, self._deadlines)
        return Exchange(
            self.connection,
            self._client,
            self._deadlines,
            self._redaction,
            over_socket=self.network is None,
        )

    def _report(self, course: Course) -> None:
        if self._on_record is None:
            return
        budget = self.rate_limits.budget(course.request.domain)
        self._on_record(course.record(budget, self._redaction))
