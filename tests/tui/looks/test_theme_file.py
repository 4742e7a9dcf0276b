"""When a file counts as changed."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from rctui.tui.looks.theme_file import WatchedFile

if TYPE_CHECKING:
    from pathlib import Path


def test_a_change_is_told_once_and_not_before_it_stays(tmp_path: Path) -> None:
    path = tmp_path / "night.toml"
    path.write_text("one")
    file = WatchedFile(path)
    assert not file.has_changed()
    path.write_text("")
    assert not file.has_changed()
    path.write_text("other")
    assert not file.has_changed()
    assert file.has_changed()
    assert not file.has_changed()


def test_an_editor_that_puts_another_file_in_its_place_is_noticed(tmp_path: Path) -> None:
    path, aside = tmp_path / "night.toml", tmp_path / "aside"
    path.write_text("one")
    aside.write_text("two")
    time = path.stat().st_mtime_ns
    os.utime(aside, ns=(time, time))
    file = WatchedFile(path)
    aside.replace(path)
    assert [file.has_changed() for _ in range(3)] == [False, True, False]


def test_a_file_that_was_gone_for_a_moment_has_not_changed(tmp_path: Path) -> None:
    path, aside = tmp_path / "night.toml", tmp_path / "aside"
    path.write_text("one")
    file = WatchedFile(path)
    path.rename(aside)
    assert not file.has_changed()
    aside.rename(path)
    assert [file.has_changed() for _ in range(3)] == [False, False, False]
    assert file.is_there
    path.unlink()
    assert [file.has_changed() for _ in range(3)] == [False, True, False]
    assert not file.is_there
