from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from rctui.config.remembered import (
    PINNED_AT_MOST,
    RECENT_AT_MOST,
    Remembered,
    RememberedCustomers,
)
from rctui.files.errors import FilesError

if TYPE_CHECKING:
    from pathlib import Path

OPENS = """
import sys
from pathlib import Path
from rctui.config.remembered import RememberedCustomers
customers = RememberedCustomers(Path(sys.argv[1]))
for number in range(8):
    customers.opened(sys.argv[2], f"{sys.argv[2]}-{number}")
    customers.turn_pin("shared", f"{sys.argv[2]}-{number}")
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "rctui" / "customers.json"


def test_the_newest_comes_first_and_nobody_twice() -> None:
    known = Remembered().with_opened("a").with_opened("b").with_opened("a")
    assert known.recent == ("a", "b")


def test_no_more_are_kept_than_can_be_looked_over() -> None:
    known = Remembered()
    for number in range(100):
        known = known.with_opened(str(number)).with_pin_turned(str(number))
    assert len(known.recent) == RECENT_AT_MOST
    assert len(known.pinned) == PINNED_AT_MOST
    assert known.recent[0] == known.pinned[0] == "99"


def test_a_pin_is_turned_on_and_off(file: Path) -> None:
    customers = RememberedCustomers(file)
    assert customers.turn_pin("acme", "a")
    assert RememberedCustomers(file).of("acme").pinned == ("a",)
    assert not customers.turn_pin("acme", "a")
    assert RememberedCustomers(file).of("acme") == Remembered()


def test_projects_are_kept_apart(file: Path) -> None:
    customers = RememberedCustomers(file)
    customers.opened("acme", "a")
    customers.opened("other", "b")
    assert customers.of("acme").recent == ("a",)
    assert customers.of("other").recent == ("b",)
    assert customers.of("third") == Remembered()


def test_file_and_folder_are_their_owners_alone(file: Path) -> None:
    RememberedCustomers(file).opened("acme", "a")
    assert file.stat().st_mode & 0o777 == 0o600
    assert file.parent.stat().st_mode & 0o777 == 0o700


def test_ids_of_any_text_survive(file: Path) -> None:
    ids = ("Zoë \U0001f98a", "[bold]x", "a\ud800b", "\x1b[2J", "tab\there")
    customers = RememberedCustomers(file)
    for one in ids:
        customers.opened("acme", one)
    assert RememberedCustomers(file).of("acme").recent == ids[::-1]
    assert b"\x1b" not in file.read_bytes()


def test_without_a_file_it_lasts_as_long_as_the_program() -> None:
    customers = RememberedCustomers()
    customers.opened("demo", "a")
    assert customers.turn_pin("demo", "b")
    assert customers.of("demo") == Remembered(("b",), ("a",))


def test_recent_customers_are_not_kept_where_that_is_switched_off(file: Path) -> None:
    customers = RememberedCustomers(file, keep_recent=False)
    customers.opened("acme", "a")
    assert not file.exists()
    customers.turn_pin("acme", "b")
    assert RememberedCustomers(file).of("acme") == Remembered(("b",), ())


@pytest.mark.parametrize(
    "damaged",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b"[]",
        b"null",
        b'{"projects": 5}',
        b'{"projects": {"acme": 5}}',
        b'{"projects": {"acme": {"pinned": 5}}}',
        b'{"projects": {"acme": {"recent": [1, null, {}]}}}',
        b"[" * 100_000,
    ],
)
def test_a_damaged_file_is_as_good_as_none_and_heals(file: Path, damaged: bytes) -> None:
    file.parent.mkdir(mode=0o700)
    file.write_bytes(damaged)
    customers = RememberedCustomers(file)
    assert customers.of("acme") == Remembered()
    customers.opened("acme", "a")
    assert json.loads(file.read_bytes())["projects"]["acme"]["recent"] == ["a"]


def test_a_place_that_can_not_be_used_is_an_error_in_words(tmp_path: Path) -> None:
    (tmp_path / "rctui").write_text("not a folder")
    customers = RememberedCustomers(tmp_path / "rctui" / "customers.json")
    with pytest.raises(FilesError):
        customers.opened("acme", "a")
    with pytest.raises(FilesError):
        customers.of("acme")


def test_two_programs_at_once_lose_nothing_of_each_other(file: Path) -> None:
    command = [sys.executable, "-c", OPENS, str(file)]
    running = [subprocess.Popen([*command, project]) for project in ("one", "two")]
    assert [process.wait(timeout=60) for process in running] == [0, 0]
    customers = RememberedCustomers(file)
    for project in ("one", "two"):
        names = {f"{project}-{number}" for number in range(8)}
        assert set(customers.of(project).recent) == names
        assert names <= set(customers.of("shared").pinned)
