"""Transports for tests: one over a recorded network in this process, one over a loopback socket."""

from __future__ import annotations

import socket
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import httpx
import pytest

from rctui.api.connection import Connection
from rctui.api.errors import ApiError
from rctui.api.rate_limits import RateDomain
from rctui.api.request import Request
from rctui.api.transport import Transport
from rctui.secret import Secret

if TYPE_CHECKING:
    from rctui.api.http_client import Deadlines
    from rctui.api.request_record import RequestRecord

KEY = "sk_a_test_key_nobody_has"
BASE_URL = "https://api.example.test/v2"
PROJECT = "proj1ab2c3d4"
READ = Request("read", "GET", "/things")
WRITE = Request("write", "POST", "/things", body={"a": 1})
KEYED = Request(
    "credit",
    "POST",
    "/things",
    body={"a": 1},
    domain=RateDomain.CURRENCY_WRITES,
    idempotency_key="uuid-1",
)

Handler = Callable[[httpx.Request], httpx.Response]


class RecordedNetwork(httpx.AsyncBaseTransport):
    """Answers in this process and keeps what was asked. The last answer is given for ever."""

    def __init__(self, answers: Iterable[httpx.Response | Exception]) -> None:
        self._answers = list(answers)
        self.asked: list[httpx.Request] = []

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        self.asked.append(request)
        answer = self._answers.pop(0) if len(self._answers) > 1 else self._answers[0]
        if isinstance(answer, Exception):
            raise answer
        return streamed(answer)


def streamed(answer: httpx.Response) -> httpx.Response:
    """A copy that was not read yet, as a network gives it."""

    async def chunks() -> AsyncIterator[bytes]:
        yield answer.content

    return httpx.Response(answer.status_code, headers=answer.headers, content=chunks())


class Clockwork:
    """Waits that take no time, and the records of requests."""

    def __init__(self) -> None:
        self.waits: list[float] = []
        self.records: list[RequestRecord] = []

    async def sleep(self, seconds: float) -> None:
        self.waits.append(seconds)


@asynccontextmanager
async def connected(
    base_url: str = BASE_URL,
    *,
    network: httpx.AsyncBaseTransport | None = None,
    clockwork: Clockwork | None = None,
    deadlines: Deadlines | None = None,
    read_only: bool = False,
    ca_file: str = "",
    use_env_proxy: bool = False,
) -> AsyncIterator[Transport]:
    """A transport with the test key, closed at the end."""
    clockwork = clockwork or Clockwork()
    transport = Transport(
        Connection(
            base_url,
            Secret(KEY),
            read_only=read_only,
            ca_file=ca_file,
            use_env_proxy=use_env_proxy,
        ),
        network=network,
        on_record=clockwork.records.append,
        now_ms=lambda: 1_700_000_000_000,
        sleep=clockwork.sleep,
        jitter=lambda: 0.0,
        deadlines=deadlines,
    )
    try:
        yield transport
    finally:
        await transport.aclose()


async def failure(transport: Transport, request: Request) -> ApiError:
    """How a request fails: as one of our errors, with nothing behind it."""
    with pytest.raises(ApiError) as raised:
        await transport.send(request)
    assert raised.value.__cause__ is None
    return raised.value


def unused_port() -> int:
    """A port of this machine where nobody listens."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])
