from __future__ import annotations

import os
import stat
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from rctui.files.atomic import PREFIX, SUFFIX, remove_left_over, write_atomically
from rctui.files.directories import private_directory
from rctui.files.errors import DiskFull, FilesError, NotAPlainFile, ReadOnlyPlace, files_error

if TYPE_CHECKING:
    from pathlib import Path

WRITE_FOR_EVER = """
import sys, itertools
from pathlib import Path
from rctui.files.atomic import write_atomically
path = Path(sys.argv[1])
for number in itertools.count():
    write_atomically(path, str(number % 10).encode() * 50_000)
    if number == 0:
        print("started", flush=True)
"""


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_file_and_new_folders_are_private_whatever_the_mask(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        write_atomically(tmp_path / "new" / "deep" / "file", b"x")
    finally:
        os.umask(before)
    assert mode(tmp_path / "new") == mode(tmp_path / "new" / "deep") == 0o700
    assert mode(tmp_path / "new" / "deep" / "file") == 0o600


def test_an_open_file_becomes_private_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"old")
    path.chmod(0o644)
    write_atomically(path, b"new")
    assert path.read_bytes() == b"new"
    assert mode(path) == 0o600
    assert list(tmp_path.iterdir()) == [path]


def test_a_link_stays_and_its_target_is_replaced(tmp_path: Path) -> None:
    target = tmp_path / "dotfiles" / "config"
    target.parent.mkdir()
    target.write_bytes(b"old")
    link = tmp_path / "config"
    link.symlink_to(target)
    write_atomically(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


def test_a_link_to_nowhere_has_its_target_made(tmp_path: Path) -> None:
    link = tmp_path / "config"
    link.symlink_to(tmp_path / "later" / "config")
    write_atomically(link, b"new")
    assert link.is_symlink()
    assert (tmp_path / "later" / "config").read_bytes() == b"new"


@pytest.mark.parametrize("kind", ["directory", "pipe", "circle"])
def test_what_is_no_file_is_not_replaced(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "thing"
    if kind == "directory":
        path.mkdir()
    elif kind == "pipe":
        os.mkfifo(path)
    else:
        path.symlink_to(path)
    before = path.lstat().st_mode
    with pytest.raises(NotAPlainFile):
        write_atomically(path, b"x")
    assert path.lstat().st_mode == before


def test_a_file_in_place_of_a_folder_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(FilesError, match="not a directory"):
        write_atomically(tmp_path / "file" / "inside", b"x")


def test_left_over_files_go_and_fresh_ones_stay(tmp_path: Path) -> None:
    old, fresh = tmp_path / f"{PREFIX}old{SUFFIX}", tmp_path / f"{PREFIX}fresh{SUFFIX}"
    own = tmp_path / "old.tmp"
    for path in (old, fresh, own):
        path.write_bytes(b"")
    for path in (old, own):
        os.utime(path, (0, 0))
    write_atomically(tmp_path / "file", b"x")
    assert not old.exists()
    assert fresh.exists()
    assert own.exists()


def test_a_writer_killed_at_any_moment_leaves_a_whole_file(tmp_path: Path) -> None:
    path = tmp_path / "file"
    for _ in range(8):
        writer = subprocess.Popen(
            [sys.executable, "-c", WRITE_FOR_EVER, str(path)], stdout=subprocess.PIPE
        )
        with writer:
            assert writer.stdout is not None
            writer.stdout.readline()
            writer.kill()
        content = path.read_bytes()
        assert len(content) == 50_000
        assert len(set(content)) == 1
    remove_left_over(tmp_path, older_than_s=-1)
    assert list(tmp_path.iterdir()) == [path]


def test_a_private_folder_is_tightened(tmp_path: Path) -> None:
    folder = tmp_path / "state"
    folder.mkdir()
    folder.chmod(0o755)
    assert mode(private_directory(folder)) == 0o700
    assert mode(private_directory(tmp_path / "a" / "b")) == 0o700


@pytest.mark.parametrize(
    ("number", "kind", "says"),
    [(28, DiskFull, "disk is full"), (30, ReadOnlyPlace, "read-only"), (5, FilesError, "error")],
)
def test_the_systems_refusals_become_words(
    number: int, kind: type[FilesError], says: str, tmp_path: Path
) -> None:
    error = files_error(OSError(number, os.strerror(number)), "write", tmp_path / "file")
    assert type(error) is kind
    assert says in error.message
    assert str(tmp_path / "file") in error.message
