"""Where an invoice's PDF is: a short-lived signed address, checked before anyone asks it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from rctui.api.connection import is_loopback_host
from rctui.api.errors import AnswerUnreadable, Told
from rctui.secret import Secret

if TYPE_CHECKING:
    from rctui.api.answer import Answer
    from rctui.api.connection import Connection
    from rctui.api.request import Request

_LONGEST: Final = 8192


@dataclass(frozen=True, slots=True)
class InvoiceLink:
    """An address that gives the file to whoever has it."""

    url: Secret
    host: str
    """Of the address; may be shown."""


def link_in(answer: Answer, request: Request, connection: Connection) -> InvoiceLink:
    """The checked target of the answer's redirect. Raises AnswerUnreadable."""
    why = why_unfit(answer.location or "", loopback=connection.is_loopback)
    if answer.status != 302:
        why = "the answer is no redirect"
    if why:
        raise AnswerUnreadable(
            f"The invoice's file can't be fetched: {why}.",
            operation=request.operation,
            told=Told(answer.status, answer.request_id),
            hint="Download the invoice in RevenueCat's dashboard.",
        )
    url = answer.location or ""
    return InvoiceLink(Secret(url), urlsplit(url).hostname or "")


def why_unfit(url: str, *, loopback: bool) -> str:
    """Why an address may not be asked for a file, or an empty string.

    `loopback`: the API itself is on this machine, so its files may be, too, and without TLS.
    """
    if not url:
        return "no address is given"
    if len(url) > _LONGEST or not url.isascii() or not url.isprintable() or set(url) & set(" \\"):
        return "its address is malformed"
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return "its address is malformed"
    if not host or "@" in parts.netloc or parts.scheme not in {"https", "http"}:
        return "its address is malformed"
    local = is_loopback_host(host)
    if local and not loopback:
        return "its address points at this machine"
    return "" if parts.scheme == "https" or local else "its address is not https"
