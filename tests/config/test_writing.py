from __future__ import annotations

import subprocess
import sys
import tomllib
from typing import TYPE_CHECKING

import pytest

from rctui.config.errors import ConfigError, ConfigProblems
from rctui.config.key_source import CommandKey, EnvironmentKey, FileKey, KeyringKey, LiteralKey
from rctui.config.new_project import NewProject
from rctui.config.paths import find_paths
from rctui.config.validation import validate
from rctui.config.writing import add_project
from rctui.secret import Secret
from tests.config.files import ACME, KEY, read, written

if TYPE_CHECKING:
    from pathlib import Path

    from rctui.config.key_source import KeySource

ADD = """
import sys
from rctui.config.key_source import EnvironmentKey
from rctui.config.paths import find_paths
from rctui.config.new_project import NewProject
from rctui.config.writing import add_project
for number in range(5):
    name = f"p{sys.argv[2]}-{number}"
    add_project(find_paths({}, sys.argv[1]), NewProject(name, "proj1", EnvironmentKey("K")))
"""


def beta(key: str = "beta", project_id: str = "projbeta") -> NewProject:
    return NewProject(key, project_id, EnvironmentKey("RC_BETA"), 'Beta "x" \x1b é\U0001f600')


def add(path: Path, project: NewProject) -> None:
    add_project(find_paths({}, str(path)), project)


def test_the_first_project_makes_a_private_file_and_is_the_default(tmp_path: Path) -> None:
    path = tmp_path / "rctui" / "config.toml"
    add(path, beta())
    settings = validate(read(path))
    assert settings.default_project == "beta"
    assert settings.projects["beta"].name == 'Beta "x" \x1b é\U0001f600'
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize(
    "before",
    [
        "default_project = 'acme'  # mine\n" + ACME + "# the end",
        "default_project = 'acme'\r\n" + ACME.replace("\n", "\r\n") + "\r\n\r\n",
        "default_project = 'acme'\n\n\n" + ACME + "[keymap]\nfind = 'f'   # é\n\t\n",
    ],
)
def test_what_is_there_stays_byte_for_byte(before: str, tmp_path: Path) -> None:
    path = written(tmp_path, before)
    add(path, beta())
    after = path.read_bytes()
    assert after.startswith(before.encode())
    assert (b"\r\n" in after) == ("\r\n" in before)
    assert after.count(b"\n") == after.count(b"\r\n") or b"\r" not in after
    settings = validate(read(path))
    assert settings.default_project == "acme"
    assert list(settings.projects) == ["acme", "beta"]


def test_a_second_project_leaves_the_first_one_the_default(tmp_path: Path) -> None:
    path = written(tmp_path, ACME)
    add(path, beta())
    assert path.read_bytes().endswith(path.read_bytes()[-10:])
    assert ACME in path.read_text()
    assert validate(read(path)).default_project == "acme"


@pytest.mark.parametrize(
    "source",
    [
        EnvironmentKey("RC"),
        KeyringKey('with "quotes" and \\'),
        CommandKey(("op", "read", "op://a b/c", "é\n")),
        FileKey("~/keys/acme"),
    ],
)
def test_every_source_is_read_back_as_it_was(source: KeySource, tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    add(path, NewProject("acme", "proj1", source))
    add(path, NewProject("beta", "proj2", source))
    assert {project.api_key for project in validate(read(path)).projects.values()} == {source}


@pytest.mark.parametrize(
    ("before", "project", "says"),
    [
        (ACME, beta("acme"), "already"),
        (ACME, beta("with space"), "letters, digits"),
        (ACME, beta(project_id="no/slash"), "letters, digits"),
        (ACME, beta("environment"), "kept for"),
        ("projects = {}\n", beta(), "not TOML"),
        ("projects = 3\n", beta(), "must be a table"),
        ("theme = \n", beta(), "not TOML"),
        ("typo = 1\n" + ACME, beta(), "unknown key"),
        (ACME, NewProject("beta", "projbeta", LiteralKey(Secret(KEY))), "does not write"),
    ],
)
def test_where_it_can_not_be_right_nothing_is_changed(
    before: str, project: NewProject, says: str, tmp_path: Path
) -> None:
    path = written(tmp_path, before)
    with pytest.raises(ConfigError, match=says):
        add(path, project)
    assert path.read_text() == before


def test_no_file_is_made_for_a_wrong_project(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    with pytest.raises(ConfigProblems):
        add(path, beta("with space"))
    assert not path.exists()


def test_two_processes_lose_nothing_of_each_other(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    adders = [subprocess.Popen([sys.executable, "-c", ADD, path, number]) for number in "123"]
    assert [adder.wait() for adder in adders] == [0, 0, 0]
    assert len(tomllib.loads(path.read_text())["projects"]) == 15
