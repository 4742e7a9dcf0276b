"""Instants in words. Everything takes milliseconds since the epoch, as the API gives them.

One rule for dates. A sentence, in a verdict, a dialog, a review or a notice, says `3 Dec 2026`:
`day`, `day_and_minute` where the hour matters, `both_clocks` where it is what is asked for, and
`near_day` where two of them share a cell. A column, and a field with its name beside it, holds
`2026-12-03`, which lines up and sorts: `date`, `minute`, `local_and_utc`, `in_full`. Files and JSON
have their own exact form.

No function here raises: a date that a calendar can't hold is shown as the number it is.
"""

from __future__ import annotations

from datetime import UTC, datetime, tzinfo
from typing import Final

from rctui.text.safe_text import SafeText, label, phrase, trusted

MINUTE_MS: Final = 60_000
HOUR_MS: Final = 60 * MINUTE_MS
DAY_MS: Final = 24 * HOUR_MS

_MONTHS: Final = (
    "Jan",
    "Feb",
    "Mar",
    "Apr",
    "May",
    "Jun",
    "Jul",
    "Aug",
    "Sep",
    "Oct",
    "Nov",
    "Dec",
)
_YEAR_MS: Final = 365 * DAY_MS
_WITHOUT_A_YEAR_MS: Final = 300 * DAY_MS
_SPANS: Final = (
    (_YEAR_MS, DAY_MS, "y"),
    (DAY_MS, HOUR_MS, "d"),
    (HOUR_MS, MINUTE_MS, "h"),
    (MINUTE_MS, MINUTE_MS, "min"),
)
"""Each unit with the next smaller one, and its name."""


def moment(ms: int, zone: tzinfo | None = None) -> datetime | None:
    """The instant in a zone (the local one where none is given); `None` beyond the calendar."""
    try:
        return datetime.fromtimestamp(ms / 1000, UTC).astimezone(zone)
    except (ValueError, OverflowError, OSError):
        return None


def day(ms: int, zone: tzinfo | None = None) -> SafeText:
    """`3 Dec 2026`, for sentences."""
    when = moment(ms, zone)
    if when is None:
        return _raw(ms)
    return trusted(f"{when.day} {_MONTHS[when.month - 1]} {when.year}")


def near_day(ms: int, now_ms: int, zone: tzinfo | None = None) -> SafeText:
    """`3 Dec`, with the year where it is not the coming or the past one of that name."""
    if abs(ms - now_ms) > _WITHOUT_A_YEAR_MS:
        return day(ms, zone)
    when = moment(ms, zone)
    return _raw(ms) if when is None else trusted(f"{when.day} {_MONTHS[when.month - 1]}")


def day_and_minute(ms: int, zone: tzinfo | None = None) -> SafeText:
    """`3 Dec 2026, 09:14`, for sentences."""
    when = moment(ms, zone)
    return _raw(ms) if when is None else trusted(f"{day(ms, zone).plain}, {when:%H:%M}")


def both_clocks(ms: int, zone: tzinfo | None = None) -> SafeText:
    """`3 Dec 2026, 09:14 CET (08:14 UTC)`, for sentences; seconds where there are some."""
    here, there = moment(ms, zone), moment(ms, UTC)
    if here is None or there is None:
        return _raw(ms)
    clock = "%H:%M:%S" if here.second else "%H:%M"
    if here.utcoffset() == there.utcoffset():
        return trusted(f"{day(ms, UTC).plain}, {there:{clock}} UTC")
    other = "" if here.date() == there.date() else f"{day(ms, UTC).plain}, "
    return trusted(f"{day(ms, zone).plain}, {here:{clock} %Z} ({other}{there:{clock}} UTC)")


def date(ms: int, zone: tzinfo | None = None) -> SafeText:
    """`2026-12-03`, for columns."""
    when = moment(ms, zone)
    return _raw(ms) if when is None else trusted(f"{when:%Y-%m-%d}")


def minute(ms: int, zone: tzinfo | None = None) -> SafeText:
    """`2026-12-03 09:14`."""
    when = moment(ms, zone)
    return _raw(ms) if when is None else trusted(f"{when:%Y-%m-%d %H:%M}")


def clock_minute(ms: int, zone: tzinfo | None = None) -> SafeText:
    """`09:14`, for "as of"."""
    when = moment(ms, zone)
    return _raw(ms) if when is None else trusted(f"{when:%H:%M}")


def clock_second(ms: int, zone: tzinfo | None = None) -> SafeText:
    """`09:14:03`, for lists of what happened today."""
    when = moment(ms, zone)
    return _raw(ms) if when is None else trusted(f"{when:%H:%M:%S}")


def clock_difference(ahead_ms: int) -> SafeText:
    """`the server's clock is 3 min ahead`, or `behind`; whole hours from two hours on."""
    minutes = round(abs(ahead_ms) / 60_000)
    side = label("ahead") if ahead_ms > 0 else label("behind")
    if minutes >= 120:
        return phrase("the server's clock is {} h {}", round(minutes / 60), side)
    return phrase("the server's clock is {} min {}", minutes, side)


def local_and_utc(ms: int, zone: tzinfo | None = None) -> SafeText:
    """`2026-12-03 09:14:00 CET (08:14:00 UTC)`: both clocks, for details."""
    here, there = moment(ms, zone), moment(ms, UTC)
    if here is None or there is None:
        return _raw(ms)
    if here.utcoffset() == there.utcoffset():
        return trusted(f"{there:%Y-%m-%d %H:%M:%S} UTC")
    other = f"{there:%H:%M:%S}" if here.date() == there.date() else f"{there:%Y-%m-%d %H:%M:%S}"
    return trusted(f"{here:%Y-%m-%d %H:%M:%S %Z} ({other} UTC)")


def in_full(ms: int, now_ms: int, zone: tzinfo | None = None) -> SafeText:
    """`2026-12-03 09:14:00 CET (08:14:00 UTC, in 9 d)`: local, UTC and how far from now."""
    both, far = local_and_utc(ms, zone).plain, distance(ms, now_ms).plain
    if both.endswith(")"):
        return trusted(f"{both.removesuffix(')')}, {far})")
    return trusted(f"{both} ({far})")


def span(ms: int) -> SafeText:
    """How long, in its largest unit, to the nearest one: `9 d`, `3 h`, `less than a minute`.

    A week that was granted a moment ago is `7 d`.
    """
    length = abs(ms)
    if length > 10**18:
        return label("out of range")
    for unit_ms, smaller_ms, unit in _SPANS:
        # As the smaller unit would say it: never `24 h` nor `60 min`.
        if length >= MINUTE_MS and _nearest(length, smaller_ms) * smaller_ms >= unit_ms:
            return trusted(f"{_nearest(length, unit_ms)} {unit}")
    return label("less than a minute")


def distance(ms: int, now_ms: int) -> SafeText:
    """How far an instant is from another: `in 9 d`, `3 h ago`."""
    if abs(ms - now_ms) < MINUTE_MS:
        return label("just now")
    how_far = span(ms - now_ms).plain
    return trusted(f"in {how_far}" if ms > now_ms else f"{how_far} ago")


def _nearest(length: int, unit_ms: int) -> int:
    return (length + unit_ms // 2) // unit_ms


def _raw(ms: int) -> SafeText:
    return trusted(f"{ms} ms" if abs(ms) < 10**20 else "out of range")
