"""What httpx raises, as an error of ours; the one spot that names its exceptions.

"Not sent" needs proof, because a write may be repeated after it. Over a socket the proof is
that httpcore never began to send the request's headers. A network in process reports no such
steps, so there only a connection that never opened counts.
"""

from __future__ import annotations

import socket
import ssl
from typing import TYPE_CHECKING, Final

import httpx

from rctui.api.errors import LineLost, NotSent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rctui.api.request import Request

FAULTS: Final = (httpx.RequestError, TimeoutError, OSError)
"""Everything that an exchange can raise on its own."""

_NEVER_OPENED: Final = (
    httpx.ConnectError,
    httpx.ConnectTimeout,
    httpx.PoolTimeout,
    httpx.ProxyError,
)

_CAUSES: Final[tuple[tuple[type[BaseException], str], ...]] = (
    (ssl.SSLCertVerificationError, "the server's certificate is not trusted"),
    (ssl.SSLError, "the server does not speak TLS as it should"),
    (socket.gaierror, "the server's name is not known, or there is no network"),
    (ConnectionRefusedError, "the server refuses connections"),
    (httpx.ProxyError, "the proxy refused"),
    (httpx.PoolTimeout, "all connections were busy for too long"),
    (httpx.ConnectTimeout, "the server did not take the connection in time"),
    (httpx.TimeoutException, "the server took too long"),
    (httpx.ConnectError, "no connection to the server"),
    (httpx.RemoteProtocolError, "the server closed the connection, or does not speak HTTP"),
    (httpx.NetworkError, "the connection broke"),
    (TimeoutError, "the server took too long"),
)
"""Causes in words; the first that fits anything in the chain of exceptions counts."""


def fault_of(fault: Exception, request: Request, *, surely_unsent: bool) -> NotSent | LineLost:
    """Translate a fault of the line. `surely_unsent`: no byte of the request was written."""
    words = words_for(fault)
    if surely_unsent or isinstance(fault, _NEVER_OPENED):
        return NotSent(
            f"The request was not sent: {words}.",
            operation=request.operation,
            retryable=not _is_for_good(fault),
        )
    return LineLost(
        f"The answer was lost: {words}.",
        operation=request.operation,
        retryable=True,
        may_have_applied=request.is_write,
    )


def words_for(fault: Exception) -> str:
    """The cause in words of ours: an exception's own may hold addresses."""
    chain = list(_chain(fault))
    for kind, words in _CAUSES:
        if any(isinstance(link, kind) for link in chain):
            return words
    return "the connection broke"


def _is_for_good(fault: Exception) -> bool:
    """Whether trying again in a second can't help."""
    return any(isinstance(link, ssl.SSLCertVerificationError) for link in _chain(fault))


def _chain(fault: BaseException | None) -> Iterator[BaseException]:
    """An exception and what caused it, groups of failed addresses included."""
    while fault is not None:
        yield fault
        if isinstance(fault, BaseExceptionGroup):
            for member in fault.exceptions:
                yield from _chain(member)
        fault = fault.__cause__ or fault.__context__
