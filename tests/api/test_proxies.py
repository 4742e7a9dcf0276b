"""Proxies: used where that is asked for, and what their failures prove."""

from __future__ import annotations

import pytest

from rctui.api.errors import ConnectionUnusable, NotSent
from tests.api.connecting import READ, WRITE, connected, failure, unused_port
from tests.api.loopback import answer, hangs_up, serving


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
