"""What one attempt brings back, before anyone reads it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Reply:
    """What came over the line, good or bad."""

    status: int
    headers: Mapping[str, str] = field(repr=False)
    """Names in lower case, or without regard to case."""
    body: bytes = b""


@dataclass(frozen=True, slots=True)
class Answer:
    """A 2xx, or the 302 that a request asked for."""

    status: int
    body: bytes
    request_id: str | None = None
    url: str = ""
    """The absolute URL that was asked, without its query."""
    location: str | None = field(default=None, repr=False)
    """Where a 302 points. May be a signed address: a secret."""
