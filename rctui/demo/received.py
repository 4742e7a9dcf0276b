"""What the server was asked, for tests that count requests and writes."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import Final

MOST_KEPT: Final = 10_000


@dataclass
class Received:
    """One request, and what became of it."""

    method: str
    path: str
    """As it was sent: still encoded, without the query."""
    query: str
    body: bytes
    operation: str | None
    """The name of the operation; None for a path or method that the service doesn't have."""
    idempotency_key: str | None = None
    request_id: str = ""
    applied: bool = False
    """Whether a write was carried out by this very request; a replayed one was not."""
    status: int | None = None
    """What was answered; None as long as nothing was, or when the line was cut before."""

    @property
    def is_write(self) -> bool:
        """Whether it wanted to change something."""
        return self.method not in {"GET", "HEAD"}


class ReceivedLog(deque[Received]):
    """The latest requests, oldest first."""

    def __init__(self, keep: int = MOST_KEPT) -> None:
        super().__init__(maxlen=keep)

    @property
    def writes(self) -> list[Received]:
        """The requests that wanted to change something."""
        return [one for one in self if one.is_write]

    @property
    def applied(self) -> list[Received]:
        """The writes that were carried out."""
        return [one for one in self if one.applied]

    def named(self, operation: str) -> list[Received]:
        """The requests for one operation."""
        return [one for one in self if one.operation == operation]
