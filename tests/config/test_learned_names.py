from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from rctui.config.learned_names import FRESH_MS, LearnedNames, NamesCache

if TYPE_CHECKING:
    from pathlib import Path

ORIGIN = "https://api.example.com/v2"
NOW = 1_764_000_000_000
LEARNED = LearnedNames({"entl1": "pro"}, {"entl1": "Pro access"}, NOW)


def test_names_survive_the_program(tmp_path: Path) -> None:
    NamesCache(tmp_path / "cache").keep(ORIGIN, "proj1", LEARNED)
    assert NamesCache(tmp_path / "cache").of(ORIGIN, "proj1") == LEARNED
    [file] = (tmp_path / "cache").iterdir()
    assert file.stat().st_mode & 0o777 == 0o600


def test_each_project_of_each_server_has_its_own(tmp_path: Path) -> None:
    cache = NamesCache(tmp_path)
    cache.keep(ORIGIN, "proj1", LEARNED)
    assert cache.of(ORIGIN, "proj2") == LearnedNames()
    assert cache.of("https://other.example.com/v2", "proj1") == LearnedNames()


def test_without_a_folder_they_last_as_long_as_the_program() -> None:
    cache = NamesCache()
    cache.keep(ORIGIN, "proj1", LEARNED)
    assert cache.of(ORIGIN, "proj1") == LEARNED


@pytest.mark.parametrize(
    "content", [b"", b"\xff", b"[]", b'{"version": 9}', b'{"version": 1, "names": [1]}']
)
def test_a_file_that_makes_no_sense_is_none(tmp_path: Path, content: bytes) -> None:
    cache = NamesCache(tmp_path)
    cache.keep(ORIGIN, "proj1", LEARNED)
    [file] = tmp_path.iterdir()
    file.write_bytes(content)
    assert cache.of(ORIGIN, "proj1") == LearnedNames()


def test_names_grow_old() -> None:
    assert LEARNED.is_fresh(NOW + FRESH_MS - 1)
    assert not LEARNED.is_fresh(NOW + FRESH_MS)
    assert not LEARNED.is_fresh(NOW - 1)
    assert not LearnedNames().is_fresh(NOW)


def test_what_this_run_learned_is_known_without_a_look_at_the_disk(tmp_path: Path) -> None:
    cache = NamesCache(tmp_path)
    assert cache.now(ORIGIN, "proj1") == LearnedNames()
    cache.keep(ORIGIN, "proj1", LEARNED)
    assert cache.now(ORIGIN, "proj1") == LEARNED
    other = NamesCache(tmp_path)
    assert other.now(ORIGIN, "proj1") == LearnedNames()
    other.of(ORIGIN, "proj1")
    assert other.now(ORIGIN, "proj1") == LEARNED


def test_a_newer_catalogue_leaves_other_names_in_place(tmp_path: Path) -> None:
    cache = NamesCache(tmp_path)
    cache.learn(ORIGIN, "proj1", {"entl2": "team", "entl1": "old"})
    cache.keep(ORIGIN, "proj1", LEARNED._replace(needs=("a:read",)))
    kept = NamesCache(tmp_path).of(ORIGIN, "proj1")
    assert kept.names == {"entl1": "pro", "entl2": "team"}
    assert (kept.at_ms, kept.needs) == (NOW, ("a:read",))


def test_names_that_are_known_are_not_written_again(tmp_path: Path) -> None:
    cache = NamesCache(tmp_path)
    cache.keep(ORIGIN, "proj1", LEARNED)
    [file] = tmp_path.iterdir()
    file.unlink()
    cache.learn(ORIGIN, "proj1", {"entl1": "pro"})
    assert not file.exists()
    cache.learn(ORIGIN, "proj1", {"entl1": "renamed"})
    assert NamesCache(tmp_path).of(ORIGIN, "proj1").names == {"entl1": "renamed"}
    assert NamesCache(tmp_path).of(ORIGIN, "proj1").at_ms == NOW
