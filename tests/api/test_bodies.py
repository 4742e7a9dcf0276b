from __future__ import annotations

import gzip
import tracemalloc
import zlib
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rctui.api.bodies import CutOffBody, UnfitBody, read_body

if TYPE_CHECKING:
    from collections.abc import AsyncIterator


async def pieces(data: bytes, size: int = 7) -> AsyncIterator[bytes]:
    for start in range(0, len(data), size):
        yield data[start : start + size]


@given(st.binary(max_size=300), st.integers(1, 50))
async def test_gzip_gives_what_was_packed(data: bytes, size: int) -> None:
    assert await read_body(pieces(gzip.compress(data), size), "gzip", limit=1000) == data


@given(st.binary(max_size=300), st.integers(1, 50))
async def test_plain_bytes_stay_as_they_are(data: bytes, size: int) -> None:
    assert await read_body(pieces(data, size), "", limit=1000) == data


@pytest.mark.parametrize("encoding", ["", "gzip"])
async def test_the_limit_itself_fits_and_one_byte_more_does_not(encoding: str) -> None:
    pack = gzip.compress if encoding else bytes
    assert len(await read_body(pieces(pack(b"x" * 1000)), encoding, limit=1000)) == 1000
    with pytest.raises(UnfitBody, match="larger"):
        await read_body(pieces(pack(b"x" * 1001)), encoding, limit=1000)


async def test_a_bomb_is_stopped_early() -> None:
    bomb = gzip.compress(bytes(50_000_000))
    taken = 0

    async def chunks() -> AsyncIterator[bytes]:
        nonlocal taken
        async for chunk in pieces(bomb, 1000):
            taken += len(chunk)
            yield chunk

    with pytest.raises(UnfitBody, match="larger"):
        await read_body(chunks(), "gzip", limit=100_000)
    assert taken <= 2000


async def test_a_bomb_in_one_piece_takes_no_more_memory_than_the_limit() -> None:
    bomb = gzip.compress(bytes(50_000_000))
    tracemalloc.start()
    try:
        with pytest.raises(UnfitBody, match="larger"):
            await read_body(pieces(bomb, len(bomb)), "gzip", limit=100_000)
        assert tracemalloc.get_traced_memory()[1] < 2_000_000
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("encoding", ["br", "zstd", "deflate", "gzip, gzip", "\x1b[31m"])
async def test_other_encodings_are_refused_unread(encoding: str) -> None:
    async def untouched() -> AsyncIterator[bytes]:
        raise AssertionError
        yield b""

    with pytest.raises(UnfitBody, match="not asked for"):
        await read_body(untouched(), encoding)


@pytest.mark.parametrize(
    "data", [b"plain", zlib.compress(b"x"), gzip.compress(b"x")[:-8] + b"\0" * 8]
)
async def test_what_is_no_gzip_is_refused(data: bytes) -> None:
    with pytest.raises(UnfitBody, match="not"):
        await read_body(pieces(data), "gzip")


async def test_gzip_that_breaks_off_is_told_apart() -> None:
    with pytest.raises(CutOffBody):
        await read_body(pieces(gzip.compress(b"x" * 100)[:-9]), "gzip")


async def test_bytes_after_the_gzip_are_refused() -> None:
    with pytest.raises(UnfitBody, match="goes on"):
        await read_body(pieces(gzip.compress(b"x") + b"more", 1000), "gzip")


async def test_an_empty_gzip_body_is_empty() -> None:
    assert await read_body(pieces(b""), "gzip") == b""
