"""One request as a value: everything that goes over the wire, except the key."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal
from urllib.parse import quote, urlencode

from rctui.api.errors import RefusedBeforeSending
from rctui.api.rate_limits import RateDomain

if TYPE_CHECKING:
    from collections.abc import Mapping

Method = Literal["GET", "POST", "DELETE"]


@dataclass(frozen=True, slots=True)
class Request:
    """What to ask for. Built by `read_operations`, `write_operations`, `catalogue_operations`."""

    operation: str
    """The call's name in errors, such as `get_customer`."""
    method: Method
    path: str
    """Below the base URL; ids are percent-encoded already."""
    query: tuple[tuple[str, str], ...] = ()
    """Names and values, not encoded."""
    body: Mapping[str, object] | None = field(default=None, hash=False)
    """A JSON object, or `None` for no body at all."""
    domain: RateDomain = RateDomain.CUSTOMER_INFORMATION
    idempotency_key: str | None = None
    """The same for every repetition of one intended change; the server then acts once."""
    answers_elsewhere: bool = False
    """Whether success is a 302 whose `Location` is the answer."""
    has_effect: bool = False
    """Whether it makes something although it is a GET."""

    @property
    def is_write(self) -> bool:
        """Whether it can change anything."""
        return self.method != "GET" or self.has_effect

    @property
    def target(self) -> str:
        """Path and query as they are sent. A space is `%20`, never `+`."""
        encoded = urlencode(self.query, quote_via=quote, safe="", errors="strict")
        return f"{self.path}?{encoded}" if encoded else self.path

    @property
    def content(self) -> bytes:
        """The body's bytes, the same at every repetition; ASCII, so any text can be carried."""
        if self.body is None:
            return b""
        return json.dumps(self.body, allow_nan=False, separators=(",", ":")).encode("ascii")

    @property
    def headers(self) -> dict[str, str]:
        """What this request adds to the headers that all have."""
        headers: dict[str, str] = {}
        if self.body is not None:
            headers["Content-Type"] = "application/json"
        if self.idempotency_key is not None:
            headers["Idempotency-Key"] = self.idempotency_key
        return headers


def legal_idempotency_key(key: str) -> str:
    """The key itself. Raises RefusedBeforeSending unless a header can carry it unchanged."""
    if not key or len(key) > 255 or not all("!" <= character <= "~" for character in key):
        raise RefusedBeforeSending(
            "An idempotency key must be 1 to 255 visible ASCII characters.",
            hint="Use a new UUID for each intended change.",
        )
    return key
