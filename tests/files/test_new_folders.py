"""What is exported is new: nothing is replaced or followed, and half a file never stays."""

from __future__ import annotations

import os
import resource
import signal
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from rctui.files.errors import FilesError, NotAPlainFile
from rctui.files.new_files import free_path, write_at
from rctui.files.new_folders import write_folder_at

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

FILES = {"a.csv": b"1", "b.csv": b"22"}


def write_folder(path: Path) -> None:
    write_folder_at(path, FILES)


def write_file(path: Path) -> None:
    write_at(path, b"new")


WRITERS = pytest.mark.parametrize("write", [write_file, write_folder])


def a_file(path: Path) -> None:
    path.write_text("mine")


def a_folder(path: Path) -> None:
    path.mkdir()


def a_pipe(path: Path) -> None:
    os.mkfifo(path)


def a_link(path: Path) -> None:
    target = path.with_name("target")
    target.write_text("mine")
    path.symlink_to(target)


def a_link_to_nowhere(path: Path) -> None:
    path.symlink_to(path.with_name("nowhere"))


@WRITERS
@pytest.mark.parametrize("there", [a_file, a_folder, a_pipe, a_link, a_link_to_nowhere])
def test_whatever_is_there_stays_as_it_is(
    write: Callable[[Path], None], there: Callable[[Path], None], tmp_path: Path
) -> None:
    path = tmp_path / "out"
    there(path)
    before = {one.name: one.lstat().st_mtime_ns for one in tmp_path.iterdir()}
    with pytest.raises(NotAPlainFile, match="exists already") as told:
        write(path)
    assert told.value.hint
    assert {one.name: one.lstat().st_mtime_ns for one in tmp_path.iterdir()} == before
    assert not (tmp_path / "nowhere").exists()


@WRITERS
def test_a_missing_folder_is_named_and_not_made(
    write: Callable[[Path], None], tmp_path: Path
) -> None:
    with pytest.raises(FilesError, match="There is no folder"):
        write(tmp_path / "none" / "out")
    assert list(tmp_path.iterdir()) == []


@WRITERS
def test_a_file_in_place_of_the_folder_is_said(
    write: Callable[[Path], None], tmp_path: Path
) -> None:
    a_file(tmp_path / "file")
    with pytest.raises(NotAPlainFile, match="part of the path is not a directory"):
        write(tmp_path / "file" / "out")


@WRITERS
def test_what_does_not_fit_leaves_nothing_behind(
    write: Callable[[Path], None], tmp_path: Path
) -> None:
    with at_most_bytes(0), pytest.raises(FilesError, match="Can't write"):
        write(tmp_path / "out")
    assert list(tmp_path.iterdir()) == []


@contextmanager
def at_most_bytes(size: int) -> Iterator[None]:
    """No file can grow beyond a size, as on a disk that is full."""
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    # Else a module that is loaded meanwhile leaves half its bytecode to everyone.
    writes_none, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        sys.dont_write_bytecode = writes_none
        signal.signal(signal.SIGXFSZ, handler)


def test_the_folder_and_its_files_are_for_their_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "out"
    write_folder(path)
    assert {one.name: one.read_bytes() for one in path.iterdir()} == FILES
    assert path.stat().st_mode & 0o777 == 0o700
    assert {one.stat().st_mode & 0o777 for one in path.iterdir()} == {0o600}
    assert list(tmp_path.iterdir()) == [path]


def test_the_file_is_for_its_owner_alone(tmp_path: Path) -> None:
    write_file(tmp_path / "out")
    assert (tmp_path / "out").stat().st_mode & 0o777 == 0o600


def test_a_free_path_is_numbered_past_links_that_lead_nowhere(tmp_path: Path) -> None:
    path = tmp_path / "out.json"
    assert free_path(path) == path
    a_link_to_nowhere(path)
    a_file(tmp_path / "out-2.json")
    assert free_path(path).name == "out-3.json"
