"""Which addresses the key may be sent to."""

from __future__ import annotations

from ipaddress import ip_address
from typing import Final
from urllib.parse import urlsplit

DEFAULT_URL: Final = "https://api.revenuecat.com/v2"


def checked_url(url: str) -> str:
    """An address without its last slash. Raises ValueError, which never holds the address."""
    if not (url.isascii() and url.isprintable()) or " " in url or "\\" in url:
        raise ValueError("must be a plain address")
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
        _ = parts.port
    except ValueError:
        raise ValueError("must be an address such as https://api.revenuecat.com/v2") from None
    if not host or parts.scheme not in ("https", "http"):
        raise ValueError("must be an address such as https://api.revenuecat.com/v2")
    if parts.scheme == "http" and not is_this_machine(host):
        raise ValueError("must be https: over http anyone on the way could read the key")
    if "@" in parts.netloc or parts.query or parts.fragment:
        raise ValueError("must hold no user, no ? and no #")
    return url.rstrip("/")


def is_this_machine(host: str) -> bool:
    """Whether a host is this machine by its very name."""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
