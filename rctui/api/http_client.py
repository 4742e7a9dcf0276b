"""Builds the one httpx client of a connection.

It follows nothing, stores no cookie, takes nothing from the environment unless told to, and
never has the key: `exchange` adds that to each request.
"""

from __future__ import annotations

import logging
import ssl
from dataclasses import dataclass
from http.cookiejar import CookieJar, DefaultCookiePolicy
from typing import TYPE_CHECKING, Final

import httpx

from rctui import __version__
from rctui.api.errors import ConnectionUnusable

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rctui.api.connection import Connection

_LIMITS: Final = httpx.Limits(max_connections=10, keepalive_expiry=30)
_USER_AGENT: Final = f"rctui/{__version__}"
_LOGGERS: Final = ("httpx", "httpcore")
_SILENT: Final = logging.CRITICAL + 1
_PROXY_FAULTS: Final = (ImportError, ValueError, httpx.InvalidURL)


@dataclass(frozen=True, slots=True)
class Deadlines:
    """How long the steps of one attempt may take, in seconds."""

    connect_s: float = 5
    """To open a connection, or to get a free one."""
    read_s: float = 15
    """A whole read. httpx counts each piece of an answer anew, so a slow drip needs this."""
    write_s: float = 30
    """A whole write."""

    def total_s(self, *, is_write: bool) -> float:
        """The limit of one attempt."""
        return self.write_s if is_write else self.read_s


def build_client(
    connection: Connection, network: httpx.AsyncBaseTransport | None, deadlines: Deadlines
) -> httpx.AsyncClient:
    """A client for a connection, over a socket or the given network. Raises ConnectionUnusable."""
    silence_libraries()
    by_environment = connection.use_env_proxy and not connection.is_loopback and network is None
    try:
        return httpx.AsyncClient(
            headers={**common_headers(), "Accept": "application/json"},
            verify=api_tls_context(connection) if network is None else True,
            timeout=timeout(deadlines),
            limits=_LIMITS,
            transport=network,
            trust_env=by_environment,
            follow_redirects=False,
            cookies=no_cookies(),
            event_hooks={"response": [put_location_aside]},
        )
    except _PROXY_FAULTS as error:
        if not by_environment:
            raise
        problem = type(error).__name__
    raise ConnectionUnusable(
        f"The proxy named by HTTPS_PROXY, ALL_PROXY or NO_PROXY can't be used ({problem}).",
        hint="Correct these variables, or set use_env_proxy = false for the project.",
    )


def common_headers() -> Mapping[str, str]:
    """What every request of ours says of itself. Only gzip is offered: see `bodies`."""
    return {"User-Agent": _USER_AGENT, "Accept-Encoding": "gzip"}


def timeout(deadlines: Deadlines) -> httpx.Timeout:
    """The limits that httpx keeps; the total ones are kept by the caller."""
    longest = max(deadlines.read_s, deadlines.write_s)
    return httpx.Timeout(longest, connect=deadlines.connect_s, pool=deadlines.connect_s)


def no_cookies() -> CookieJar:
    """A jar that takes none."""
    return CookieJar(DefaultCookiePolicy(allowed_domains=[]))


LOCATION_ASIDE: Final = "x-rctui-location"
"""Where the `Location` of an answer is kept."""


async def put_location_aside(response: httpx.Response) -> None:
    """Keep httpx from making a request of a redirect's target.

    It does so even where redirects are not followed, and raises what is no RequestError for
    targets such as `javascript:x`: a server could end the program, and a write without outcome.
    """
    response.headers.pop(LOCATION_ASIDE, None)
    location = response.headers.pop("location", None)
    if location is not None:
        response.headers[LOCATION_ASIDE] = location


def silence_libraries() -> None:
    """Keep httpx and httpcore out of every log, whatever level is set elsewhere.

    They log URLs with e-mails, the targets of redirects and cookies.
    """
    for name in _LOGGERS:
        logging.getLogger(name).setLevel(_SILENT)


def api_tls_context(connection: Connection) -> ssl.SSLContext:
    """Trusts the public authorities, or those of `ca_file` instead. Raises ConnectionUnusable."""
    if not connection.is_tls:
        return _trusting()  # never used
    return _trusting(_checked_ca_file(connection) or _public_authorities())


def file_tls_context(connection: Connection) -> ssl.SSLContext:
    """Trusts the public authorities and those of `ca_file`, for files on other servers."""
    own = _checked_ca_file(connection)
    return _trusting(_public_authorities(), *([own] if own else []))


def _public_authorities() -> str:
    import certifi

    return certifi.where()


def _trusting(*ca_files: str) -> ssl.SSLContext:
    """Made by hand: the usual maker obeys SSLKEYLOGFILE, and httpx SSL_CERT_FILE."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    for ca_file in ca_files:
        context.load_verify_locations(ca_file)
    return context


def _checked_ca_file(connection: Connection) -> str:
    if not connection.ca_file:
        return ""
    try:
        _trusting(connection.ca_file)
    except (OSError, ValueError) as error:
        raise ConnectionUnusable(
            f"The ca_file {connection.ca_file!a} can't be used: {_why(error)}.",
            hint="It must be a file of PEM certificates that you may read.",
        ) from None
    return connection.ca_file


def _why(error: Exception) -> str:
    if isinstance(error, ssl.SSLError):
        return "it holds no certificate"
    return getattr(error, "strerror", None) or "it can't be read"
