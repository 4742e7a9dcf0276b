"""Moments as days from the start of the demo."""

from __future__ import annotations

from typing import Final, NamedTuple

DAY_MS: Final = 86_400_000


class Calendar(NamedTuple):
    """Turns days from now into milliseconds since the epoch."""

    now_ms: int

    def day(self, days: float) -> int:
        """The moment `days` from now; a negative number lies in the past."""
        return self.now_ms + round(days * DAY_MS)

    def day_or_none(self, days: float | None) -> int | None:
        """The same where there may be no moment at all."""
        return None if days is None else self.day(days)
