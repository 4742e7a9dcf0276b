"""The journal under load and damage: four programs, a hundred megabytes, torn and odd lines."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rctui.journal.entry import NotAnEntry, entry_in
from rctui.journal.journal import FILE_NAME, Journal
from rctui.journal.reading import read_lines
from tests.journal.made import entry
from tests.reliability.odd_json import ODD_VALUES

if TYPE_CHECKING:
    from pathlib import Path

APPEND: Final = """
import sys
from pathlib import Path
from rctui.journal.entry import JournalEntry
from rctui.journal.journal import Journal
from rctui.journal.states import Step
book = Journal.in_folder(Path(sys.argv[1]))
for number in range(300):
    one = f"{sys.argv[2]}-{number}"
    book.append(JournalEntry(one, Step.ATTEMPTED, 0, reason="\\u00e4\\n" * 200))
"""


def test_four_programs_write_three_hundred_whole_lines_each(tmp_path: Path) -> None:
    running = [
        subprocess.Popen([sys.executable, "-c", APPEND, str(tmp_path), name]) for name in "abcd"
    ]
    assert [one.wait(120) for one in running] == [0, 0, 0, 0]
    # A writer that sees another one's line half there begins on a line of its own: a blank one.
    lines = [line for line in (tmp_path / FILE_NAME).read_bytes().splitlines() if line]
    assert len(lines) == 1200
    assert all(json.loads(line)["step"] == "attempted" for line in lines)
    reading = Journal.in_folder(tmp_path).read()
    assert len(reading.operations) == 1200
    assert (reading.damage.torn, reading.damage.corrupt) == (0, 0)


def hundred_megabytes(folder: Path) -> None:
    """A history of 25 files, and a present one with one write that is open.

    What the history holds would be open too, if it were read.
    """
    line = entry("old", reason="x" * 900).line()
    content = line * (4_000_000 // len(line))
    for number in range(25):
        (folder / f"journal-{number:013}.jsonl").write_bytes(content)
    (folder / FILE_NAME).write_bytes(entry("open", reason="y").line())


def test_a_hundred_megabytes_of_history_are_not_read_to_find_what_is_open(tmp_path: Path) -> None:
    hundred_megabytes(tmp_path)
    book = Journal.in_folder(tmp_path)
    assert [one.id for one in book.recent().unconfirmed] == ["open"]


@pytest.mark.parametrize("odd", [value for value in ODD_VALUES if value is not None], ids=repr)
@pytest.mark.parametrize("name", ["id", "step", "time_ms", "change", "before", "pid", "version"])
def test_an_odd_value_in_a_line_costs_that_line_at_most(name: str, odd: object) -> None:
    fields = json.loads(entry("odd").line())
    fields[name] = odd
    line = json.dumps(fields).encode() + b"\n"
    reading = read_lines([entry("before").line(), line, entry("after").line()])
    assert {"before", "after"} <= {one.id for one in reading.operations}
    lost = reading.damage.torn + reading.damage.corrupt + len(reading.damage.newer)
    assert len(reading.operations) + lost >= 2


@given(st.binary(max_size=200))
def test_any_bytes_in_the_middle_leave_the_lines_around_them(junk: bytes) -> None:
    content = entry("before").line() + junk + b"\n" + entry("after").line()
    assert {"before", "after"} <= {one.id for one in read_lines([content]).operations}


@pytest.mark.parametrize(
    "line", [b"[" * 100_000, b'{"version":' + b"9" * 5000 + b"}", b"null", b"7"]
)
def test_lines_that_are_no_entries_are_refused_by_name(line: bytes) -> None:
    with pytest.raises(NotAnEntry):
        entry_in(line)
