"""Programs that are killed while they save: what is on the disk is whole, old or new."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Final

import pytest

from rctui.config.remembered import RememberedCustomers
from rctui.customers.recovery.recovery_file import RecoveryFiles, read_recovery_file
from rctui.journal.journal import FILE_NAME, Journal

if TYPE_CHECKING:
    from pathlib import Path

SAVES_FOR_EVER: Final = """
import sys, itertools
from pathlib import Path
from rctui.config.remembered import RememberedCustomers
from rctui.customers.recovery.recovery_file import RecoveryFiles
from rctui.files.new_files import write_new
from rctui.journal.entry import JournalEntry
from rctui.journal.journal import FILE_NAME, Journal
from rctui.journal.states import Step
from rctui.journal.stores import FileStore
folder, name = Path(sys.argv[1]), sys.argv[2]
remembered = RememberedCustomers(folder / "customers.json")
recovery = RecoveryFiles(folder)
journal = Journal(FileStore(folder / FILE_NAME), rotate_at_bytes=20_000)
for number in itertools.count():
    if name == "recent customers":
        remembered.turn_pin("demo", "pinned for good") if number == 0 else None
        remembered.opened("demo", f"{number % 7}" * 1000)
    elif name == "recovery files":
        recovery.save({"asked": "a", "lists": {"x": ["y" * 50_000]}, "saved_at_ms": number})
    elif name == "invoices":
        write_new(folder, "invoice.pdf", b"%PDF-" + b"x" * 200_000 + b"%%EOF")
    else:
        journal.append(JournalEntry(str(number), Step.ATTEMPTED, 0, reason="x" * 900))
        print(number, flush=True)
    if number == 0:
        print("started", flush=True)
"""
TIMES: Final = 6


def kill_while_saving(folder: Path, name: str, after_s: float) -> list[str]:
    """What the program had printed when it was killed."""
    arguments = [sys.executable, "-c", SAVES_FOR_EVER, str(folder), name]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True) as saving:
        assert saving.stdout is not None
        first = saving.stdout.readline()
        # Any moment will do; the later ones only differ.
        time.sleep(after_s)
        saving.kill()
        return [first, *saving.stdout.read().splitlines()]


def check(folder: Path, name: str, printed: list[str]) -> None:
    if name == "recent customers":
        remembered = RememberedCustomers(folder / "customers.json").of("demo")
        assert remembered.pinned == ("pinned for good",)
        assert {len(one) for one in remembered.recent} <= {1000}
    elif name == "recovery files":
        for file in RecoveryFiles(folder).listed():
            if file.stat().st_size:  # an empty one was claimed and not yet written
                assert read_recovery_file(file)["asked"] == "a"
    elif name == "invoices":
        sizes = {file.stat().st_size for file in folder.glob("*.pdf")}
        assert sizes <= {0, 200_010}
    else:
        reading = Journal.in_folder(folder).read()
        assert reading.damage.corrupt == 0
        said = {line for line in printed if line.strip().isdigit()}
        assert {one.strip() for one in said} <= {one.id for one in reading.operations}


@pytest.mark.parametrize("name", ["recent customers", "recovery files", "invoices", "journal"])
def test_a_kill_at_any_moment_leaves_whole_files(name: str, tmp_path: Path) -> None:
    for number in range(TIMES):
        folder = tmp_path / str(number)
        folder.mkdir()
        printed = kill_while_saving(folder, name, number * 0.013)
        check(folder, name, printed)


@pytest.mark.soak
@pytest.mark.parametrize("name", ["recent customers", "recovery files", "invoices", "journal"])
def test_a_kill_at_sixty_moments_leaves_whole_files(name: str, tmp_path: Path) -> None:
    for number in range(60):
        folder = tmp_path / str(number)
        folder.mkdir()
        check(folder, name, kill_while_saving(folder, name, number * 0.007))


def test_a_program_that_was_killed_holds_no_lock(tmp_path: Path) -> None:
    for _ in range(3):
        kill_while_saving(tmp_path, "recent customers", 0.02)
    # A lock that were held still would be waited for, and then refused.
    RememberedCustomers(tmp_path / "customers.json").opened("demo", "next")
    assert RememberedCustomers(tmp_path / "customers.json").of("demo").recent[0] == "next"


def test_the_journal_stays_json_for_every_reader(tmp_path: Path) -> None:
    kill_while_saving(tmp_path, "journal", 0.05)
    Journal.in_folder(tmp_path).read()
    lines = (tmp_path / FILE_NAME).read_bytes().splitlines()
    whole = [json.loads(line) for line in lines[:-1]]
    assert all(one["version"] == 1 for one in whole)
