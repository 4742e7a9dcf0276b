"""Faults of a network in this process, which can prove less than a socket does."""

from __future__ import annotations

import httpx

from rctui.api.errors import LineLost, NotSent
from tests.api.connecting import WRITE, RecordedNetwork, connected, failure


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
