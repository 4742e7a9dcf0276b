"""Reads an answer's body within bounds, gzip included.

A kilobyte of gzip can stand for a gigabyte, and a library that decompresses by itself has made
the gigabyte before anyone can say stop. So the raw bytes are taken from the line and inflated
here, never further than the limit; other encodings, which the request did not offer, are refused.
"""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

BODY_LIMIT: Final = 8 * 1024 * 1024
"""Bytes of one answer after decompression. A full page of 100 customers has about 100 kB."""

_GZIP: Final = 16 + zlib.MAX_WBITS


class UnfitBody(Exception):
    """The body can't be taken as it is. `reason` continues "the answer …"."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class CutOffBody(UnfitBody):
    """The body ends before its end."""


async def read_body(
    chunks: AsyncIterator[bytes], content_encoding: str, *, limit: int = BODY_LIMIT
) -> bytes:
    """The whole body, decompressed. Raises UnfitBody."""
    encoding = content_encoding.strip().lower()
    if encoding in {"", "identity"}:
        return await _plain(chunks, limit)
    if encoding in {"gzip", "x-gzip"}:
        return await _gunzipped(chunks, limit)
    raise UnfitBody(f"is in an encoding that was not asked for: {encoding[:40]}")


async def _plain(chunks: AsyncIterator[bytes], limit: int) -> bytes:
    body = bytearray()
    async for chunk in chunks:
        if len(body) + len(chunk) > limit:
            raise _too_large(limit)
        body += chunk
    return bytes(body)


async def _gunzipped(chunks: AsyncIterator[bytes], limit: int) -> bytes:
    inflater = zlib.decompressobj(_GZIP)
    body = bytearray()
    received = 0
    async for chunk in chunks:
        received += len(chunk)
        if received > limit:
            raise _too_large(limit)
        _inflate(inflater, chunk, body, limit)
    if received and not inflater.eof:
        raise CutOffBody("breaks off in the middle")
    return bytes(body)


def _inflate(inflater: zlib._Decompress, chunk: bytes, body: bytearray, limit: int) -> None:
    try:
        body += inflater.decompress(chunk, limit + 1 - len(body))
    except zlib.error:
        raise UnfitBody("says that it is gzip and is not") from None
    if len(body) > limit or inflater.unconsumed_tail:
        raise _too_large(limit)
    if inflater.unused_data:
        raise UnfitBody("goes on after the end of its gzip")


def _too_large(limit: int) -> UnfitBody:
    return UnfitBody(f"is larger than {limit // (1024 * 1024) or 1} MiB")
