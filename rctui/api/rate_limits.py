"""What the headers of answers say about the request budget.

The budget is counted per key and minute in several domains, and shared with everyone who uses
the same key. Which domain a request draws on is a property of the endpoint, not of its URL.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

_USAGE: Final = "revenuecat-rate-limit-current-usage"
_LIMIT: Final = "revenuecat-rate-limit-current-limit"
_DIGITS_AT_MOST: Final = 9


class RateDomain(StrEnum):
    """The budgets that rctui draws on, by RevenueCat's names."""

    CUSTOMER_INFORMATION = "customer_information"
    CURRENCY_WRITES = "virtual_currencies_create_transaction"
    PROJECT_CONFIGURATION = "project_configuration"


@dataclass(frozen=True, slots=True)
class Budget:
    """One domain's budget as the newest answer told it."""

    used: int
    """Requests of the running minute, that one included; other programs' too."""
    limit: int
    """Requests a minute."""
    seen_at_ms: int
    """When it was told, in ms since the epoch."""

    @property
    def left(self) -> int:
        """Requests that still fit into the minute; never below zero."""
        return max(0, self.limit - self.used)


class RateLimits:
    """The newest budget of each domain."""

    def __init__(self) -> None:
        self._budgets: dict[RateDomain, Budget] = {}

    def note(self, domain: RateDomain, headers: Mapping[str, str], now_ms: int) -> None:
        """Read an answer's headers; those that are missing or make no sense change nothing."""
        lower = {name.lower(): value for name, value in headers.items()}
        used, limit = _count(lower.get(_USAGE)), _count(lower.get(_LIMIT))
        if used is not None and limit:
            self._budgets[domain] = Budget(used, limit, now_ms)

    def budget(self, domain: RateDomain) -> Budget | None:
        """What is known of a domain; `None` before its first answer."""
        return self._budgets.get(domain)


def _count(text: str | None) -> int | None:
    """A plain number of requests, or nothing."""
    digits = (text or "").strip()
    plain = digits.isascii() and digits.isdigit() and len(digits) <= _DIGITS_AT_MOST
    return int(digits) if plain else None
