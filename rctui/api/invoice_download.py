"""Fetches an invoice's PDF from where the API said it is.

That is another server's address, so a second client asks it: without the key, without cookies,
and following nothing that isn't checked first. The bytes are only ever written to a file.
"""

from __future__ import annotations

import asyncio
import ipaddress
from typing import TYPE_CHECKING, Final
from urllib.parse import urljoin

import httpx

from rctui.api.bodies import UnfitBody, read_body
from rctui.api.errors import AnswerUnreadable, ApiError, LineLost, ServerFailed, Told
from rctui.api.http_client import (
    LOCATION_ASIDE,
    Deadlines,
    common_headers,
    file_tls_context,
    no_cookies,
    put_location_aside,
    silence_libraries,
    timeout,
)
from rctui.api.invoice_link import why_unfit
from rctui.api.line_faults import FAULTS
from rctui.api.sending_trace import opened_stream

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rctui.api.connection import Connection
    from rctui.api.invoice_link import InvoiceLink

HOPS_AT_MOST: Final = 3
LARGEST_PDF: Final = 16 * 1024 * 1024
_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_OPERATION: Final = "invoice_file"


async def download_invoice(
    link: InvoiceLink,
    connection: Connection,
    *,
    network: httpx.AsyncBaseTransport | None = None,
    deadlines: Deadlines | None = None,
) -> bytes:
    """The PDF's bytes, at most 16 MiB. `network` replaces the socket. Raises ApiError."""
    limits = deadlines or Deadlines(read_s=30)
    try:
        async with asyncio.timeout(limits.read_s), _client(connection, network, limits) as client:
            return await _followed(client, link.url.reveal(), connection)
    except FAULTS:
        pass  # translated below: the fault's own words could hold the signed address
    raise LineLost(
        f"The invoice's file could not be fetched from {link.host}.", operation=_OPERATION
    )


class _Borrowed(httpx.AsyncBaseTransport):
    """A network that others go on using: closing this leaves it, and what they wait for, alone."""

    def __init__(self, network: httpx.AsyncBaseTransport) -> None:
        self._network = network

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        return await self._network.handle_async_request(request)


def _client(
    connection: Connection, network: httpx.AsyncBaseTransport | None, deadlines: Deadlines
) -> httpx.AsyncClient:
    silence_libraries()
    return httpx.AsyncClient(
        headers=common_headers(),
        verify=file_tls_context(connection) if network is None else True,
        timeout=timeout(deadlines),
        transport=None if network is None else _Borrowed(network),
        trust_env=connection.use_env_proxy and not connection.is_loopback and network is None,
        follow_redirects=False,
        cookies=no_cookies(),
        event_hooks={"response": [put_location_aside]},
    )


async def _followed(client: httpx.AsyncClient, url: str, connection: Connection) -> bytes:
    for _ in range(HOPS_AT_MOST):
        why = why_unfit(url, loopback=connection.is_loopback)
        if why:
            raise _unfit(why)
        end = await _hop(client, url, connection)
        if isinstance(end, bytes):
            return end
        url = _joined(url, end)
    raise _unfit("one address only leads to the next")


def _joined(url: str, location: str) -> str:
    """Where a redirect leads; nowhere if its target is no address at all."""
    try:
        return urljoin(url, location) if location else ""
    except ValueError:
        return ""


async def _hop(client: httpx.AsyncClient, url: str, connection: Connection) -> bytes | str:
    """The file, or the next address."""
    guarded = not connection.is_loopback and not connection.use_env_proxy
    extensions = {"trace": _only_public_addresses} if guarded else {}
    try:
        request = client.build_request("GET", url, extensions=extensions)
    except (httpx.InvalidURL, ValueError):  # the latter for names such as xn--
        raise _unfit("its address is malformed") from None
    response = await client.send(request, stream=True)
    try:
        if response.status_code in _REDIRECTS:
            return str(response.headers.get(LOCATION_ASIDE, ""))
        if response.status_code != 200:
            raise _refused(response.status_code)
        return await _pdf(response)
    finally:
        await response.aclose()


async def _pdf(response: httpx.Response) -> bytes:
    encoding = response.headers.get("content-encoding", "")
    try:
        body = await read_body(response.aiter_raw(), encoding, limit=LARGEST_PDF)
    except UnfitBody as unfit:
        raise _unfit(f"what came {unfit.reason}") from None
    if not body.startswith(b"%PDF-"):
        raise _unfit("what came is no PDF")
    return body


async def _only_public_addresses(event: str, info: Mapping[str, object]) -> None:
    """Hang up before a byte is sent where a public name leads into a private network."""
    stream = opened_stream(event, info)
    if stream is None:
        return
    address = stream.get_extra_info("server_addr")
    if not _is_public(str(address[0]) if isinstance(address, tuple) and address else ""):
        await stream.aclose()
        raise _unfit("its address is inside a private network")


def _is_public(address: str) -> bool:
    try:
        return ipaddress.ip_address(address.partition("%")[0]).is_global
    except ValueError:
        return False


def _refused(status: int) -> ApiError:
    kind = ServerFailed if status >= 500 else AnswerUnreadable
    return kind(
        f"The invoice's file can't be fetched: its server answered {status}.",
        operation=_OPERATION,
        told=Told(status),
        hint="The address may have expired: download the invoice again.",
    )


def _unfit(why: str) -> AnswerUnreadable:
    return AnswerUnreadable(
        f"The invoice's file can't be fetched: {why}.",
        operation=_OPERATION,
        hint="Download the invoice in RevenueCat's dashboard.",
    )
