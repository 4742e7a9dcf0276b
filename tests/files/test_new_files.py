from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rctui.files.errors import NotAPlainFile
from rctui.files.names import LONGEST, safe_file_name
from rctui.files.new_files import write_new


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    written = [write_new(tmp_path, "invoice.pdf", bytes([number])) for number in range(3)]
    assert [path.name for path in written] == ["invoice.pdf", "invoice-2.pdf", "invoice-3.pdf"]
    assert [path.read_bytes() for path in written] == [b"\0", b"\1", b"\2"]
    assert {path.stat().st_mode & 0o777 for path in written} == {0o600}
    assert sorted(tmp_path.iterdir()) == sorted(written)


def test_a_link_is_not_followed_even_to_nowhere(tmp_path: Path) -> None:
    (tmp_path / "file").symlink_to(tmp_path / "elsewhere")
    assert write_new(tmp_path, "file", b"x").name == "file-2"
    assert not (tmp_path / "elsewhere").exists()


def test_a_pipe_or_folder_of_that_name_stays(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "file")
    (tmp_path / "file-2").mkdir()
    assert write_new(tmp_path, "file", b"x").name == "file-3"


@pytest.mark.parametrize("name", ["", ".", "..", "a/b", "/etc/passwd", "../x"])
def test_a_name_with_a_folder_is_an_error_of_ours(name: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="without a folder"):
        write_new(tmp_path, name, b"x")


def test_no_part_stays_where_writing_fails(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(NotAPlainFile, match="in its place"):
        write_new(tmp_path / "file", "name", b"x")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


@given(st.text())
def test_every_text_gives_a_name_inside_the_folder(text: str) -> None:
    name = safe_file_name(text, ".pdf")
    assert Path(name).name == name
    assert name.endswith(".pdf")
    assert not name.startswith((".", "-"))
    assert name.isascii()
    assert name.isprintable()
    assert len(name) <= LONGEST + 4


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("../../etc/passwd", "etc-passwd"),
        ("$RCAnonymousID:ab12", "RCAnonymousID-ab12"),
        ("ann@example.com", "ann-example.com"),
        ("…", "file"),
        ("-rf", "rf"),
    ],
)
def test_names_stay_readable(text: str, name: str) -> None:
    assert safe_file_name(text) == name
