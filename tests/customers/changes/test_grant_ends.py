from __future__ import annotations

from datetime import UTC, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from rctui.customers.changes.errors import BadGrantEnd
from rctui.customers.changes.grant_ends import PRESETS, AccessThere, GrantEnd, There, read_grant_end
from rctui.text.moments import DAY_MS, HOUR_MS

BERLIN = ZoneInfo("Europe/Berlin")
THURSDAY = datetime(2026, 12, 3, 9, 14, tzinfo=UTC)


def ms(when: datetime) -> int:
    return int(when.timestamp() * 1000)


def utc(*parts: int) -> int:
    return ms(datetime(*parts, tzinfo=UTC))  # type: ignore[arg-type,misc]


NOTHING = AccessThere(There.NONE)


def read(
    text: str,
    now: datetime = THURSDAY,
    zone: tzinfo | None = UTC,
    there: AccessThere = NOTHING,
) -> GrantEnd:
    return read_grant_end(text, now_ms=ms(now), zone=zone, there=there)


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("7", utc(2026, 12, 10, 9, 14)),
        ("7d", utc(2026, 12, 10, 9, 14)),
        (" 2 weeks ", utc(2026, 12, 17, 9, 14)),
        ("12h", utc(2026, 12, 3, 21, 14)),
        ("1mo", utc(2027, 1, 3, 9, 14)),
        ("2y", utc(2028, 12, 3, 9, 14)),
        ("life", utc(2226, 12, 3, 9, 14)),
        ("LIFETIME", utc(2226, 12, 3, 9, 14)),
        ("fri 18:00", utc(2026, 12, 4, 18, 0)),
        ("Friday 18:00", utc(2026, 12, 4, 18, 0)),
        ("thu 18:00", utc(2026, 12, 3, 18, 0)),
        ("thu 09:00", utc(2026, 12, 10, 9, 0)),
        ("thu 09:14", utc(2026, 12, 10, 9, 14)),
        ("thu", utc(2026, 12, 3, 23, 59, 59)),
        ("18:00", utc(2026, 12, 3, 18, 0)),
        ("9:00", utc(2026, 12, 4, 9, 0)),
        ("2026-12-24", utc(2026, 12, 24, 23, 59, 59)),
        ("2026-12-24 18:00", utc(2026, 12, 24, 18, 0)),
        ("2026-12-24T18:00", utc(2026, 12, 24, 18, 0)),
        ("2026-12-24T18:00Z", utc(2026, 12, 24, 18, 0)),
        ("2028-02-29", utc(2028, 2, 29, 23, 59, 59)),
        ("2020-01-01", utc(2020, 1, 1, 23, 59, 59)),
    ],
)
def test_an_end_is_read_as_it_is_meant(text: str, end: int) -> None:
    assert read(text).at_ms == end


@pytest.mark.parametrize(
    "text",
    [
        *("", "  ", "soon", "7x", "-7", "1e3", "1.5", "٥", "7 7", "2027-02-29", "2026-13-01"),
        *("25:00", "18:60", "2026-12-24 24:00", "t 18:00", "utc", "9999y", "1796256000000"),
        *("9999-12-31 23:59 fri", "0000-01-01", "s 18:00", "+", "+fri"),
    ],
)
def test_what_is_no_end_is_refused(text: str) -> None:
    with pytest.raises(BadGrantEnd) as refusal:
        read(text)
    assert refusal.value.field == "end"


def test_wall_clock_times_are_the_readers_and_utc_can_be_named() -> None:
    assert read("2026-12-24 18:00", zone=BERLIN).at_ms == utc(2026, 12, 24, 17, 0)
    assert read("2026-12-24 18:00 utc", zone=BERLIN).at_ms == utc(2026, 12, 24, 18, 0)
    assert read("2026-12-24", zone=BERLIN).at_ms == utc(2026, 12, 24, 22, 59, 59)


def test_a_weekday_is_the_readers_too() -> None:
    late = datetime(2026, 12, 3, 23, 30, tzinfo=UTC)  # Friday 00:30 in Berlin
    assert read("fri 18:00", now=late, zone=BERLIN).at_ms == utc(2026, 12, 4, 17, 0)


def test_days_are_of_24_hours_when_the_clocks_change() -> None:
    before = datetime(2026, 10, 24, 12, 0, tzinfo=UTC)
    assert read("1", now=before, zone=BERLIN).at_ms == ms(before) + DAY_MS


def test_a_time_that_the_clocks_leave_out_is_refused() -> None:
    with pytest.raises(BadGrantEnd, match="left out"):
        read("2027-03-28 02:30", zone=BERLIN)


def test_a_time_that_comes_twice_is_asked_for_with_both_choices() -> None:
    with pytest.raises(BadGrantEnd, match="comes twice") as refusal:
        read("2027-10-31 02:30", zone=BERLIN)
    hint = refusal.value.hint
    assert "2027-10-31 00:30 utc for the first" in hint
    assert "2027-10-31 01:30 utc for the second" in hint
    assert read("2027-10-31 00:30 utc", zone=BERLIN).at_ms == utc(2027, 10, 31, 0, 30)


def test_the_end_of_a_day_that_ends_twice_is_the_later_one() -> None:
    # Clocks in Santiago go back from 24:00 to 23:00.
    assert read("2027-04-03", zone=ZoneInfo("America/Santiago")).at_ms == utc(2027, 4, 4, 3, 59, 59)


def test_a_shorter_month_gives_its_last_day_and_that_is_said() -> None:
    end = read("1mo", now=datetime(2027, 1, 31, 9, 14, tzinfo=UTC))
    assert end.at_ms == utc(2027, 2, 28, 9, 14)
    assert "shorter" in end.said.plain
    assert read("1y", now=datetime(2028, 2, 29, tzinfo=UTC)).at_ms == utc(2029, 2, 28)
    assert not read("1mo", now=datetime(2027, 2, 28, tzinfo=UTC)).said.plain


def test_a_month_keeps_the_time_on_the_clock() -> None:
    now = datetime(2027, 3, 1, 12, 0, tzinfo=BERLIN)
    assert read("1mo", now=now, zone=BERLIN).at_ms == ms(datetime(2027, 4, 1, 12, 0, tzinfo=BERLIN))


def test_plus_counts_from_the_end_of_the_access_that_is_there() -> None:
    there = AccessThere(There.UNTIL, ms(THURSDAY) + 9 * DAY_MS)
    end = read("+10d", there=there)
    assert end.at_ms == ms(THURSDAY) + 19 * DAY_MS
    assert "end of the access" in end.said.plain
    assert read("+ 2h", there=there).at_ms == ms(THURSDAY) + 9 * DAY_MS + 2 * HOUR_MS
    assert read("10d", there=there).at_ms == ms(THURSDAY) + 10 * DAY_MS


def test_plus_counts_from_now_where_access_is_over_or_was_never_there() -> None:
    for there in (AccessThere(There.NONE), AccessThere(There.UNTIL, ms(THURSDAY) - DAY_MS)):
        end = read("+10d", there=there)
        assert end.at_ms == ms(THURSDAY) + 10 * DAY_MS
        assert "from now" in end.said.plain


@pytest.mark.parametrize("what", [There.ENDLESS, There.NOT_KNOWN])
def test_nothing_is_added_to_an_end_that_is_not_there(what: There) -> None:
    with pytest.raises(BadGrantEnd):
        read("+10d", there=AccessThere(what))


@pytest.mark.parametrize("preset", PRESETS)
def test_every_preset_is_an_end_in_the_future(preset: str) -> None:
    assert read(preset, zone=BERLIN).at_ms > ms(THURSDAY)


ZONES = st.sampled_from([None, UTC, BERLIN, ZoneInfo("Asia/Kolkata"), ZoneInfo("Pacific/Apia")])


@given(
    text=st.text(max_size=30)
    | st.from_regex(r"\+?[0-9]{1,7}[a-z]{0,3}", fullmatch=True)
    | st.from_regex(
        r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}( [0-9]{1,2}:[0-9]{2}( utc)?)?", fullmatch=True
    ),
    now=st.integers(-(10**15), 10**15),
    zone=ZONES,
    there=st.sampled_from(There),
)
@example(text="0001-01-01", now=0, zone=BERLIN, there=There.NONE)
@example(text="9999-12-31", now=0, zone=None, there=There.NONE)
@example(text="fri", now=253_402_300_000_000, zone=BERLIN, there=There.NONE)
def test_no_text_is_more_than_refused(
    text: str, now: int, zone: tzinfo | None, there: There
) -> None:
    try:
        end = read_grant_end(text, now_ms=now, zone=zone, there=AccessThere(there, now + DAY_MS))
    except BadGrantEnd:
        return
    assert isinstance(end.at_ms, int)


@given(
    minutes=st.integers(0, 20 * 366 * 24 * 60),
    zone=st.sampled_from([UTC, BERLIN, ZoneInfo("America/Santiago")]),
)
def test_a_written_local_time_is_read_as_that_instant_or_asked_for(
    minutes: int, zone: tzinfo
) -> None:
    when = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
    assert read(f"{when:%Y-%m-%d %H:%M} utc", zone=zone).at_ms == ms(when)
    hint = ""
    try:
        end = read(f"{when.astimezone(zone):%Y-%m-%d %H:%M}", zone=zone)
    except BadGrantEnd as error:
        hint = error.hint
    assert f"{when:%Y-%m-%d %H:%M} utc" in hint if hint else end.at_ms == ms(when)
