"""uvicorn's HTTP connection, able to hang up in the middle of an answer."""

from __future__ import annotations

import socket
import struct
from typing import TYPE_CHECKING, Any, Final

from uvicorn.protocols.http.h11_impl import H11Protocol

from rctui.demo.line import HANG_UP

if TYPE_CHECKING:
    from asyncio import Transport

    from starlette.types import ASGIApp, Receive, Scope, Send

_RESET_AT_ONCE: Final = struct.pack("ii", 1, 0)


class LineThatCanBeCut(H11Protocol):
    """A connection whose requests carry the `HANG_UP` extension."""

    def connection_made(self, transport: Transport) -> None:  # type: ignore[override]
        """Give every request of this connection the means to end it."""
        super().connection_made(transport)
        app: Any = _with_hang_up(self.app, transport)
        self.app = app


def _with_hang_up(app: Any, transport: Transport) -> ASGIApp:
    def hang_up(reset: bool) -> None:
        connection: socket.socket = transport.get_extra_info("socket")
        if reset:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET_AT_ONCE)
        transport.close()

    async def with_hang_up(scope: Scope, receive: Receive, send: Send) -> None:
        await app({**scope, "extensions": {HANG_UP: {"now": hang_up}}}, receive, send)

    return with_hang_up
