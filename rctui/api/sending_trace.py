"""Watches how far a request got, from the steps that httpcore reports."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeGuard

if TYPE_CHECKING:
    from collections.abc import Mapping


class OpenedStream(Protocol):
    """A connection as httpcore hands it out once it is open."""

    def get_extra_info(self, info: str) -> object:
        """Such as `server_addr`, the address at the other end."""

    async def aclose(self) -> None:
        """Close it; again does no harm."""


class SendingTrace:
    """Knows whether the first byte of a request may have left."""

    def __init__(self) -> None:
        self.began = False
        """Whether writing the request's headers was begun."""
        self._opened: OpenedStream | None = None

    async def note(self, event: str, info: Mapping[str, object]) -> None:
        """One step. The CONNECT that opens a way through a proxy isn't the request itself."""
        self._opened = opened_stream(event, info) or self._opened
        if event.endswith(".send_request_headers.started"):
            self.began = self.began or not _opens_a_tunnel(info)

    async def close_unused(self) -> None:
        """Close a connection that was given up while it was opened.

        httpcore leaves its socket to the garbage collector when it is cancelled within the TLS
        handshake (seen in 1.0.9).
        """
        if self._opened is not None and not self.began:
            await self._opened.aclose()


def opened_stream(event: str, info: Mapping[str, object]) -> OpenedStream | None:
    """The connection that a step opened, before TLS and before any byte of a request."""
    if not event.endswith(".connect_tcp.complete"):
        return None
    stream = info.get("return_value")
    return stream if _is_stream(stream) else None


def _is_stream(value: object) -> TypeGuard[OpenedStream]:
    return hasattr(value, "get_extra_info") and hasattr(value, "aclose")


def _opens_a_tunnel(info: Mapping[str, object]) -> bool:
    return getattr(info.get("request"), "method", b"") == b"CONNECT"
