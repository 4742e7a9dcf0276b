"""Counting requests per key, domain and minute, as the service does."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from rctui.demo.problems import rate_limited

CUSTOMER_INFORMATION: Final = "customer_information"
CURRENCY_WRITES: Final = "virtual_currencies_create_transaction"
PROJECT_CONFIGURATION: Final = "project_configuration"

_DEFAULTS: Final = {CUSTOMER_INFORMATION: 480, CURRENCY_WRITES: 480, PROJECT_CONFIGURATION: 60}
_WINDOW_MS: Final = 60_000


@dataclass
class RateLimits:
    """Requests counted so far, and how many a minute may hold."""

    limits: dict[str, int] = field(default_factory=lambda: dict(_DEFAULTS))
    """Requests per minute for each domain; change it at any time."""
    enforced: bool = True
    """Whether requests beyond the limit are refused; they are counted either way."""
    _used: dict[tuple[str, str], int] = field(default_factory=dict)
    _window: int = -1

    def count(self, key: str, domain: str, now_ms: int) -> dict[str, str]:
        """Count one request and give the headers that tell the usage; refuse one too many."""
        self._open_window(now_ms // _WINDOW_MS)
        used = self._used.get((key, domain), 0) + 1
        limit = self.limits[domain]
        if self.enforced and used > limit:
            raise rate_limited(_WINDOW_MS - now_ms % _WINDOW_MS)
        self._used[key, domain] = used
        return {
            "RevenueCat-Rate-Limit-Current-Usage": str(used),
            "RevenueCat-Rate-Limit-Current-Limit": str(limit),
        }

    def _open_window(self, window: int) -> None:
        if window != self._window:
            self._window = window
            self._used.clear()
