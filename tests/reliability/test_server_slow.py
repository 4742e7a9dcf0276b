"""Servers that take their time: every call ends, the screen stays usable, leaving lets go."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING, Final

import pytest

from rctui.api.errors import LineLost
from rctui.api.http_client import Deadlines
from rctui.api.reader import CustomerReader
from rctui.api.retry import READ_RETRIES
from rctui.api.writer import CustomerWriter
from tests.api.connecting import PROJECT, connected
from tests.api.loopback import drips, serving, stalls, stalls_in_the_body
from tests.reliability.recorded import Detour, opened_on
from tests.stories.program import program

if TYPE_CHECKING:
    from tests.api.loopback import Behaviour, Line

HASTY: Final = Deadlines(connect_s=5, read_s=0.05, write_s=0.05)
PATIENT: Final = Deadlines(connect_s=600, read_s=600, write_s=600)


async def _drips(line: Line, first: bytes, then: bytes) -> None:
    await line.send(first)
    while not line.closing.is_set():
        await line.send(then)
        await asyncio.sleep(0.005)


async def drips_its_status(line: Line) -> None:
    await _drips(line, b"HTTP/1.1 200 O", b"K")


async def drips_headers(line: Line) -> None:
    await _drips(line, b"HTTP/1.1 200 OK\r\n", b"X-Slow: y\r\n")


async def drips_hints(line: Line) -> None:
    await _drips(line, b"", b"HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n")


async def drips_chunks(line: Line) -> None:
    await _drips(line, b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"1\r\n \r\n")


async def drips_a_chunk_size(line: Line) -> None:
    await _drips(line, b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"0")


async def stalls_after_headers(line: Line) -> None:
    await line.send(b"HTTP/1.1 200 OK\r\nContent-Length: 12\r\n\r\n")
    await line.stall()


SLOW: Final[dict[str, Behaviour]] = {
    "stalls": stalls,
    "stalls after the headers": stalls_after_headers,
    "stalls in the body": stalls_in_the_body,
    "drips the status": drips_its_status,
    "drips headers": drips_headers,
    "drips hints": drips_hints,
    "drips the body": drips,
    "drips chunks": drips_chunks,
    "drips the size of a chunk": drips_a_chunk_size,
}


@pytest.mark.parametrize("name", SLOW)
async def test_a_read_and_a_write_end_at_their_deadline(name: str) -> None:
    async with (
        serving(SLOW[name]) as server,
        connected(server.base_url, deadlines=HASTY) as transport,
    ):
        began = time.monotonic()
        with pytest.raises(LineLost) as read:
            await CustomerReader(transport, PROJECT).list_aliases("c")
        assert len(server.requests) == READ_RETRIES + 1
        with pytest.raises(LineLost) as write:
            await CustomerWriter(transport, PROJECT).block_customer("c")
        assert len(server.requests) == READ_RETRIES + 2
        # Five deadlines of 50 ms; the rest tells an endless wait from a busy machine.
        assert time.monotonic() - began < 20
    assert not read.value.may_have_applied
    assert write.value.may_have_applied


async def test_esc_leaves_a_list_that_never_comes_and_the_connection_is_given_up() -> None:
    gone = asyncio.Event()

    async def never(line: Line) -> None:
        await line.reader.read()
        gone.set()

    async with serving(never) as server:
        opening = opened_on(Detour("/purchases", server.port), PATIENT)
        async with program(opening, size=(120, 30)) as operator:
            await operator.sees("user_42")
            await operator.finds("user_42")
            await operator.sees("Has access: pro until")
            await operator.press("3")
            await operator.sees("Loading…")
            for tab in "12456":
                await operator.press(tab)
                await operator.sees("as of")
            await operator.press("escape")
            await operator.waits(lambda _: not operator.is_on("user_42"), "another screen")
            await asyncio.wait_for(gone.wait(), 30)
    assert len(server.requests) == 1
