"""Certificates: whom the line trusts, and what a handshake that fails proves."""

from __future__ import annotations

import ssl
from typing import TYPE_CHECKING

import pytest

from rctui.api.errors import ConnectionUnusable, NotSent
from rctui.api.http_client import Deadlines
from rctui.errors import ExitCode
from tests.api.connecting import READ, WRITE, Clockwork, connected, failure
from tests.api.loopback import answer, serving, stalls
from tests.api.own_certificate import key_and_certificate

if TYPE_CHECKING:
    from pathlib import Path

HASTY = Deadlines(connect_s=5, read_s=0.1, write_s=0.1)


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    return key_and_certificate(tmp_path / "own.pem")


async def test_a_host_that_never_finishes_tls_proves_that_nothing_was_sent() -> None:
    async with serving(stalls) as server:
        base_url = server.base_url.replace("http:", "https:")
        async with connected(base_url, deadlines=HASTY) as transport:
            error = await failure(transport, WRITE)
    assert type(error) is NotSent
    assert server.requests == []


async def test_a_certificate_nobody_vouches_for_sends_nothing_and_is_not_tried_again(
    certificate: Path,
) -> None:
    clockwork = Clockwork()
    async with (
        serving(answer(), tls=server_tls(certificate)) as server,
        connected(server.base_url, clockwork=clockwork) as transport,
    ):
        error = await failure(transport, READ)
    assert type(error) is NotSent
    assert "certificate is not trusted" in error.message
    assert clockwork.waits == []
    assert server.requests == []


async def test_a_ca_file_is_trusted(certificate: Path) -> None:
    async with (
        serving(answer(b"[]"), tls=server_tls(certificate)) as server,
        connected(server.base_url, ca_file=str(certificate)) as transport,
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


def server_tls(certificate: Path) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    return context


async def test_certificates_and_key_logs_of_the_environment_are_not_used(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, certificate: Path
) -> None:
    keys = tmp_path / "keys"
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    monkeypatch.setenv("SSLKEYLOGFILE", str(keys))
    async with serving(answer(), tls=server_tls(certificate)) as server:
        async with connected(server.base_url) as transport:
            assert type(await failure(transport, READ)) is NotSent
        async with connected(server.base_url, ca_file=str(certificate)) as transport:
            await transport.send(READ)
    assert not keys.exists()
