"""Something else where a file should be, and places that take no files: said, never followed."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

import pytest

from rctui.config.remembered import RememberedCustomers
from rctui.customers.recovery.recovery_file import RecoveryFiles, read_recovery_file
from rctui.errors import RctuiError
from rctui.files.errors import FilesError
from rctui.files.reading import read_plain
from rctui.journal.journal import FILE_NAME, Journal
from tests.command_line import rctui
from tests.reliability.places import WRITERS, in_the_way

if TYPE_CHECKING:
    from pathlib import Path

KINDS = ("directory", "pipe", "socket", "circle", "device")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", WRITERS)
def test_what_is_in_the_way_stays_and_is_said_or_stepped_around(
    name: str, kind: str, tmp_path: Path
) -> None:
    writer = WRITERS[name]
    path = tmp_path / writer.name
    with in_the_way(kind, path):
        before = path.lstat()
        if writer.is_new:
            writer.write(tmp_path)
            files = [file for file in tmp_path.iterdir() if file.is_file() and file != path]
            assert [file.stem for file in files] == [f"{path.stem}-2"]
        else:
            with pytest.raises(RctuiError) as raised:
                writer.write(tmp_path)
            assert writer.name in raised.value.message
            assert raised.value.hint
        assert (path.lstat().st_ino, path.lstat().st_mode) == (before.st_ino, before.st_mode)


@pytest.mark.parametrize("kind", KINDS)
def test_reading_never_waits_for_what_is_in_the_way(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "file"
    with in_the_way(kind, path), pytest.raises(FilesError):
        read_plain(path)


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_that_is_read_at_the_start_can_hold_it_up(kind: str, tmp_path: Path) -> None:
    for name in ("customers.json", FILE_NAME, "some.json"):
        with in_the_way(kind, tmp_path / name):
            pass
    with pytest.raises(FilesError):
        RememberedCustomers(tmp_path / "customers.json").of("demo")
    with pytest.raises(FilesError):
        Journal.in_folder(tmp_path).read()
    with pytest.raises(RctuiError):
        read_recovery_file(tmp_path / "some.json")
    assert all(file.is_file() for file in RecoveryFiles(tmp_path).listed())


@pytest.mark.parametrize("kind", ["pipe", "directory"])
def test_commands_say_it_and_end(kind: str, tmp_path: Path) -> None:
    state = tmp_path / ".local" / "state" / "rctui"
    state.mkdir(parents=True, mode=0o700)
    with in_the_way(kind, state / FILE_NAME):
        ended = rctui(tmp_path, "journal")
        assert ended.code == 1
        assert ended.err.startswith("rctui: ")
        assert FILE_NAME in ended.err
        restored = rctui(tmp_path, "restore", str(state / FILE_NAME))
        assert restored.code != 0
        assert "Traceback" not in restored.err


@pytest.mark.parametrize("name", WRITERS)
def test_every_file_and_its_folder_are_private_whatever_the_mask(name: str, tmp_path: Path) -> None:
    folder = tmp_path / "new" / "rctui"
    before = os.umask(0)
    try:
        WRITERS[name].write(folder)
    finally:
        os.umask(before)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    for file in folder.iterdir():
        assert stat.S_IMODE(file.stat().st_mode) == 0o600, file.name
    assert (folder / WRITERS[name].name).is_file()


@pytest.mark.parametrize("name", WRITERS)
def test_a_place_that_can_not_exist_is_said(name: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    for folder in (tmp_path / "file" / "rctui", _nowhere()):
        with pytest.raises(RctuiError) as raised:
            WRITERS[name].write(folder)
        assert str(folder) in raised.value.message
    assert [one.name for one in tmp_path.iterdir()] == ["file"]


def _nowhere() -> Path:
    """A folder that not even root can make."""
    from pathlib import Path

    return Path("/proc/rctui/state")


@pytest.mark.parametrize("name", ["configuration", "recent customers"])
def test_a_link_is_kept_and_its_target_changed(name: str, tmp_path: Path) -> None:
    folder, dotfiles = tmp_path / "rctui", tmp_path / "dotfiles"
    folder.mkdir()
    dotfiles.mkdir()
    WRITERS[name].write(dotfiles)
    file = WRITERS[name].name
    (dotfiles / file).rename(dotfiles / "mine")
    before = (dotfiles / "mine").read_bytes()
    (folder / file).symlink_to(dotfiles / "mine")
    if name == "configuration":
        with pytest.raises(RctuiError, match="acme already"):
            WRITERS[name].write(folder)
    else:
        RememberedCustomers(folder / file).opened("demo", "another")
        assert (dotfiles / "mine").read_bytes() != before
    assert (folder / file).is_symlink()
