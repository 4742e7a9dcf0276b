from __future__ import annotations

from dataclasses import replace

from rctui.api.request_record import RequestRecord
from rctui.worker.activity import ActivityLog


def log(*requests: tuple[int, int | None, str]) -> ActivityLog:
    kept = ActivityLog()
    for at_ms, status, outcome in requests:
        record = RequestRecord(at_ms, "GET", "customers", status, 5, None, 0, None, None)
        kept.add(replace(record, outcome=outcome))
    return kept


def test_the_line_is_silent_since_the_first_of_the_newest_requests_without_an_answer() -> None:
    lost = "not sent"
    assert log().silent_since_ms is None
    assert log((1, None, lost), (2, 200, "")).silent_since_ms is None
    assert log((1, 200, ""), (2, None, lost), (3, None, lost)).silent_since_ms == 2
    assert log((1, 500, "failed")).silent_since_ms is None


def test_what_was_cancelled_here_says_nothing_of_the_line() -> None:
    assert log((1, 200, ""), (2, None, "cancelled")).silent_since_ms is None
    assert log((1, None, "not sent"), (2, None, "cancelled")).silent_since_ms == 1


def test_everyone_who_listens_is_told_until_they_listen_no_more() -> None:
    kept, told = ActivityLog(), list[str]()
    record = RequestRecord(1, "GET", "customers", 200, 5, None, 0, None, None)
    end = kept.listen(lambda: told.append("strip"))
    kept.listen(lambda: told.append("screen"))
    kept.add(record)
    end()
    kept.add(record)
    assert told == ["strip", "screen", "screen"]
