"""Sending an answer over the line, and cutting the line.

A server that can hang up says so by an ASGI extension; without one, as in process, the cut is
raised as a `LineCut` and the transport makes of it what httpx would have seen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rctui.demo.errors import LineCut

if TYPE_CHECKING:
    from starlette.types import Receive, Scope, Send

    from rctui.demo.effects import Cut, Pause
    from rctui.demo.reply import Reply

HANG_UP: Final = "rctui.hang_up"
"""The extension: `{"now": function of one argument, whether to reset the connection}`."""


async def send_reply(reply: Reply, send: Send, pause: Pause | None = None) -> None:
    """The whole answer, with a pause within its body if there is one."""
    await _start(reply, send)
    first = pause.body_bytes if pause else 0
    if pause:
        await _send_part(reply.body[:first], send)
        await pause.hold.pass_through()
    await send({"type": "http.response.body", "body": reply.body[first:]})


async def cut_off(cut: Cut, reply: Reply, scope: Scope, receive: Receive, send: Send) -> None:
    """Part of the answer, or none of it, and then nothing ever again. Raises LineCut."""
    if cut.body_bytes is not None:
        await _start(reply, send)
        await _send_part(reply.body[: cut.body_bytes], send)
    extension = scope.get("extensions", {}).get(HANG_UP)
    if extension is None:
        raise LineCut(reset=cut.reset)
    extension["now"](cut.reset)
    while (await receive())["type"] != "http.disconnect":
        pass


async def _send_part(part: bytes, send: Send) -> None:
    await send({"type": "http.response.body", "body": part, "more_body": True})


async def _start(reply: Reply, send: Send) -> None:
    headers = reply.encoded_headers()
    await send({"type": "http.response.start", "status": reply.status, "headers": headers})
