from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from rctui.headless.journal_commands import BadSince, JournalQuery, journal, since
from rctui.journal.journal import FILE_NAME, Journal
from rctui.journal.states import Step
from tests.journal.made import entry

if TYPE_CHECKING:
    from pathlib import Path

NOW = 1_764_000_000_000


@pytest.fixture
def book(tmp_path: Path) -> Journal:
    book = Journal.in_folder(tmp_path)
    book.now_ms = lambda: NOW
    book.append(entry("done", summary="Delete user_1"))
    book.append(entry("done", Step.APPLIED, status=200, request_id="req-1"))
    book.append(entry("open", summary="Credit 5 GLD for user_42", ticket="T-1"))
    return book


def test_the_unconfirmed_come_first(book: Journal, capsys: pytest.CaptureFixture[str]) -> None:
    assert journal(book, JournalQuery(), NOW) == 0
    _title, first, second = capsys.readouterr().out.splitlines()
    assert "no end known" in first
    assert "Credit 5 GLD" in first
    assert "Delete user_1" in second


def test_json_has_everything(book: Journal, capsys: pytest.CaptureFixture[str]) -> None:
    journal(book, JournalQuery(as_json=True, unconfirmed=False), NOW)
    found = json.loads(capsys.readouterr().out)
    assert found["version"] == 1
    done = found["data"]["operations"][1]
    assert (done["state"], done["status"], done["request_id"]) == ("applied", 200, "req-1")
    assert [one["step"] for one in done["steps"]] == ["attempted", "applied"]


def test_only_the_unconfirmed(book: Journal, capsys: pytest.CaptureFixture[str]) -> None:
    journal(book, JournalQuery(as_json=True, unconfirmed=True), NOW)
    found = json.loads(capsys.readouterr().out)["data"]["operations"]
    assert [one["id"] for one in found] == ["open"]


def test_damage_is_said_on_stderr(
    book: Journal, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / FILE_NAME
    path.write_bytes(path.read_bytes() + b'junk\n{"version":2}\n{"version":1,"id')
    journal(book, JournalQuery(), NOW)
    said = capsys.readouterr().err
    assert "1 lines of the journal break off" in said
    assert "1 lines of the journal can't be read" in said
    assert "newer rctui" in said


def test_no_journal_is_an_empty_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert journal(None, JournalQuery(), NOW) == 0
    assert capsys.readouterr().out == "Nothing has been written yet.\n"


@pytest.mark.parametrize(
    ("text", "ms"),
    [
        ("", 0),
        ("7d", NOW - 7 * 86_400_000),
        ("12h", NOW - 12 * 3_600_000),
        ("30m", NOW - 30 * 60_000),
        ("2026-11-25T00:00:00+00:00", 1_795_564_800_000),
    ],
)
def test_since_is_a_span_or_a_moment(text: str, ms: int) -> None:
    assert since(text, NOW) == ms


@pytest.mark.parametrize("text", ["yesterday", "7", "-1d", "٧d", "2026-13-01"])
def test_what_is_no_moment_is_refused(text: str) -> None:
    with pytest.raises(BadSince):
        since(text, NOW)


def test_where_a_customer_was_saved_is_told_whole_and_only_where_one_was(
    book: Journal, capsys: pytest.CaptureFixture[str]
) -> None:
    journal(book, JournalQuery(), NOW)
    assert "RECOVERY FILE" not in capsys.readouterr().out
    file = f"/state/{'recovery/' * 30}20261125-user_9.json"
    book.append(entry("block", summary="Block user_9", recovery_file=file))
    journal(book, JournalQuery(), NOW)
    title, first, *_rest = capsys.readouterr().out.splitlines()
    assert title.endswith("RECOVERY FILE")
    assert first.endswith(file)
