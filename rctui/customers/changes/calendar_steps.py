"""Steps on a wall clock, whose days need not have 24 hours nor its months the same days."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import tzinfo


@dataclass(frozen=True, slots=True)
class MonthsLater:
    """The same day of a later month."""

    at_ms: int
    is_shorter: bool
    """Whether that month has no such day, so that its last day was taken."""


def to_ms(when: datetime) -> int:
    """An instant in ms since the epoch, exactly."""
    return (when - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(milliseconds=1)


def instants(wall: datetime, zone: tzinfo | None) -> list[int]:
    """When clocks show a time: once, never in a gap, or twice; earliest first.

    Raises ValueError, OverflowError or OSError beyond the calendar.
    """
    found = (_as_if(wall, zone, fold) for fold in (0, 1))
    return sorted({to_ms(when) for when in found if _shown(when, zone) == wall})


def months_later(start_ms: int, months: int, zone: tzinfo | None) -> MonthsLater:
    """The same day and time some months later; the last day of a month that is shorter.

    A time that doesn't exist then is moved by as much as the clocks are; of two the later one.
    Raises ValueError, OverflowError or OSError beyond the calendar.
    """
    start = _shown(datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=start_ms), zone)
    years, month = divmod(start.month - 1 + months, 12)
    year, month = start.year + years, month + 1
    last = calendar.monthrange(year, month)[1]
    wall = start.replace(year=year, month=month, day=min(start.day, last))
    when = instants(wall, zone) or [to_ms(_as_if(wall, zone, 0))]
    return MonthsLater(when[-1], is_shorter=start.day > last)


def day_end(day: datetime, zone: tzinfo | None) -> int:
    """The last second of a day. Raises ValueError, OverflowError or OSError beyond the calendar."""
    wall = day.replace(hour=23, minute=59, second=59)
    when = instants(wall, zone)
    return when[-1] if when else to_ms(_as_if(wall, zone, 0))


def _as_if(wall: datetime, zone: tzinfo | None, fold: int) -> datetime:
    marked = wall.replace(fold=fold)
    aware = marked.astimezone() if zone is None else marked.replace(tzinfo=zone)
    return aware.astimezone(UTC)


def _shown(when: datetime, zone: tzinfo | None) -> datetime:
    return when.astimezone(zone).replace(tzinfo=None, fold=0)
