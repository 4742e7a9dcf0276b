"""A server on a loopback socket that misbehaves as told, connection after connection."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import ssl

Behaviour = Callable[["Line"], Awaitable[None]]


@dataclass
class Line:
    """One connection as a behaviour sees it; the request has been read unless it says so."""

    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    closing: asyncio.Event

    async def send(self, data: bytes) -> None:
        self.writer.write(data)
        await self.writer.drain()

    async def stall(self) -> None:
        """Say nothing until the server ends."""
        await self.closing.wait()


@dataclass
class Server:
    """What arrived, and what to do with what comes next; the last behaviour stays."""

    behaviours: list[Behaviour]
    requests: list[bytes] = field(default_factory=list)
    connections: int = 0
    open: dict[asyncio.Task[None], asyncio.StreamWriter] = field(default_factory=dict)
    port: int = 0
    closing: asyncio.Event = field(default_factory=asyncio.Event)
    scheme: str = "http"

    @property
    def base_url(self) -> str:
        return f"{self.scheme}://127.0.0.1:{self.port}/v2"

    def accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        serving = asyncio.ensure_future(self._serve(reader, writer))
        self.open[serving] = writer
        serving.add_done_callback(self.open.pop)

    async def close(self) -> None:
        self.closing.set()
        for writer in self.open.values():
            writer.transport.abort()
        await asyncio.gather(*self.open)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        line = Line(reader, writer, self.closing)
        try:
            while request := await _read_request(reader):
                self.requests.append(request)
                more = len(self.behaviours) > 1
                await (self.behaviours.pop(0) if more else self.behaviours[0])(line)
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()


async def _read_request(reader: asyncio.StreamReader) -> bytes:
    try:
        head = await reader.readuntil(b"\r\n\r\n")
    except asyncio.IncompleteReadError:
        return b""
    for header in head.lower().split(b"\r\n"):
        if header.startswith(b"content-length:"):
            return head + await reader.readexactly(int(header.partition(b":")[2]))
    return head


@asynccontextmanager
async def serving(
    *behaviours: Behaviour, tls: ssl.SSLContext | None = None
) -> AsyncIterator[Server]:
    """A server on a port of its own, ended with all its connections."""
    server = Server(list(behaviours), scheme="https" if tls else "http")
    listener = await asyncio.start_server(server.accept, "127.0.0.1", 0, ssl=tls)
    server.port = listener.sockets[0].getsockname()[1]
    try:
        yield server
    finally:
        listener.close()
        await server.close()
        await listener.wait_closed()


def answer(body: bytes = b"{}", status: str = "200 OK", **headers: str) -> Behaviour:
    """A whole answer."""

    async def behave(line: Line) -> None:
        lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}"]
        lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
        await line.send("\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + body)

    return behave


def says(data: bytes) -> Behaviour:
    """These bytes and the end of the connection."""

    async def behave(line: Line) -> None:
        await line.send(data)
        line.writer.close()

    return behave


async def hangs_up(line: Line) -> None:
    """The request is read and the connection ends."""
    line.writer.close()


async def resets(line: Line) -> None:
    """The request is read and the connection is torn down."""
    line.writer.transport.abort()


async def stalls(line: Line) -> None:
    """The request is read and nothing comes."""
    await line.stall()


async def stalls_in_the_body(line: Line) -> None:
    """Half of the answer, then nothing."""
    await line.send(b"HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n{")
    await line.stall()


async def drips(line: Line) -> None:
    """A byte now and then, for ever: each in time, the whole never."""
    await line.send(b"HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n")
    while not line.closing.is_set():
        await line.send(b" ")
        await asyncio.sleep(0.01)
