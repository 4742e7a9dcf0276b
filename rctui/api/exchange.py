"""One attempt: a request goes out, an answer or an error comes back.

The key is added here and nowhere else, to a URL that is built here from the connection's own
base and the request's path. No exception of httpx leaves this module, nor is it chained to ours:
its frames hold the request with all its headers.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Final

import httpx

from rctui.api.answer import Answer, Reply
from rctui.api.bodies import CutOffBody, UnfitBody, read_body
from rctui.api.error_answers import error_of, redirect_error, request_id_in
from rctui.api.errors import AnswerUnreadable, ApiError, LineLost, RefusedBeforeSending, Told
from rctui.api.http_client import LOCATION_ASIDE
from rctui.api.line_faults import FAULTS, fault_of
from rctui.api.sending_trace import SendingTrace

if TYPE_CHECKING:
    from rctui.api.connection import Connection
    from rctui.api.http_client import Deadlines
    from rctui.api.redaction import Redaction
    from rctui.api.request import Request

_NO_BODY: Final = frozenset({204, 205, 304})


class Exchange:
    """Makes attempts over one client."""

    def __init__(
        self,
        connection: Connection,
        client: httpx.AsyncClient,
        deadlines: Deadlines,
        redaction: Redaction,
        *,
        over_socket: bool,
    ) -> None:
        self._connection = connection
        self._client = client
        self._deadlines = deadlines
        self._redaction = redaction
        self._over_socket = over_socket

    async def attempt(self, request: Request) -> tuple[Reply | None, Answer | ApiError]:
        """Send once. The first part is what came over the line, if a whole answer did."""
        trace = SendingTrace()
        try:
            async with asyncio.timeout(self._deadlines.total_s(is_write=request.is_write)):
                return await self._answered(request, trace)
        except FAULTS as fault:
            unsent = self._over_socket and not trace.began
            error = fault_of(fault, request, surely_unsent=unsent)
        finally:
            await trace.close_unused()
        return None, error

    async def _answered(
        self, request: Request, trace: SendingTrace
    ) -> tuple[Reply | None, Answer | ApiError]:
        response = await self._client.send(self._outgoing(request, trace), stream=True)
        try:
            body, unfit = await _body_of(response)
        finally:
            await response.aclose()
        body = self._redaction.data(body)
        reply = Reply(response.status_code, response.headers, body)
        return reply, self._judged(reply, request, unfit)

    def _judged(self, reply: Reply, request: Request, unfit: UnfitBody | None) -> Answer | ApiError:
        if reply.status >= 400:
            return error_of(reply, request, self._redaction)
        if reply.status == 302 and request.answers_elsewhere:
            return self._answer(reply, request)
        if not 200 <= reply.status <= 299:
            return redirect_error(reply, request, self._redaction)
        if unfit is not None:
            return self._unfit(reply, request, unfit)
        return self._answer(reply, request)

    def _answer(self, reply: Reply, request: Request) -> Answer:
        return Answer(
            reply.status,
            reply.body,
            self._redaction.optional(request_id_in(reply.headers)),
            self._connection.root + request.path,
            reply.headers.get(LOCATION_ASIDE) if request.answers_elsewhere else None,
        )

    def _unfit(self, reply: Reply, request: Request, unfit: UnfitBody) -> ApiError:
        kind = LineLost if isinstance(unfit, CutOffBody) else AnswerUnreadable
        return kind(
            self._redaction.text(f"The answer {unfit.reason}."),
            operation=request.operation,
            told=Told(reply.status, self._redaction.optional(request_id_in(reply.headers))),
            retryable=kind is LineLost,
            may_have_applied=request.is_write,
        )

    def _outgoing(self, request: Request, trace: SendingTrace) -> httpx.Request:
        # The key is in no variable of ours: a traceback that shows locals must not hold it.
        return self._client.build_request(
            request.method,
            self._locked_url(request),
            content=request.content or None,
            headers={
                **request.headers,
                "Authorization": f"Bearer {self._connection.api_key.reveal()}",
            },
            extensions={"trace": trace.note},
        )

    def _locked_url(self, request: Request) -> httpx.URL:
        """The URL, if httpx understands it exactly as it was meant."""
        base = httpx.URL(self._connection.root)
        meant = base.raw_path.rstrip(b"/") + request.target.encode("ascii")
        url = httpx.URL(self._connection.root + request.target)
        if (url.scheme, url.netloc, url.raw_path) != (base.scheme, base.netloc, meant):
            raise RefusedBeforeSending(
                "The request's address would not be the one that was meant.",
                operation=request.operation,
            )
        return url


async def _body_of(response: httpx.Response) -> tuple[bytes, UnfitBody | None]:
    """The body, or what is wrong with it; a status alone can be enough."""
    if response.status_code in _NO_BODY:
        return b"", None
    encoding = response.headers.get("content-encoding", "")
    try:
        return await read_body(response.aiter_raw(), encoding), None
    except UnfitBody as unfit:
        return b"", unfit
