"""One request as it arrived, before anything is checked."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import parse_qsl

from starlette.requests import Request

from rctui.demo.route_table import routes_for, segments_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.types import Receive, Scope

    from rctui.demo.route_table import Route


class Incoming(NamedTuple):
    """What a client sent."""

    method: str
    origin: str
    """Scheme, host and port that the client used."""
    path: str
    """Still encoded, without the query."""
    query_string: str
    headers: Mapping[str, str]
    """Names may be asked for in any case."""
    body: bytes
    segments: list[str]
    routes: list[Route]
    """The operations at this path, of whatever method."""

    @property
    def route(self) -> Route | None:
        """The operation that path and method mean together."""
        return next((one for one in self.routes if one.operation.method == self.method), None)

    @property
    def query(self) -> dict[str, str]:
        """The query's parameters; of several with one name, the last."""
        return dict(parse_qsl(self.query_string, keep_blank_values=True))


async def read_request(scope: Scope, receive: Receive) -> Incoming:
    """All of a request. Raises starlette's ClientDisconnect if the client gave up meanwhile."""
    request = Request(scope, receive)
    path = bytes(scope["raw_path"]).decode("latin-1")
    segments = segments_of(path)
    host = request.headers.get("host") or request.url.netloc
    return Incoming(
        method=request.method,
        origin=f"{request.url.scheme}://{host}",
        path=path,
        query_string=bytes(scope["query_string"]).decode("latin-1"),
        headers=request.headers,
        body=await request.body(),
        segments=segments,
        routes=routes_for(segments),
    )
