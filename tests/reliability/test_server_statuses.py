"""Every status a server can answer with, and every wait it can ask for."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rctui.api.errors import AnswerUnreadable, ApiError, LineLost, RateLimited, ServerFailed
from rctui.api.rate_limits import RateDomain
from rctui.api.reader import CustomerReader
from rctui.api.retry import LONGEST_PAUSE_S, RATE_PAUSE_S, READ_RETRIES
from rctui.api.writer import CustomerWriter
from rctui.customers.failure import failure_of
from tests.api.connecting import PROJECT, Clockwork, RecordedNetwork, connected
from tests.api.loopback import answer, says, serving

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

REPEATED: Final = {423, 429, *range(500, 600)}
WITHOUT_WORDS: Final[dict[str, bytes]] = {
    "nothing": b"",
    "a page": b"<html><body>502 Bad Gateway</body></html>",
    "a list": b"[1]",
    "an envelope of wrong types": b'{"object":"error","type":7,"message":[],"retryable":"yes"}',
    "garbage": b"\xff\x00\x1b[2J",
}


async def failing(
    answered: httpx.Response, call: Callable[..., Awaitable[object]]
) -> tuple[ApiError, list[httpx.Request], list[float]]:
    network, clockwork = RecordedNetwork([answered]), Clockwork()
    async with connected(network=network, clockwork=clockwork) as transport:
        with pytest.raises(ApiError) as raised:
            await call(transport)
    return raised.value, network.asked, clockwork.waits


def read(transport: object) -> Awaitable[object]:
    return CustomerReader(transport, PROJECT).list_aliases("c")  # type: ignore[arg-type]


def write(transport: object) -> Awaitable[object]:
    return CustomerWriter(transport, PROJECT).block_customer("c")  # type: ignore[arg-type]


@pytest.mark.parametrize("name", WITHOUT_WORDS)
async def test_every_refusal_has_a_name_a_sentence_and_a_hint(name: str) -> None:
    for status in range(400, 600):
        answered = httpx.Response(status, content=WITHOUT_WORDS[name])
        error, asked, _ = await failing(answered, read)
        failure = failure_of(error)
        assert type(error) is not ApiError, status
        assert str(status) in failure.message.plain
        assert failure.hint.plain
        assert failure.sentence.plain.isprintable()
        assert len(asked) == (READ_RETRIES + 1 if status in REPEATED | {408} else 1), status


async def test_of_all_statuses_only_a_broken_server_leaves_a_write_open() -> None:
    for status in range(400, 600):
        error, asked, _ = await failing(httpx.Response(status), write)
        unclear = status >= 500 or status == 408
        assert error.may_have_applied is unclear, status
        assert isinstance(error, ServerFailed) is unclear, status
        assert len(asked) == (2 if status in (423, 429) else 1), status


@pytest.mark.parametrize("status", [200, 201, 202, 203, 206, 226, 299])
async def test_a_success_of_any_kind_without_a_list_is_no_empty_list(status: int) -> None:
    error, asked, _ = await failing(httpx.Response(status, content=b""), read)
    assert isinstance(error, AnswerUnreadable)
    assert len(asked) == 1


@pytest.mark.parametrize("status", [204, 205])
async def test_nothing_is_no_empty_list_either(status: int) -> None:
    error, _, _ = await failing(httpx.Response(status), read)
    assert isinstance(error, AnswerUnreadable)


async def test_hints_before_the_answer_are_passed_over() -> None:
    early = b"HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n" * 3
    whole = b'HTTP/1.1 200 OK\r\nContent-Length: 12\r\n\r\n{"items":[]}'
    async with (
        serving(says(b"HTTP/1.1 100 Continue\r\n\r\n" + early + whole)) as server,
        connected(server.base_url) as transport,
    ):
        assert (await CustomerReader(transport, PROJECT).list_aliases("c")).items == ()


async def test_a_change_of_protocol_nobody_asked_for_is_no_answer() -> None:
    switching = says(b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n")
    async with serving(switching) as server, connected(server.base_url) as transport:
        with pytest.raises(ApiError) as raised:
            await CustomerWriter(transport, PROJECT).block_customer("c")
    assert isinstance(raised.value, AnswerUnreadable | LineLost)
    assert raised.value.may_have_applied


# What the server names as Retry-After and as backoff_ms, and how long is waited then
WAITS: Final[dict[str, tuple[str | None, object, float]]] = {
    "neither": (None, None, RATE_PAUSE_S),
    "a second": ("1", None, 1.0),
    "the longer one": ("2", 7_000, 7.0),
    "the longer one the other way round": ("9", 10, 9.0),
    "ten days": ("864000", None, LONGEST_PAUSE_S),
    "for ever": ("9" * 400, None, LONGEST_PAUSE_S),
    "ten days of milliseconds": (None, 864_000_000, LONGEST_PAUSE_S),
    "a huge number of milliseconds": (None, 10**30, LONGEST_PAUSE_S),
    "no time": ("0", 0, RATE_PAUSE_S),
    "less than no time": ("-5", -5, RATE_PAUSE_S),
    "a moment": (None, 1, RATE_PAUSE_S),
    "a date": ("Wed, 21 Oct 2035 07:28:00 GMT", None, RATE_PAUSE_S),
    "Arabic digits": ("\u0665", None, RATE_PAUSE_S),
    "a fraction": ("1.5", None, RATE_PAUSE_S),
    "an exponent": ("1e9", None, RATE_PAUSE_S),
    "text": ("soon", "7000", RATE_PAUSE_S),
    "the wrong types": (None, [7_000], RATE_PAUSE_S),
    "a truth value": (None, True, RATE_PAUSE_S),
    "a fraction of milliseconds": (None, 7000.5, RATE_PAUSE_S),
}


@pytest.mark.parametrize("name", WAITS)
async def test_whatever_wait_is_asked_for_the_wait_is_sensible(name: str) -> None:
    retry_after, backoff_ms, expected = WAITS[name]
    body = {"object": "error", "type": "rate_limit_error", "message": "slow down"}
    if backoff_ms is not None:
        body["backoff_ms"] = backoff_ms  # type: ignore[assignment]
    headers = [] if retry_after is None else [(b"Retry-After", retry_after.encode("utf-8"))]
    answered = httpx.Response(429, headers=headers, content=json.dumps(body).encode())
    error, asked, waits = await failing(answered, read)
    assert isinstance(error, RateLimited)
    assert waits[0] == expected
    assert len(asked) == READ_RETRIES + 1
    _, asked, waits = await failing(answered, write)
    assert (len(asked), waits) == (2, [expected])


@given(
    st.sampled_from([423, 429, 503]),
    st.one_of(st.none(), st.text(max_size=30), st.integers().map(str)),
    st.one_of(st.none(), st.integers(), st.floats(allow_nan=False, allow_infinity=False)),
)
async def test_no_wait_is_negative_or_endless(
    status: int, retry_after: str | None, backoff_ms: float | None
) -> None:
    headers = []
    if retry_after is not None:
        headers.append((b"Retry-After", retry_after.encode("utf-8", "replace")))
    body = json.dumps({"backoff_ms": backoff_ms}).encode()
    _, _, waits = await failing(httpx.Response(status, headers=headers, content=body), read)
    assert len(waits) == READ_RETRIES
    assert all(0 <= wait <= LONGEST_PAUSE_S for wait in waits)


async def test_rate_headers_that_make_no_sense_change_nothing() -> None:
    headers = {
        "RevenueCat-Rate-Limit-Current-Usage": "many",
        "RevenueCat-Rate-Limit-Current-Limit": "-1",
    }
    good = answer(b'{"items":[]}', **{name.replace("-", "_"): one for name, one in headers.items()})
    async with serving(good) as server, connected(server.base_url) as transport:
        await CustomerReader(transport, PROJECT).list_aliases("c")
        assert transport.rate_limits.budget(RateDomain.CUSTOMER_INFORMATION) is None
