from __future__ import annotations

from datetime import UTC
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from rctui.text import moments

BERLIN = ZoneInfo("Europe/Berlin")
THIRD_OF_DECEMBER = 1_796_285_640_000  # 2026-12-03 08:14:00 UTC


def test_a_sentence_names_the_day_and_both_clocks_without_idle_seconds() -> None:
    ms = THIRD_OF_DECEMBER
    assert moments.day_and_minute(ms, BERLIN).plain == "3 Dec 2026, 09:14"
    assert moments.both_clocks(ms, BERLIN).plain == "3 Dec 2026, 09:14 CET (08:14 UTC)"
    assert moments.both_clocks(ms + 7_000, UTC).plain == "3 Dec 2026, 08:14:07 UTC"
    midnight = ms + 15 * moments.HOUR_MS
    shown = moments.both_clocks(midnight, BERLIN).plain
    assert shown == "4 Dec 2026, 00:14 CET (3 Dec 2026, 23:14 UTC)"
    assert moments.both_clocks(10**19, UTC).plain == f"{10**19} ms"


def test_one_instant_in_every_form() -> None:
    assert moments.day(THIRD_OF_DECEMBER, BERLIN).plain == "3 Dec 2026"
    assert moments.date(THIRD_OF_DECEMBER, BERLIN).plain == "2026-12-03"
    assert moments.minute(THIRD_OF_DECEMBER, BERLIN).plain == "2026-12-03 09:14"
    assert moments.clock_minute(THIRD_OF_DECEMBER, UTC).plain == "08:14"
    assert moments.clock_second(THIRD_OF_DECEMBER, UTC).plain == "08:14:00"


def test_details_show_both_clocks() -> None:
    shown = moments.local_and_utc(THIRD_OF_DECEMBER, BERLIN).plain
    assert shown == "2026-12-03 09:14:00 CET (08:14:00 UTC)"
    assert moments.local_and_utc(THIRD_OF_DECEMBER, UTC).plain == "2026-12-03 08:14:00 UTC"


def test_the_other_day_is_named_where_the_clocks_disagree_on_it() -> None:
    late = THIRD_OF_DECEMBER + 15 * moments.HOUR_MS
    shown = moments.local_and_utc(late, BERLIN).plain
    assert shown == "2026-12-04 00:14:00 CET (2026-12-03 23:14:00 UTC)"


def test_a_detail_is_relative_local_and_utc() -> None:
    shown = moments.in_full(THIRD_OF_DECEMBER, THIRD_OF_DECEMBER - 9 * moments.DAY_MS, BERLIN)
    assert shown.plain == "2026-12-03 09:14:00 CET (08:14:00 UTC, in 9 d)"


def test_a_distance_is_said_in_its_largest_unit() -> None:
    now = THIRD_OF_DECEMBER
    assert moments.distance(now + 9 * moments.DAY_MS, now).plain == "in 9 d"
    assert moments.distance(now - 3 * moments.HOUR_MS, now).plain == "3 h ago"
    assert moments.distance(now + 5_000, now).plain == "just now"
    assert moments.span(30_000).plain == "less than a minute"


def test_a_day_that_is_near_goes_without_its_year() -> None:
    now = THIRD_OF_DECEMBER
    assert moments.near_day(now + 9 * moments.DAY_MS, now, UTC).plain == "12 Dec"
    assert moments.near_day(now + 360 * moments.DAY_MS, now, UTC).plain == "28 Nov 2027"
    assert moments.near_day(10**19, 10**19, UTC).plain == f"{10**19} ms"


def test_a_span_is_said_to_the_nearest_unit() -> None:
    shown = {
        7 * moments.DAY_MS - 1: "7 d",
        6 * moments.DAY_MS + 13 * moments.HOUR_MS: "7 d",
        6 * moments.DAY_MS + 11 * moments.HOUR_MS: "6 d",
        moments.DAY_MS - 1: "1 d",
        23 * moments.HOUR_MS + 29 * moments.MINUTE_MS: "23 h",
        moments.HOUR_MS - 1: "1 h",
        moments.MINUTE_MS: "1 min",
        365 * moments.DAY_MS - 1: "1 y",
        364 * moments.DAY_MS: "364 d",
    }
    assert {ms: moments.span(ms).plain for ms in shown} == shown
    assert moments.span(-7 * moments.DAY_MS + 1).plain == "7 d"


@given(st.integers(moments.MINUTE_MS, 100 * 365 * moments.DAY_MS))
def test_a_span_is_off_by_half_a_unit_at_the_most(ms: int) -> None:
    number, unit = moments.span(ms).plain.split()
    unit_ms = {"min": 1, "h": 60, "d": 24 * 60, "y": 365 * 24 * 60}[unit] * moments.MINUTE_MS
    assert 1 <= int(number) * unit_ms <= ms + unit_ms // 2
    assert int(number) * unit_ms >= ms - unit_ms // 2
    assert int(number) < {"min": 60, "h": 24, "d": 365, "y": 101}[unit]


@given(st.integers(), st.integers())
def test_no_number_is_too_odd(ms: int, now_ms: int) -> None:
    for form in (moments.day, moments.date, moments.minute, moments.local_and_utc):
        assert form(ms).plain
    assert moments.distance(ms, now_ms).plain


def test_beyond_the_calendar_the_number_itself_is_shown() -> None:
    assert moments.date(2**63 - 1).plain == "9223372036854775807 ms"
    assert moments.date(10**5000).plain == "out of range"
