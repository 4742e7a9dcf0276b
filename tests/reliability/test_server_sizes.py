"""Answers of hundreds of megabytes, packed or not: memory stays small and the reason is said."""

from __future__ import annotations

import asyncio
import gzip
import sys
import zlib
from typing import TYPE_CHECKING, Final

import pytest

from tests.api.loopback import answer, says, serving

if TYPE_CHECKING:
    from tests.api.loopback import Behaviour, Line

MIB: Final = 1024 * 1024
GROWTH_AT_MOST: Final = 64 * MIB
HEAD: Final = b"HTTP/1.1 200 OK\r\n"


def gzip_of_zeros(mebibytes: int) -> bytes:
    """Many mebibytes of zeros, packed as one of them over and over."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    one = packer.compress(bytes(MIB)) + packer.flush(zlib.Z_FULL_FLUSH)
    head = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff"
    return head + one * mebibytes


async def for_ever(line: Line) -> None:
    """A plain body of which the end never comes."""
    await line.send(HEAD + b"Content-Length: 524288000\r\n\r\n")
    await _pours(line, bytes(MIB))


async def chunks_for_ever(line: Line) -> None:
    await line.send(HEAD + b"Transfer-Encoding: chunked\r\n\r\n")
    await _pours(line, b"100000\r\n" + bytes(MIB) + b"\r\n")


async def headers_for_ever(line: Line) -> None:
    await line.send(HEAD)
    await _pours(line, b"X-More: " + b"x" * 8000 + b"\r\n")


async def _pours(line: Line, data: bytes) -> None:
    try:
        for _ in range(500 * MIB // len(data)):
            await line.send(data)
    except ConnectionError:
        pass


BOMB: Final = gzip_of_zeros(1024)

HUGE: Final[dict[str, tuple[Behaviour, str]]] = {
    "a gibibyte of gzip": (answer(BOMB, Content_Encoding="gzip"), "larger than 8 MiB"),
    "gzip of gzip": (
        answer(gzip.compress(BOMB), Content_Encoding="gzip, gzip"),
        "an encoding that was not asked for",
    ),
    "gzip of gzip called gzip": (
        answer(gzip.compress(BOMB), Content_Encoding="gzip"),
        "can't be read",
    ),
    "brotli": (answer(b"\xcf\xff\xff\x7f\xf8" * 200, Content_Encoding="br"), "not asked for: br"),
    "zstd": (answer(b"\x28\xb5\x2f\xfd" * 9000, Content_Encoding="zstd"), "not asked for: zstd"),
    "500 MB as they are": (for_ever, "larger than 8 MiB"),
    "chunks without end": (chunks_for_ever, "larger than 8 MiB"),
    "headers without end": (headers_for_ever, "The answer was lost"),
    "two million items": (answer(b'{"items":[' + b"{}," * 2_000_000 + b"{}]}"), "more values"),
    "a million numbers": (answer(b"[" + b"1234567," * 900_000 + b"1]"), "more values"),
    "a hundred thousand items": (
        answer(b'{"items":[' + b"{}," * 100_000 + b"{}]}"),
        "100001 items in it, more than any page has",
    ),
    "a deep hole": (answer(b"[" * 8_000_000), "more values"),
    "a long integer": (answer(b"9" * 8_000_000), "an integer of 8000000 digits"),
    "a long text": (says(HEAD + b'\r\n"' + b"x" * 8_000_000 + b'"'), "no items in it"),
}


@pytest.mark.parametrize("name", HUGE)
async def test_memory_stays_small_whatever_comes(name: str) -> None:
    behaviour, words = HUGE[name]
    small = answer(b'{"items":[]}')
    async with serving(small, behaviour) as server:
        program = [sys.executable, "-m", "tests.reliability.weigh_answers", server.base_url]
        running = await asyncio.create_subprocess_exec(
            *program, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE
        )
        out, err = await running.communicate()
    assert err == b""
    said, growth = out.decode().splitlines()
    assert words in said
    assert int(growth) < GROWTH_AT_MOST, f"{int(growth) // MIB} MiB"
