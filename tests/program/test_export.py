"""`rctui export` in a process of its own: files, exit codes, and no key in any of them."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING

import pytest

from tests.command_line import rctui
from tests.program.started import assert_no_key_in

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("form", ["json", "markdown"])
def test_a_customer_is_written_once(form: str, tmp_path: Path) -> None:
    file = tmp_path / "out"
    arguments = ["export", "--demo", "user_42", "--format", form, "-o", str(file)]
    ended = rctui(tmp_path, *arguments)
    assert (ended.code, ended.err) == (0, "")
    assert ended.out == f"Wrote 28 rows to {file}\n"
    assert file.stat().st_mode & 0o777 == 0o600
    before = file.read_bytes()
    assert_no_key_in(before)
    again = rctui(tmp_path, *arguments)
    assert (again.code, again.out) == (1, "")
    assert "exists already" in again.err
    assert file.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir()] == ["out"]


def test_csv_is_a_folder(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    ended = rctui(
        tmp_path, "export", "--demo", "user_42", "--format", "csv", "-o", str(folder), "--json"
    )
    assert json.loads(ended.out)["data"] == {"path": str(folder), "rows": 28, "missing": []}
    with (folder / "lists.csv").open(newline="") as opened:
        files = {one["file"] for one in csv.DictReader(opened)}
    assert files | {"lists.csv", "customer.csv"} == {one.name for one in folder.iterdir()}


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["nobody-of-that-name", "-o", "-"], 5),
        (["user_42", "-o", "-", "--format", "csv"], 2),
        (["user_42", "--format", "pdf"], 2),
        (["user_42", "-o", "/dev/null"], 1),
        ([], 2),
    ],
)
def test_what_cannot_be_exported_ends_with_its_code(
    arguments: list[str], code: int, tmp_path: Path
) -> None:
    ended = rctui(tmp_path, "export", "--demo", *arguments)
    assert (ended.code, ended.out) == (code, "")
    assert ended.err.startswith("rctui: ")
    assert list(tmp_path.iterdir()) == []


def test_a_dash_prints_json_for_the_next_program(tmp_path: Path) -> None:
    ended = rctui(tmp_path, "export", "--demo", "hostile_text", "-o", "-")
    assert json.loads(ended.out)["data"]["asked"] == "hostile_text"
    assert "\x1b" not in ended.out
