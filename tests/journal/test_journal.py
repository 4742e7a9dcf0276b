from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
import time
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rctui.journal.errors import JournalUnwritable
from rctui.journal.journal import FILE_NAME, Journal
from rctui.journal.operation import UNDER_WAY_AT_MOST_MS, Operation
from rctui.journal.reading import read_lines
from rctui.journal.states import State, Step
from rctui.journal.stores import FileStore
from rctui.journal.who import Who
from tests.journal.made import WHO, entry

if TYPE_CHECKING:
    from pathlib import Path

NOW = 1_764_000_000_000


def journal(folder: Path, **more: int) -> Journal:
    return Journal(FileStore(folder / FILE_NAME), who=WHO, now_ms=lambda: NOW, **more)


def states(journal: Journal) -> dict[str, State]:
    return {one.id: one.state for one in journal.read().operations}


def test_an_operation_is_all_lines_with_its_id(tmp_path: Path) -> None:
    book = journal(tmp_path)
    book.append(entry("a", summary="Grant pro", idempotency_key="key-1"))
    book.append(entry("b"))
    book.append(entry("a", Step.UNKNOWN, evidence="the line broke"))
    reading = book.read()
    assert states(book) == {"a": State.UNKNOWN, "b": State.ATTEMPTED}
    [first] = [one for one in reading.operations if one.id == "a"]
    assert first.first.summary == "Grant pro"
    assert first.idempotency_key == "key-1"
    assert first.evidence == "the line broke"
    assert {one.id for one in book.recent().unconfirmed} == {"a", "b"}


def test_the_file_and_its_folder_are_private(tmp_path: Path) -> None:
    folder = tmp_path / "state" / "rctui"
    journal(folder).append(entry())
    assert stat.S_IMODE((folder / FILE_NAME).stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_memory_and_file_say_the_same(tmp_path: Path) -> None:
    books = (journal(tmp_path), Journal.in_memory())
    for book in books:
        book.append(entry("a"))
        book.append(entry("a", Step.APPLIED))
    assert states(books[0]) == states(books[1]) == {"a": State.APPLIED}
    assert books[1].file is None


def test_a_torn_line_is_sealed_and_counted(tmp_path: Path) -> None:
    book = journal(tmp_path)
    book.append(entry("a"))
    path = tmp_path / FILE_NAME
    path.write_bytes(path.read_bytes() + entry("b").line()[:40])
    book.append(entry("c"))
    reading = book.read()
    assert {one.id for one in reading.operations} == {"a", "c"}
    assert (reading.damage.torn, reading.damage.corrupt) == (1, 0)


WHOLE = [entry(f"op{number}", reason="x" * number).line() for number in range(5)]


@given(st.integers(0, sum(map(len, WHOLE))))
def test_wherever_the_file_breaks_off_all_lines_before_are_read(cut: int) -> None:
    content = b"".join(WHOLE)[:cut]
    reading = read_lines([content])
    # A line that lacks nothing but its end is whole.
    ends = [sum(map(len, WHOLE[: place + 1])) - 1 for place in range(len(WHOLE))]
    assert len(reading.operations) == sum(end <= cut for end in ends)
    assert reading.damage.torn + reading.damage.corrupt <= 1


@given(st.lists(st.sampled_from([*WHOLE, b"junk\n", b"\n", b'{"version":1,"id":"op\n'])))
def test_good_lines_are_read_whatever_stands_between_them(lines: list[bytes]) -> None:
    reading = read_lines([b"".join(lines)])
    assert {one.id for one in reading.operations} == {
        f"op{WHOLE.index(line)}" for line in lines if line in WHOLE
    }


def test_damaged_lines_in_the_middle_are_counted_and_the_rest_is_read(tmp_path: Path) -> None:
    path = tmp_path / FILE_NAME
    path.write_bytes(entry("a").line() + b"\x00garbage\n\n" + entry("b").line() + b"{}\n")
    reading = journal(tmp_path).read()
    assert {one.id for one in reading.operations} == {"a", "b"}
    assert (reading.damage.torn, reading.damage.corrupt) == (0, 2)


def test_lines_of_a_newer_program_are_kept_aside(tmp_path: Path) -> None:
    newer = '{"version":2,"id":"n","step":"paused"}'
    path = tmp_path / FILE_NAME
    path.write_text(newer + "\n")
    book = journal(tmp_path, rotate_at_bytes=10)
    book.append(entry("a"))
    assert book.read().damage.newer == (newer,)
    assert path.read_text().startswith(newer)
    assert [file.name for file in tmp_path.glob("*.jsonl")] == [FILE_NAME]


def test_since_counts_the_newest_line(tmp_path: Path) -> None:
    path = tmp_path / FILE_NAME
    path.write_bytes(
        entry("old", time_ms=1).line()
        + entry("kept", time_ms=2).line()
        + entry("kept", Step.APPLIED, time_ms=9).line()
    )
    assert [one.id for one in journal(tmp_path).read(since_ms=5).operations] == ["kept"]


def test_rotation_keeps_what_is_open_at_hand(tmp_path: Path) -> None:
    book = journal(tmp_path, rotate_at_bytes=2000)
    book.append(entry("open", reason="x" * 50))
    book.append(entry("open", Step.UNKNOWN))
    for number in range(40):
        book.append(entry(f"done{number}"))
        book.append(entry(f"done{number}", Step.APPLIED))
    files = sorted(file.name for file in tmp_path.glob("*.jsonl"))
    assert len(files) > 1
    assert [one.id for one in book.recent().unconfirmed] == ["open"]
    operations = {one.id: one for one in book.read().operations}
    assert len(operations) == 41
    assert len(operations["open"].entries) == 2
    assert all(stat.S_IMODE(file.stat().st_mode) == 0o600 for file in tmp_path.glob("*.jsonl"))


def test_an_end_written_after_the_rotation_closes_the_operation(tmp_path: Path) -> None:
    book = journal(tmp_path, rotate_at_bytes=100)
    book.append(entry("a", reason="x" * 100))
    book.append(entry("b"))
    book.append(entry("a", Step.APPLIED))
    assert [one.id for one in book.recent().unconfirmed] == ["b"]
    assert states(book) == {"a": State.APPLIED, "b": State.ATTEMPTED}


APPEND = """
import sys
import time
from pathlib import Path
from rctui.journal.entry import JournalEntry
from rctui.journal.journal import FILE_NAME, Journal
from rctui.journal.states import Step
from rctui.journal.stores import FileStore
book = Journal(FileStore(Path(sys.argv[1]) / FILE_NAME), rotate_at_bytes=int(sys.argv[3]))
for number in range(100):
    book.append(JournalEntry(f"{sys.argv[2]}-{number}", Step.ATTEMPTED, 0, reason="x" * 900))
    if number % 2:
        book.append(JournalEntry(f"{sys.argv[2]}-{number}", Step.APPLIED, 0))
"""


@pytest.mark.parametrize("rotate_at", [4 * 1024 * 1024, 60_000])
def test_four_programs_at_once_lose_and_mix_nothing(tmp_path: Path, rotate_at: int) -> None:
    arguments = [str(tmp_path)]
    running = [
        subprocess.Popen([sys.executable, "-c", APPEND, *arguments, name, str(rotate_at)])
        for name in "abcd"
    ]
    assert [one.wait(120) for one in running] == [0, 0, 0, 0]
    reading = journal(tmp_path).read()
    assert reading.damage == type(reading.damage)()
    wanted = {f"{name}-{number}" for name in "abcd" for number in range(100)}
    assert {one.id for one in reading.operations} == wanted
    still_open = {f"{name}-{number}" for name in "abcd" for number in range(0, 100, 2)}
    assert {one.id for one in journal(tmp_path).recent().unconfirmed} == still_open


SETTLE = """
import sys
from pathlib import Path
from rctui.journal.entry import JournalEntry
from rctui.journal.journal import Journal
from rctui.journal.states import Step
book = Journal.in_folder(Path(sys.argv[1]))
print("ready", flush=True)
sys.stdin.readline()
for number in range(20):
    entry = JournalEntry(str(number), Step.SETTLED, 0, verdict="applied", evidence=sys.argv[2])
    if book.append_if(entry, lambda now: now is not None and now.is_open):
        print(number)
"""


def test_of_programs_that_settle_the_same_writes_at_once_one_does_each(tmp_path: Path) -> None:
    book = journal(tmp_path)
    for number in range(20):
        book.append(entry(str(number), Step.UNKNOWN))
    running = [
        subprocess.Popen(
            [sys.executable, "-c", SETTLE, str(tmp_path), name],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for name in "ab"
    ]
    for one in running:
        assert one.stdout is not None
        assert one.stdout.readline() == "ready\n"
    for one in running:
        assert one.stdin is not None
        one.stdin.write("now\n")
        one.stdin.flush()
    said = [number for one in running for number in one.communicate(timeout=120)[0].split()]
    assert sorted(said, key=int) == [str(number) for number in range(20)]
    steps = [one.step for operation in book.read().operations for one in operation.entries]
    assert steps.count(Step.SETTLED) == 20


@pytest.mark.parametrize("in_memory", [True, False])
def test_a_line_is_only_added_where_the_operation_still_is_as_agreed(
    tmp_path: Path, in_memory: bool
) -> None:
    book = Journal.in_memory() if in_memory else journal(tmp_path)
    book.append(entry("a", Step.UNKNOWN))
    asked: list[Operation | None] = []

    def is_open(operation: Operation | None) -> bool:
        asked.append(operation)
        return operation is not None and operation.is_open

    assert book.append_if(entry("b", Step.SETTLED), is_open) is None
    assert book.append_if(entry("a", Step.SETTLED), is_open) is not None
    assert book.append_if(entry("a", Step.SETTLED), is_open) is None
    assert [None if one is None else one.state for one in asked] == [
        None,
        State.UNKNOWN,
        State.SETTLED,
    ]
    assert len([one for one in book.read().operations if one.id == "b"]) == 0


FULL = """
import resource, sys
from pathlib import Path
# Else a module that is loaded from here on leaves half its bytecode to everyone.
sys.dont_write_bytecode = True
from rctui.journal.entry import JournalEntry
from rctui.journal.errors import JournalUnwritable
from rctui.journal.journal import Journal
from rctui.journal.states import Step
book = Journal.in_folder(Path(sys.argv[1]))
book.append(JournalEntry("whole", Step.ATTEMPTED, 0))
size = book.file.stat().st_size
resource.setrlimit(resource.RLIMIT_FSIZE, (size + 20, resource.RLIM_INFINITY))
for _ in range(2):
    try:
        book.append(JournalEntry("torn", Step.ATTEMPTED, 0))
    except JournalUnwritable as error:
        print(error.message)
    else:
        print("written")
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
book.append(JournalEntry("after", Step.ATTEMPTED, 0))
"""


def test_a_disk_that_fills_up_is_an_error_and_the_next_line_is_whole(tmp_path: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", FULL, str(tmp_path)], capture_output=True, text=True, check=True
    )
    said = ended.stdout.splitlines()
    assert len(said) == 2
    assert all(line.startswith("Can't write") for line in said)
    reading = journal(tmp_path).read()
    assert {one.id for one in reading.operations} == {"whole", "after"}
    assert reading.damage.torn == 1


def test_a_folder_that_can_not_be_made_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("in the way")
    with pytest.raises(JournalUnwritable):
        journal(tmp_path / "state").append(entry())


def test_a_probe_tells_and_makes_nothing(tmp_path: Path) -> None:
    journal(tmp_path / "new" / "state").store.probe()
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(JournalUnwritable):
        journal(tmp_path / "file" / "state").store.probe()


def test_a_link_in_place_of_the_file_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_text("mine\n")
    (tmp_path / FILE_NAME).symlink_to(tmp_path / "elsewhere")
    with pytest.raises(JournalUnwritable):
        journal(tmp_path).append(entry())
    assert (tmp_path / "elsewhere").read_text() == "mine\n"


def test_any_json_reader_reads_all_lines(tmp_path: Path) -> None:
    book = journal(tmp_path)
    for hostile in ("\x1b]0;x\x07", "a\nb", "\u2028", '"}{"', "\x7f"):
        book.append(entry(customer_id=hostile, summary=hostile))
    lines = (tmp_path / FILE_NAME).read_bytes().splitlines()
    assert len(lines) == 5
    assert all(json.loads(line)["version"] == 1 for line in lines)


def test_only_a_young_attempt_of_a_living_process_may_be_under_way() -> None:
    here = Who("ann", "jump1", os.getpid())
    attempt = replace(entry(time_ms=NOW), host="jump1", pid=os.getpid())
    assert Operation((attempt,)).may_be_under_way(here, NOW)
    assert not Operation((attempt,)).may_be_under_way(here, NOW + UNDER_WAY_AT_MOST_MS + 1)
    assert not Operation((replace(attempt, pid=0),)).may_be_under_way(here, NOW)
    assert Operation((replace(attempt, host="jump2", pid=1),)).may_be_under_way(here, NOW)
    ended = Operation((attempt, replace(attempt, step=Step.UNKNOWN)))
    assert not ended.may_be_under_way(here, NOW)


def test_a_process_that_has_ended_is_not_under_way() -> None:
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    attempt = replace(entry(time_ms=NOW), host="jump1", pid=gone.pid)
    assert not Operation((attempt,)).may_be_under_way(Who("ann", "jump1", 1), NOW)


@pytest.mark.timing
def test_a_hundred_megabytes_beside_it_do_not_slow_the_start(tmp_path: Path) -> None:
    line = entry("done", Step.APPLIED, reason="x" * 900).line()
    for number in range(25):
        older = tmp_path / f"journal-{number:013}.jsonl"
        older.write_bytes(line * (4_000_000 // len(line)))
    (tmp_path / FILE_NAME).write_bytes(
        b"".join(entry(f"op{number}", reason="x" * 900).line() for number in range(4_000))
    )
    began = time.monotonic()
    assert len(journal(tmp_path).recent().unconfirmed) == 4_000
    assert time.monotonic() - began < 1
