"""Where requests go and with which key: checked once, before anything is sent."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final
from urllib.parse import SplitResult, urlsplit

from rctui.api.errors import ConnectionUnusable

if TYPE_CHECKING:
    from rctui.secret import Secret

DEFAULT_BASE_URL: Final = "https://api.revenuecat.com/v2"

_PUBLIC_KEY_PREFIXES: Final = (
    "amzn_", "appl_", "galx_", "goog_", "mac_", "paddle_", "pdl_", "rcb_", "roku_", "strp_",
    "test_", "web_",
)  # fmt: skip
"""Beginnings of keys that are built into apps; the REST API takes none of them."""

_LONGEST_KEY: Final = 4096
_LONGEST_LABEL: Final = 63
"""Characters between the dots of a host's name."""
_ENCODED: Final = "xn--"
"""How a part begins that stands for other letters than ASCII."""


@dataclass(frozen=True, slots=True)
class Connection:
    """One project's way to the API. Raises ConnectionUnusable, which never quotes the key."""

    base_url: str
    """Up to and including the version, such as `https://api.revenuecat.com/v2`."""
    api_key: Secret
    read_only: bool = field(default=False, kw_only=True)
    """Whether the transport refuses everything but GET."""
    ca_file: str = field(default="", kw_only=True)
    """Certificates to trust instead of the public ones, as a PEM file; empty for those."""
    use_env_proxy: bool = field(default=False, kw_only=True)
    """Whether HTTPS_PROXY and its like count. Never for a loopback address."""

    def __post_init__(self) -> None:
        _check_base_url(self.base_url)
        _check_key(self.api_key.reveal())

    @property
    def root(self) -> str:
        """The base URL without a slash at its end; a request's path is put behind it."""
        return self.base_url.rstrip("/")

    @property
    def is_tls(self) -> bool:
        """Whether the line is encrypted."""
        return urlsplit(self.base_url).scheme == "https"

    @property
    def is_loopback(self) -> bool:
        """Whether the server runs on this machine, as a simulated one does."""
        return is_loopback_host(urlsplit(self.base_url).hostname or "")


def is_loopback_host(host: str) -> bool:
    """Whether a host name or address means this machine, by its spelling alone."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _check_base_url(base_url: str) -> None:
    why = _why_not_an_address(base_url)
    if why:
        raise ConnectionUnusable(
            f"The base_url can't be used: {why}.", hint=f"The usual one is {DEFAULT_BASE_URL}."
        )


def _why_not_an_address(base_url: str) -> str:
    if not base_url.isascii() or not base_url.isprintable() or set(base_url) & set(' \\"<>^`{|}'):
        return "it holds characters that no URL has"
    try:
        parts = urlsplit(base_url)
        port = parts.port
    except ValueError:
        return "its host or port makes no sense"
    if port == 0:
        return "its port makes no sense"
    return _why_unsafe(parts) or _why_not_a_base(base_url, parts)


def _why_unsafe(parts: SplitResult) -> str:
    if parts.scheme not in {"https", "http"} or not parts.hostname:
        return "it must begin with https:// and name a host"
    if not _is_a_host(parts.hostname):
        return "its host or port makes no sense"
    if parts.scheme == "http" and not is_loopback_host(parts.hostname):
        return "http:// would send the key unprotected; only a server on this machine may have it"
    return ""


def _is_a_host(host: str) -> bool:
    """Whether it is an address, or a name that can be looked up without an odd exception."""
    if ":" in host:
        return True
    labels = host.removesuffix(".").split(".")
    if "%" in host or not all(0 < len(label) <= _LONGEST_LABEL for label in labels):
        return False
    return _ENCODED not in host.lower() or _is_encoded_right(host)


def _is_encoded_right(host: str) -> bool:
    """Whether the codec, which takes tables of 0.2 MB, understands a name beyond ASCII."""
    try:
        host.encode("ascii").decode("idna")
        host.encode("idna")
    except UnicodeError:
        return False
    return True


def _why_not_a_base(base_url: str, parts: SplitResult) -> str:
    if "@" in parts.netloc:
        return "it must not hold a user name or password"
    if "?" in base_url or "#" in base_url:
        return "it must end with the path"
    segments = parts.path.rstrip("/").split("/")[1:]
    if "%" in parts.path or any(part in {"", ".", ".."} for part in segments):
        return "its path must be plain"
    return ""


def _check_key(key: str) -> None:
    why = _why_not_a_key(key)
    if why:
        raise ConnectionUnusable(
            f"The API key can't be used: {why}.",
            hint="Use a secret v2 key of this project; it begins with sk_.",
        )


def _why_not_a_key(key: str) -> str:
    if not key:
        return "it is empty"
    if not all("!" <= character <= "~" for character in key):
        return "it holds a space, a line break or another character that no key has"
    if len(key) > _LONGEST_KEY:
        return "it is far too long"
    if key.startswith(_PUBLIC_KEY_PREFIXES):
        return "it is a public key of an app, which may not read customers"
    return ""
