"""When a grant shall end, as a person types it: `30`, `life`, `+10d`, `fri 18:00`, `2026-12-24`.

Wall clock times are those of the reader's zone, or of UTC with `utc` behind them. A time that a
change of the clocks leaves out or repeats is refused with the choices, never guessed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from rctui.customers.changes.calendar_steps import day_end, instants, months_later
from rctui.customers.changes.errors import BadGrantEnd
from rctui.text import moments
from rctui.text.moments import DAY_MS, HOUR_MS
from rctui.text.safe_text import SafeText, join, label, phrase

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import tzinfo

LIFETIME_YEARS: Final = 200
"""What a grant for life is: RevenueCat's own lifetime grants end that far away."""

PRESETS: Final = ("1", "3", "7", "14", "30", "90", "365", "life")

_HOW: Final = "Days (30), 1mo, life, +10d, fri 18:00, 2026-12-24 or 2026-12-24 18:00."
_LENGTH: Final = re.compile(r"(\+?)\s*([0-9]{1,6})\s*([a-z]*)")
_MOMENT: Final = re.compile(
    r"(?:(?P<date>[0-9]{4}-[0-9]{1,2}-[0-9]{1,2})|(?P<weekday>[a-z]{3,9}))?"
    r"(?:(?:^|\s+|(?<=[0-9])t)(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2}))?"
    r"(?:\s*(?P<utc>utc|z))?"
)
_WEEKDAYS: Final = (
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
)  # fmt: skip
_HOURS: Final = ("h", "hour", "hours")
_DAYS: Final[Mapping[str, int]] = {
    "": 1, "d": 1, "day": 1, "days": 1, "w": 7, "week": 7, "weeks": 7,
}  # fmt: skip
_MONTHS: Final[Mapping[str, int]] = {
    "mo": 1, "month": 1, "months": 1, "y": 12, "year": 12, "years": 12,
}  # fmt: skip


class There(Enum):
    """What is known about the access that is there already."""

    NONE = auto()
    UNTIL = auto()
    ENDLESS = auto()
    NOT_KNOWN = auto()


@dataclass(frozen=True, slots=True)
class AccessThere:
    """The access that a `+10d` is counted from."""

    what: There
    until_ms: int = 0
    """Its end, for `UNTIL`."""


@dataclass(frozen=True, slots=True)
class GrantEnd:
    """The end of a grant."""

    at_ms: int
    said: SafeText = label("")
    """What is worth saying about how it was found, or empty."""


def read_grant_end(
    text: str,
    *,
    now_ms: int,
    zone: tzinfo | None = None,
    there: AccessThere = AccessThere(There.NOT_KNOWN),
) -> GrantEnd:
    """The end that somebody typed. Raises BadGrantEnd; an end in the past is not refused here."""
    typed = " ".join(text.lower().split())
    if not typed:
        raise BadGrantEnd("Until when?", hint=_HOW, field="end")
    try:
        return _read(typed, now_ms, zone, there)
    except (ValueError, OverflowError, OSError) as error:
        raise BadGrantEnd("The end is beyond every calendar.", field="end") from error


def _read(typed: str, now_ms: int, zone: tzinfo | None, there: AccessThere) -> GrantEnd:
    if typed in ("life", "lifetime"):
        end = months_later(now_ms, 12 * LIFETIME_YEARS, zone)
        return GrantEnd(end.at_ms, phrase("For life: {} years.", LIFETIME_YEARS))
    length = _LENGTH.fullmatch(typed)
    if length:
        return _after(length, now_ms, zone, there)
    moment = _MOMENT.fullmatch(typed)
    if moment and any(moment[part] for part in ("date", "weekday", "hour")):
        return _at(moment, typed, now_ms, UTC if moment["utc"] else zone)
    raise _unreadable(typed)


def _unreadable(typed: str) -> BadGrantEnd:
    return BadGrantEnd(f"{typed[:40]!a} is not a length or a date.", hint=_HOW, field="end")


def _after(length: re.Match[str], now_ms: int, zone: tzinfo | None, there: AccessThere) -> GrantEnd:
    plus, number, unit = length[1], int(length[2]), length[3]
    start, counted = _start(now_ms, there) if plus else (now_ms, label(""))
    if unit in _HOURS:
        return GrantEnd(start + number * HOUR_MS, counted)
    if unit in _DAYS:
        return GrantEnd(start + number * _DAYS[unit] * DAY_MS, counted)
    if unit not in _MONTHS:
        raise _unreadable(length[0])
    later = months_later(start, number * _MONTHS[unit], zone)
    shorter = label("That month is shorter: its last day.") if later.is_shorter else label("")
    return GrantEnd(later.at_ms, join(" ", [one for one in (counted, shorter) if one.plain]))


def _start(now_ms: int, there: AccessThere) -> tuple[int, SafeText]:
    """What a `+` counts from, in words too."""
    if there.what is There.NOT_KNOWN:
        raise BadGrantEnd(
            "When the access that is there ends is not known, so nothing can be added to it.",
            hint="Type the number of days from now, or a date.",
            field="end",
        )
    if there.what is There.ENDLESS:
        raise BadGrantEnd(
            "The access that is there has no end, so nothing can be added to it.", field="end"
        )
    if there.what is There.NONE or there.until_ms <= now_ms:
        return now_ms, label("There is no access yet: counted from now.")
    return there.until_ms, label("Counted from the end of the access that is there.")


def _at(moment: re.Match[str], typed: str, now_ms: int, zone: tzinfo | None) -> GrantEnd:
    now = moments.moment(now_ms, zone)
    if now is None:
        raise _unreadable(typed)
    has_time = moment["hour"] is not None
    try:
        clock = timedelta(hours=int(moment["hour"] or 0), minutes=int(moment["minute"] or 0))
        if clock >= timedelta(days=1) or int(moment["minute"] or 0) > 59:
            raise ValueError
        wall = _date(moment, typed, now, clock if has_time else timedelta(days=1)) + clock
    except ValueError as error:
        raise BadGrantEnd(
            f"{typed[:40]!a} is no time of any calendar.", hint=_HOW, field="end"
        ) from error
    if not has_time:
        return GrantEnd(day_end(wall, zone), label("To the end of that day."))
    return GrantEnd(_one_instant(wall, zone))


def _date(moment: re.Match[str], typed: str, now: datetime, clock: timedelta) -> datetime:
    """The start of the day that is meant: the next one at which `clock` is still to come."""
    if moment["date"]:
        year, month, day = (int(part) for part in moment["date"].split("-"))
        return datetime(year, month, day)
    today = datetime(now.year, now.month, now.day)
    is_to_come = today + clock > now.replace(tzinfo=None)
    if not moment["weekday"]:
        return today if is_to_come else today + timedelta(days=1)
    days = [place for place, name in enumerate(_WEEKDAYS) if name.startswith(moment["weekday"])]
    if len(days) != 1:
        raise _unreadable(typed)
    ahead = (days[0] - now.weekday()) % 7
    return today + timedelta(days=ahead if ahead or is_to_come else 7)


def _one_instant(wall: datetime, zone: tzinfo | None) -> int:
    found = instants(wall, zone)
    if not found:
        raise BadGrantEnd(
            f"{wall:%H:%M} is left out on {wall:%Y-%m-%d}: the clocks go forward.",
            hint="Type an earlier or a later time.",
            field="end",
        )
    if len(found) > 1:
        first, second = (f"{datetime.fromtimestamp(ms / 1000, UTC):%Y-%m-%d %H:%M}" for ms in found)
        raise BadGrantEnd(
            f"{wall:%H:%M} comes twice on {wall:%Y-%m-%d}: the clocks go back.",
            hint=f"Type {first} utc for the first time, {second} utc for the second.",
            field="end",
        )
    return found[0]
