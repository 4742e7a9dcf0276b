"""One finished request, as a line for people."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RequestRecord:
    """What was asked, what came back and how long it took. Never holds the key or a query."""

    at_ms: int
    """When it began, in ms since the epoch."""
    method: str
    path: str
    """Below the base URL, ids percent-encoded, without the query: that may hold an e-mail."""
    status: int | None
    """Of the last attempt; `None` where no answer came."""
    elapsed_ms: int
    """From the first attempt to the end of the last, waits included."""
    request_id: str | None
    retries: int
    """Attempts beyond the first."""
    rate_left: int | None
    """Requests left in the minute's budget after this one, where the server tells."""
    rate_limit: int | None
    server_ahead_ms: int | None = None
    """By how much the server's clock is ahead of this one's, where the answer tells."""
    of_catalogue: bool = False
    """Whether it drew on the catalogue's budget and not on that of customers."""
    outcome: str = ""
    """In words where it did not go well, such as `not sent`; empty otherwise."""
