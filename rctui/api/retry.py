"""Whether a request is repeated, and after how long: one pure function.

A read may be repeated whenever that could help. A write is repeated only where the server
certainly did not act: it said so (423, 429), or no byte of the request left. A write with an
idempotency key may also be repeated when nobody knows, because the server then acts once.
"""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from rctui.api.errors import ApiError, NotSent, RateLimited, ResourceLocked

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rctui.api.request import Request

READ_RETRIES: Final = 3
NOT_SENT_RETRIES: Final = 3
UNKNOWN_RETRIES: Final = 2
"""Of a write with an idempotency key whose outcome nobody knows."""

LONGEST_PAUSE_S: Final = 30.0
FIRST_PAUSE_S: Final = 0.5
RATE_PAUSE_S: Final = 1.0
"""The shortest wait after 429, whatever the server says."""
_SPREAD: Final = 0.2
"""How much jitter adds at the most, as a share of the wait that the server named."""


class Repeatable(Enum):
    """How much harm a repetition can do."""

    READ = auto()
    WRITE = auto()
    KEYED_WRITE = auto()
    """With an idempotency key."""


def repeatable(request: Request) -> Repeatable:
    """Which rule a request falls under."""
    if not request.is_write:
        return Repeatable.READ
    return Repeatable.WRITE if request.idempotency_key is None else Repeatable.KEYED_WRITE


def pause_s(kind: Repeatable, failures: Sequence[ApiError], jitter: float) -> float | None:
    """Seconds to wait before the next attempt, or `None` to give up.

    `failures` are those of this request so far, newest last and at least one; `jitter` is a
    random number from 0 up to 1.
    """
    if not _may_repeat(kind, failures):
        return None
    return min(LONGEST_PAUSE_S, _wait_s(failures[-1], len(failures), jitter))


def _may_repeat(kind: Repeatable, failures: Sequence[ApiError]) -> bool:
    if kind is Repeatable.READ:
        return _helps_a_read(failures[-1]) and len(failures) <= READ_RETRIES
    return _may_repeat_write(failures) or (
        kind is Repeatable.KEYED_WRITE and _may_repeat_unknown(failures)
    )


def _helps_a_read(failure: ApiError) -> bool:
    status = failure.status or 0
    return failure.retryable or status in {423, 429} or 500 <= status <= 599


def _may_repeat_write(failures: Sequence[ApiError]) -> bool:
    newest = failures[-1]
    if newest.may_have_applied:
        return False
    for kind, at_most in ((ResourceLocked, 1), (RateLimited, 1), (NotSent, NOT_SENT_RETRIES)):
        if isinstance(newest, kind):
            met = sum(isinstance(failure, kind) for failure in failures)
            return met <= at_most and newest.retryable
    return False


def _may_repeat_unknown(failures: Sequence[ApiError]) -> bool:
    unknown = sum(failure.may_have_applied for failure in failures)
    return failures[-1].may_have_applied and unknown <= UNKNOWN_RETRIES


def _wait_s(failure: ApiError, attempts: int, jitter: float) -> float:
    named = _named_wait_s(failure)
    if named > 0:
        return float(named * (1 + _SPREAD * jitter))
    growing = FIRST_PAUSE_S * 2 ** (attempts - 1)
    floor = RATE_PAUSE_S if isinstance(failure, RateLimited) else 0.0
    return float(max(floor, growing * (0.5 + jitter / 2)))


def _named_wait_s(failure: ApiError) -> float:
    """The longer of the two waits that the server named; 0 for neither."""
    named = max((failure.told.backoff_ms or 0) / 1000, float(failure.told.retry_after_s or 0))
    if named > 0 and isinstance(failure, RateLimited):
        return max(named, RATE_PAUSE_S)
    return max(0.0, min(named, LONGEST_PAUSE_S))
