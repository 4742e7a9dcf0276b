from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from rctui.files.atomic import write_atomically
from rctui.files.errors import FileBusy
from rctui.files.locks import lock_file, locked

if TYPE_CHECKING:
    from pathlib import Path

COUNT_UP = """
import sys
from pathlib import Path
from rctui.files.atomic import write_atomically
from rctui.files.locks import locked
path = Path(sys.argv[1])
for _ in range(25):
    with locked(path):
        write_atomically(path, str(int(path.read_bytes()) + 1).encode())
"""


def test_no_change_of_several_processes_is_lost(tmp_path: Path) -> None:
    path = tmp_path / "count"
    write_atomically(path, b"0")
    command = [sys.executable, "-c", COUNT_UP, str(path)]
    counters = [subprocess.Popen(command) for _ in range(3)]
    assert [counter.wait() for counter in counters] == [0, 0, 0]
    assert path.read_bytes() == b"75"


def test_who_waits_too_long_is_told(tmp_path: Path) -> None:
    path = tmp_path / "file"
    with (
        locked(path),
        pytest.raises(FileBusy, match="Another rctui"),
        locked(path, patience_s=0),
    ):
        pass


def test_it_is_free_again_after_an_error(tmp_path: Path) -> None:
    path = tmp_path / "file"
    with pytest.raises(RuntimeError), locked(path):
        raise RuntimeError
    with locked(path, patience_s=0):
        pass


def test_two_links_to_one_file_share_a_lock(tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "file")
    assert lock_file(link) == lock_file(tmp_path / "file")


def test_the_lock_is_private_and_does_not_follow_links(tmp_path: Path) -> None:
    path = tmp_path / "file"
    with locked(path):
        assert lock_file(path).stat().st_mode & 0o777 == 0o600
    lock_file(path).unlink()
    lock_file(path).symlink_to(tmp_path / "elsewhere")
    with pytest.raises(Exception, match="link"), locked(path):
        pass
    assert not (tmp_path / "elsewhere").exists()


def test_several_share_a_lock_and_one_alone_waits_for_them(tmp_path: Path) -> None:
    path = tmp_path / "journal.jsonl"
    with locked(path, shared=True):
        with locked(path, shared=True, patience_s=0):
            pass
        with pytest.raises(FileBusy), locked(path, patience_s=0):
            pass
    with (
        locked(path, patience_s=0),
        pytest.raises(FileBusy),
        locked(path, shared=True, patience_s=0),
    ):
        pass
