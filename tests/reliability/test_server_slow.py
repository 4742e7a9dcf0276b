"""Servers that take their time: every call ends, the screen stays usable, leaving lets go."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Final

import pytest

from rctui.api.errors import LineLost
from rctui.api.http_client import Deadlines
from rctui.api.reader import CustomerReader
from rctui.api.retry import READ_RETRIES
from rctui.api.writer import CustomerWriter
from tests.api.connecting import PROJECT, connected
from tests.api.loopback import serving
from tests.leaping_loop import leap, run_in_leaps
from tests.reliability.recorded import Detour, opened_on
from tests.stories.program import program

if TYPE_CHECKING:
    from tests.api.loopback import Behaviour, Line

USUAL: Final = Deadlines()
PATIENT: Final = Deadlines(connect_s=600, read_s=600, write_s=600)
TURNS: Final = range(10)
"""More turns of the loop than it takes what was sent to be read on the other side."""


async def _drips(line: Line, first: bytes, then: bytes = b"") -> None:
    """Something first, then a piece every second until the client has enough of it."""
    await line.send(first)
    while not line.closing.is_set() and not line.reader.at_eof():
        await line.send(then)
        leap(1)
        for _ in TURNS:
            await asyncio.sleep(0)


def _dripping(first: bytes, then: bytes = b"") -> Behaviour:
    return lambda line: _drips(line, first, then)


OK: Final = b"HTTP/1.1 200 OK\r\n"
CHUNKED: Final = OK + b"Transfer-Encoding: chunked\r\n\r\n"
SLOW: Final[dict[str, Behaviour]] = {
    "stalls": _dripping(b""),
    "stalls after the headers": _dripping(OK + b"Content-Length: 12\r\n\r\n"),
    "stalls in the body": _dripping(OK + b"Content-Length: 20\r\n\r\n{"),
    "drips the status": _dripping(b"HTTP/1.1 200 O", b"K"),
    "drips headers": _dripping(OK, b"X-Slow: y\r\n"),
    "drips hints": _dripping(b"", b"HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n"),
    "drips the body": _dripping(OK + b"Content-Length: 1000000\r\n\r\n", b" "),
    "drips chunks": _dripping(CHUNKED, b"1\r\n \r\n"),
    "drips the size of a chunk": _dripping(CHUNKED, b"0"),
}


@pytest.mark.parametrize("name", SLOW)
def test_a_read_and_a_write_end_at_their_deadline(name: str) -> None:
    run_in_leaps(_end_at_their_deadline(SLOW[name]))


async def _end_at_their_deadline(behaviour: Behaviour) -> None:
    async with (
        serving(behaviour) as server,
        connected(server.base_url, deadlines=USUAL) as transport,
    ):
        began = asyncio.get_running_loop().time()
        with pytest.raises(LineLost) as read:
            await CustomerReader(transport, PROJECT).list_aliases("c")
        assert len(server.requests) == READ_RETRIES + 1
        with pytest.raises(LineLost) as write:
            await CustomerWriter(transport, PROJECT).block_customer("c")
        assert len(server.requests) == READ_RETRIES + 2
        took = asyncio.get_running_loop().time() - began
        deadlines = (READ_RETRIES + 1) * USUAL.read_s + USUAL.write_s
        assert deadlines - 1 < took < deadlines + 30
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
            await asyncio.wait_for(gone.wait(), 120)
    assert len(server.requests) == 1
