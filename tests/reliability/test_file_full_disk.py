"""No room, or a place that is read-only: a sentence, nothing half-written, and on it goes."""

from __future__ import annotations

import os
import subprocess
from contextlib import suppress
from typing import TYPE_CHECKING, Final

import pytest

from rctui.config.remembered import RememberedCustomers
from rctui.files.errors import DiskFull, ReadOnlyPlace
from rctui.journal.errors import JournalUnwritable
from rctui.journal.journal import FILE_NAME, Journal
from tests.reliability.places import WRITERS, ran
from tests.stories.writes.desk import Desk, fill_in
from tests.stories.writes.every_write import EVERY_WRITE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

GRANT: Final = next(write for write in EVERY_WRITE if write.name == "grant")

# The files of a process may not grow beyond a few bytes: what a full disk does to a write.
LIMITED: Final = """
import resource, signal, sys
from pathlib import Path
from rctui.errors import RctuiError
from tests.reliability.places import WRITERS
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
# Else a module that is loaded from here on leaves half its bytecode to everyone.
sys.dont_write_bytecode = True
folder, name, size = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
try:
    WRITERS[name].write(folder)
except RctuiError as error:
    print(error.message)
else:
    print("written")
"""


@pytest.mark.parametrize("size", [0, 1, 40])
@pytest.mark.parametrize("name", WRITERS)
def test_a_file_that_does_not_fit_is_said_and_not_there(
    name: str, size: int, tmp_path: Path
) -> None:
    said = ran(LIMITED, str(tmp_path), name, str(size))
    assert said.startswith("Can't write")
    path = tmp_path / WRITERS[name].name
    if name == "journal":
        # A line that breaks off is left; the next one starts on a line of its own.
        WRITERS[name].write(tmp_path)
        assert len(Journal.in_folder(tmp_path).read().operations) == 1
    else:
        assert not path.exists()
        leftover = [file.name for file in tmp_path.iterdir() if not file.name.endswith(".lock")]
        assert leftover == []


@pytest.mark.parametrize("name", ["recent customers", "configuration"])
def test_what_was_there_before_is_untouched(name: str, tmp_path: Path) -> None:
    path = tmp_path / WRITERS[name].name
    if name == "configuration":
        path.write_text('[projects.first]\nproject_id = "p"\napi_key = { env = "X" }\n')
        path.chmod(0o600)
    else:
        RememberedCustomers(path).opened("demo", "before")
    before = path.read_bytes()
    assert ran(LIMITED, str(tmp_path), name, "40").startswith("Can't write")
    assert path.read_bytes() == before


@pytest.fixture
def mounted(tmp_path: Path) -> Iterator[Path]:
    """A file system of 64 kB, for those who may make one."""
    folder = tmp_path / "small"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "rctui-test", str(folder)]
    if os.getuid() != 0 or subprocess.run(mount, capture_output=True).returncode != 0:
        pytest.skip("only root can make a file system")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def fill(folder: Path) -> None:
    """Leave no room where a folder is."""
    with suppress(OSError), (folder / "filler").open("wb", buffering=0) as filler:
        while True:
            filler.write(bytes(1024))


@pytest.mark.parametrize("name", WRITERS)
def test_a_disk_without_room_is_called_full(name: str, mounted: Path) -> None:
    WRITERS["recent customers"].write(mounted)
    fill(mounted)
    before = {file.name: file.read_bytes() for file in mounted.iterdir() if file.is_file()}
    with pytest.raises((DiskFull, JournalUnwritable), match="the disk is full"):
        WRITERS[name].write(mounted)
    after = {file.name: file.read_bytes() for file in mounted.iterdir() if file.is_file()}
    unchanged = {one: after.get(one) for one in before}
    assert unchanged == before
    (mounted / "filler").unlink()
    WRITERS[name].write(mounted)


@pytest.mark.parametrize("name", WRITERS)
def test_a_read_only_place_is_called_so(name: str, mounted: Path) -> None:
    subprocess.run(["mount", "-o", "remount,ro", str(mounted)], check=True)
    with pytest.raises((ReadOnlyPlace, JournalUnwritable), match="the file system is read-only"):
        WRITERS[name].write(mounted)
    assert list(mounted.iterdir()) == []


async def test_with_nowhere_to_write_one_reads_on_and_the_screen_says_that_writes_are_off(
    tmp_path: Path,
) -> None:
    (tmp_path / "state").write_text("in the way")
    desk = Desk(journal=Journal.in_folder(tmp_path / "state"))
    async with desk.program("user_42", size=(120, 30)) as operator:
        await operator.sees("WRITES OFF (a says why)")
        assert "Has pro until" in operator.verdict
        await operator.press("a")
        await operator.sees("Grant")
        await operator.type("grant")
        await operator.sees("> G")
        await operator.sees("journal.jsonl")
    assert desk.writes == []


async def test_a_disk_that_fills_up_before_a_write_keeps_it_from_being_sent(
    mounted: Path,
) -> None:
    desk = Desk(journal=Journal.in_folder(mounted))
    async with desk.program("user_42", size=(120, 30)) as operator:
        await fill_in(operator, GRANT)
        fill(mounted)
        await operator.press("y")
        shown = await operator.sees("NOT SENT", "Nothing was changed.")
        assert "disk is full. Free some space" in " ".join(shown.split())
        assert desk.writes == []
        (mounted / "filler").unlink()
    assert (mounted / FILE_NAME).stat().st_size == 0 or not (mounted / FILE_NAME).exists()
