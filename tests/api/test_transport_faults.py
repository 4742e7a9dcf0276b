"""Faults of the line over a real socket: what each proves about a request."""

from __future__ import annotations

import asyncio
import gzip
import socket
import ssl
from pathlib import Path
from typing import TYPE_CHECKING

import httpx
import pytest

from rctui.api.errors import (
    AnswerUnreadable,
    ApiError,
    ConnectionUnusable,
    LineLost,
    NotSent,
    ServerFailed,
    Unprocessable,
)
from rctui.api.http_client import Deadlines
from rctui.api.rate_limits import RateDomain
from rctui.api.request import Request
from rctui.errors import ExitCode
from tests.api.connecting import Clockwork, RecordedNetwork, connected
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

if TYPE_CHECKING:
    from rctui.api.transport import Transport

QUICK = Deadlines(connect_s=5, read_s=0.5, write_s=0.5)
HASTY = Deadlines(connect_s=5, read_s=0.1, write_s=0.1)
CERTIFICATE = Path(__file__).parent / "loopback_certificate.pem"

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


async def failure(transport: Transport, request: Request) -> ApiError:
    with pytest.raises(ApiError) as raised:
        await transport.send(request)
    assert raised.value.__cause__ is None
    return raised.value


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


def unused_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


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


async def test_a_host_that_never_finishes_tls_proves_that_nothing_was_sent() -> None:
    async with serving(stalls) as server:
        base_url = server.base_url.replace("http:", "https:")
        async with connected(base_url, deadlines=HASTY) as transport:
            error = await failure(transport, WRITE)
    assert type(error) is NotSent
    assert server.requests == []


async def test_a_certificate_nobody_vouches_for_sends_nothing_and_is_not_tried_again() -> None:
    clockwork = Clockwork()
    async with (
        serving(answer(), tls=server_tls()) as server,
        connected(server.base_url, clockwork=clockwork) as transport,
    ):
        error = await failure(transport, READ)
    assert type(error) is NotSent
    assert "certificate is not trusted" in error.message
    assert clockwork.waits == []
    assert server.requests == []


async def test_a_ca_file_is_trusted() -> None:
    async with (
        serving(answer(b"[]"), tls=server_tls()) as server,
        connected(server.base_url, ca_file=str(CERTIFICATE)) as transport,
    ):
        assert (await transport.send(READ)).body == b"[]"


@pytest.mark.parametrize("content", [None, b"", b"no certificate"])
async def test_a_ca_file_that_cannot_be_read_is_named(
    tmp_path: Path, content: bytes | None
) -> None:
    ca_file = tmp_path / "ca.pem"
    if content is not None:
        ca_file.write_bytes(content)
    async with connected("https://127.0.0.1:1/v2", ca_file=str(ca_file)) as transport:
        error = await failure(transport, READ)
    assert type(error) is ConnectionUnusable
    assert "ca.pem" in error.message
    assert error.exit_code is ExitCode.USAGE


def server_tls() -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERTIFICATE)
    return context


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


async def test_a_proxy_of_the_environment_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, f"http://127.0.0.1:{unused_port()}")
    async with serving(answer()) as server, connected(server.base_url) as transport:
        await transport.send(READ)
    assert len(server.requests) == 1


async def test_a_proxy_that_refuses_proves_that_nothing_was_sent(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    refusing = answer(b"", "407 Proxy Authentication Required")
    async with serving(refusing) as proxy:
        monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{proxy.port}")
        async with connected(use_env_proxy=True) as transport:
            error = await failure(transport, WRITE)
    assert type(error) is NotSent
    assert "proxy refused" in error.message
    assert {request.split(b" ")[0] for request in proxy.requests} == {b"CONNECT"}
    assert not any(b"Bearer" in request for request in proxy.requests)


async def test_a_proxy_that_hangs_up_before_the_tunnel_is_open_has_sent_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with serving(hangs_up) as proxy:
        monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{proxy.port}")
        async with connected(use_env_proxy=True) as transport:
            assert type(await failure(transport, WRITE)) is NotSent


async def test_a_server_on_this_machine_is_never_asked_through_a_proxy(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("HTTP_PROXY", f"http://127.0.0.1:{unused_port()}")
    async with (
        serving(answer()) as server,
        connected(server.base_url, use_env_proxy=True) as transport,
    ):
        await transport.send(READ)
    assert len(server.requests) == 1


@pytest.mark.parametrize("proxy", ["foo://proxy", "socks5://127.0.0.1:1", "http://[::1"])
async def test_a_proxy_variable_that_makes_no_sense_is_named(
    monkeypatch: pytest.MonkeyPatch, proxy: str
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", proxy)
    async with connected(use_env_proxy=True) as transport:
        error = await failure(transport, READ)
    assert type(error) is ConnectionUnusable
    assert "HTTPS_PROXY" in error.message


async def test_certificates_and_key_logs_of_the_environment_are_not_used(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    keys = tmp_path / "keys"
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
    monkeypatch.setenv("SSLKEYLOGFILE", str(keys))
    async with serving(answer(), tls=server_tls()) as server:
        async with connected(server.base_url) as transport:
            assert type(await failure(transport, READ)) is NotSent
        async with connected(server.base_url, ca_file=str(CERTIFICATE)) as transport:
            await transport.send(READ)
    assert not keys.exists()


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


async def test_a_network_in_process_cannot_prove_that_nothing_was_sent() -> None:
    for fault in (httpx.ReadError("x"), httpx.WriteError("x"), httpx.ReadTimeout("x")):
        async with connected(network=RecordedNetwork([fault])) as transport:
            error = await failure(transport, WRITE)
        assert type(error) is LineLost
        assert error.may_have_applied


async def test_a_network_in_process_that_never_opens_has_sent_nothing() -> None:
    for fault in (httpx.ConnectError("x"), httpx.ConnectTimeout("x"), httpx.PoolTimeout("x")):
        async with connected(network=RecordedNetwork([fault])) as transport:
            assert type(await failure(transport, WRITE)) is NotSent


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
