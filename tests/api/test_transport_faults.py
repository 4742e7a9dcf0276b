"""Faults of the line over a real socket: what each proves about a request."""

from __future__ import annotations

import asyncio
import gzip

import pytest

from rctui.api.errors import (
    AnswerUnreadable,
    LineLost,
    NotSent,
    ServerFailed,
    Unprocessable,
)
from rctui.api.http_client import Deadlines
from rctui.api.request import Request
from rctui.errors import ExitCode
from tests.api.connecting import (
    KEYED,
    READ,
    WRITE,
    Clockwork,
    connected,
    failure,
    unused_port,
)
from tests.api.loopback import (
    Behaviour,
    Line,
    answer,
    drips,
    hangs_up,
    resets,
    says,
    serving,
    stalls,
    stalls_in_the_body,
)

QUICK = Deadlines(connect_s=5, read_s=0.5, write_s=0.5)

LOST: dict[str, Behaviour] = {
    "hangs up": hangs_up,
    "resets": resets,
    "half of the headers": says(b"HTTP/1.1 200 OK\r\nContent-Le"),
    "half of the body": says(b"HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n{"),
    "half of a chunked body": says(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{"),
    "half of a gzip body": says(
        b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + gzip.compress(b"{}")[:-5]
    ),
    "garbage": says(b"\x00\x01\x02 no HTTP at all\r\n\r\n"),
}
SLOW: dict[str, Behaviour] = {
    "stalls": stalls,
    "stalls in the body": stalls_in_the_body,
    "drips": drips,
}


@pytest.mark.parametrize("name", LOST)
async def test_a_read_whose_answer_is_lost_is_repeated(name: str) -> None:
    clockwork = Clockwork()
    async with (
        serving(LOST[name], answer(b"[]")) as server,
        connected(server.base_url, clockwork=clockwork) as transport,
    ):
        assert (await transport.send(READ)).body == b"[]"
    assert len(server.requests) == 2
    assert [record.retries for record in clockwork.records] == [1]


@pytest.mark.parametrize("name", LOST | SLOW)
async def test_a_write_whose_answer_is_lost_is_sent_once_and_unknown(name: str) -> None:
    behaviour = (LOST | SLOW)[name]
    async with (
        serving(behaviour) as server,
        connected(server.base_url, deadlines=QUICK) as transport,
    ):
        error = await failure(transport, WRITE)
    assert type(error) is LineLost
    assert error.may_have_applied
    assert error.exit_code is ExitCode.OUTCOME_UNKNOWN
    assert len(server.requests) == 1


@pytest.mark.parametrize("name", SLOW)
async def test_a_read_ends_at_its_deadline_however_often_bytes_come(name: str) -> None:
    clockwork = Clockwork()
    async with (
        serving(SLOW[name], answer(b"[]")) as server,
        connected(server.base_url, deadlines=QUICK, clockwork=clockwork) as transport,
    ):
        assert (await transport.send(READ)).body == b"[]"
    assert clockwork.records[0].retries >= 1


@pytest.mark.parametrize("name", LOST)
async def test_a_write_with_a_key_is_repeated_byte_for_byte(name: str) -> None:
    async with (
        serving(LOST[name], answer(b"[]")) as server,
        connected(server.base_url) as transport,
    ):
        await transport.send(KEYED)
    first, second = server.requests
    assert first == second
    assert b"idempotency-key: uuid-1" in first.lower()


async def test_a_write_with_a_key_is_repeated_twice_at_the_most() -> None:
    async with serving(hangs_up) as server, connected(server.base_url) as transport:
        error = await failure(transport, KEYED)
    assert len(server.requests) == 3
    assert error.may_have_applied


async def test_a_refusal_after_a_lost_answer_does_not_settle_the_outcome() -> None:
    refusal = answer(b'{"type":"unprocessable_entity_error","message":"Low."}', "422 No")
    async with serving(hangs_up, refusal) as server, connected(server.base_url) as transport:
        error = await failure(transport, KEYED)
    assert type(error) is Unprocessable
    assert error.may_have_applied
    assert error.exit_code is ExitCode.OUTCOME_UNKNOWN


@pytest.mark.parametrize("status", ["500 No", "502 No", "503 No", "504 No", "408 No"])
async def test_a_write_is_not_repeated_after_a_broken_server(status: str) -> None:
    broken = answer(b'{"retryable": true, "backoff_ms": 10}', status)
    async with serving(broken) as server, connected(server.base_url) as transport:
        error = await failure(transport, WRITE)
    assert type(error) is ServerFailed
    assert error.may_have_applied
    assert len(server.requests) == 1


@pytest.mark.parametrize("status", ["423 Locked", "429 Slow down"])
async def test_a_write_is_repeated_once_where_the_server_did_nothing(status: str) -> None:
    clockwork = Clockwork()
    busy = answer(b'{"retryable": true, "backoff_ms": 2500}', status, Retry_After="2")
    async with (
        serving(busy) as server,
        connected(server.base_url, clockwork=clockwork) as transport,
    ):
        error = await failure(transport, WRITE)
    assert not error.may_have_applied
    assert len(server.requests) == 2
    assert clockwork.waits == [2.5]


@pytest.mark.parametrize("request_", [WRITE, KEYED], ids=["write", "keyed write"])
async def test_a_refused_connection_proves_that_nothing_was_sent(request_: Request) -> None:
    clockwork = Clockwork()
    base_url = f"http://127.0.0.1:{unused_port()}/v2"
    async with connected(base_url, clockwork=clockwork) as transport:
        error = await failure(transport, request_)
    assert type(error) is NotSent
    assert "refuses connections" in error.message
    assert not error.may_have_applied
    assert len(clockwork.waits) == 3
    assert (clockwork.records[0].status, clockwork.records[0].outcome) == (None, "not sent")


async def test_an_unknown_host_proves_that_nothing_was_sent() -> None:
    async with connected("https://no-such-host.invalid/v2") as transport:
        error = await failure(transport, WRITE)
    assert type(error) is NotSent


UNREADABLE: dict[str, Behaviour] = {
    "brotli": answer(b"\x1b\x05", Content_Encoding="br"),
    "zstd": answer(b"\x28\xb5", Content_Encoding="zstd"),
    "gzip twice": answer(gzip.compress(gzip.compress(b"{}")), Content_Encoding="gzip, gzip"),
    "no gzip": answer(b"{}", Content_Encoding="gzip"),
    "a gzip bomb": answer(gzip.compress(bytes(64_000_000)), Content_Encoding="gzip"),
    "a huge body": answer(b" " * 9_000_000),
    "a redirect": answer(b"", "302 Found", Location="https://evil.test/"),
    "a permanent redirect": answer(b"", "308 Moved", Location="/v2/other"),
}


@pytest.mark.parametrize("name", UNREADABLE)
async def test_an_answer_of_another_kind_is_unreadable_and_final(name: str) -> None:
    async with serving(UNREADABLE[name]) as server, connected(server.base_url) as transport:
        read, write = await failure(transport, READ), await failure(transport, WRITE)
    assert type(read) is type(write) is AnswerUnreadable
    assert (read.may_have_applied, write.may_have_applied) == (False, True)
    assert len(server.requests) == 2


async def test_gzip_is_unpacked() -> None:
    packed = answer(gzip.compress(b'{"a": 1}'), Content_Encoding="gzip")
    async with serving(packed) as server, connected(server.base_url) as transport:
        assert (await transport.send(READ)).body == b'{"a": 1}'
    assert b"accept-encoding: gzip\r\n" in server.requests[0].lower()


async def test_cookies_are_never_sent_back() -> None:
    baked = answer(b"{}", Set_Cookie="session=1; Path=/")
    async with serving(baked) as server, connected(server.base_url) as transport:
        await transport.send(READ)
        await transport.send(READ)
    assert b"cookie" not in server.requests[1].lower()


async def test_one_connection_serves_many_requests() -> None:
    async with serving(answer()) as server, connected(server.base_url) as transport:
        for _ in range(3):
            await transport.send(READ)
    assert (len(server.requests), server.connections) == (3, 1)


@pytest.mark.parametrize("request_", [READ, WRITE], ids=["read", "write"])
async def test_cancelling_ends_a_request_at_once_and_is_recorded(request_: Request) -> None:
    clockwork, arrived = Clockwork(), asyncio.Event()

    async def arrives_and_stalls(line: Line) -> None:
        arrived.set()
        await line.stall()

    async with (
        serving(arrives_and_stalls) as server,
        connected(server.base_url, clockwork=clockwork) as transport,
    ):
        sending = asyncio.create_task(transport.send(request_))
        await arrived.wait()
        sending.cancel()
        with pytest.raises(asyncio.CancelledError):
            await sending
    assert [record.outcome for record in clockwork.records] == ["cancelled"]


async def test_a_record_tells_the_request_without_its_query() -> None:
    clockwork = Clockwork()
    usage = answer(
        b"{}",
        X_Request_Id="req-1",
        RevenueCat_Rate_Limit_Current_Usage="5",
        RevenueCat_Rate_Limit_Current_Limit="60",
    )
    search = Request("search", "GET", "/things", (("search", "ann@example.com"),))
    async with (
        serving(usage) as server,
        connected(server.base_url, clockwork=clockwork) as transport,
    ):
        await transport.send(search)
    (record,) = clockwork.records
    assert (record.method, record.path, record.status) == ("GET", "/things", 200)
    assert (record.request_id, record.rate_left, record.rate_limit) == ("req-1", 55, 60)
    assert (record.retries, record.outcome, record.at_ms) == (0, "", 1_700_000_000_000)
    assert record.elapsed_ms >= 0
