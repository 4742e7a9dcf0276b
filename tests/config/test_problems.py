"""What is wrong with a file is said with file, line and key, and nothing of its values."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from rctui.config.errors import ConfigError, ConfigProblems, ConfigUnreadable
from rctui.config.validation import validate
from rctui.errors import ExitCode
from tests.config.files import ACME, KEY, assert_no_key_in, read, written

if TYPE_CHECKING:
    from pathlib import Path

ONE_OF_THE_SOURCES = 'must be { env = "NAME" }'


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('theem = "auto"', ["line 1, theem: unknown key; did you mean theme?"]),
        (ACME + 'protektion = "open"', ["line 4", "did you mean protection?"]),
        (
            ACME + "[projects.acme.limits]\nmax_grant = 3",
            ["line 5", "did you mean max_grant_days?"],
        ),
        (ACME + "[projects.acme.colums]\n", ["projects.acme.colums", "did you mean columns?"]),
        ("zzzzzz = 1", ["zzzzzz: unknown key; known are default_project, theme"]),
        ("[playbooks.a]\ntitel = 'x'", ["line 2", "did you mean title?", "title: is missing"]),
        (ACME + 'protection = "gaurded"', ["'open', 'guarded' or 'read-only'", "line 4"]),
        (ACME + 'risk = "huge"', ["projects.acme.risk: must be 'normal' or 'high'"]),
        (ACME + 'require_ticket = "yes"', ["must be true or false"]),
        (ACME + "require_ticket = 1", ["must be true or false"]),
        ("recovery_days = '30'", ["recovery_days: must be a whole number"]),
        ("recovery_days = -1", ["must be at least 0"]),
        ("recovery_days = 1.0", ["must be a whole number"]),
        ("keymap = 3", ["keymap: must be a table"]),
        ("projects = 3", ["projects: must be a table"]),
        ("projects = { acme = 3 }", ["projects.acme: must be a table"]),
        ("[[projects]]", ["projects: must be a table"]),
        (ACME + "columns = { subscriptions = 'a' }", ["columns.subscriptions: must be a list"]),
        (ACME + "columns = { nothing = [] }", ["must be 'entitlements', 'subscriptions'"]),
        (ACME + 'base_url = "http://api.revenuecat.com/v2"', ["must be https"]),
        (ACME + 'base_url = "https://a:b@api.example"', ["no user"]),
        (ACME + 'base_url = "ftp://x"', ["must be an address such as"]),
        (ACME + 'base_url = "https://x y"', ["must be a plain address"]),
        (ACME + "limits = { max_grant_days = 0 }", ["must be at least 1"]),
        (ACME + "limits = { max_credit = { GLD = -1 } }", ["max_credit.GLD: must be at least 0"]),
        (ACME.replace("proj1ab2c3d4", KEY), ["line 2", "project_id: looks like an API key"]),
        (ACME + 'name = ""', ["name: must not be empty"]),
        ("[projects.acme]", ["line 1", "project_id: is missing", "api_key: is missing"]),
        ('[projects."a b"]\nproject_id = "p"\napi_key = {env="A"}', ["letters, digits"]),
        ("default_project = 'acmee'\n" + ACME, ["line 1", "did you mean acme?"]),
        ("default_project = 'x'\n" + ACME, ["there are: acme"]),
        ("default_project = 'x'", ["there are: none"]),
        (ACME.replace("acme]", "environment]"), ["kept for the project of RCTUI_PROJECT_ID"]),
        (ACME.replace('{ env = "RC_ACME_KEY" }', '"vault:x"'), [ONE_OF_THE_SOURCES]),
        (ACME.replace('{ env = "RC_ACME_KEY" }', "{ vault = 'x' }"), [ONE_OF_THE_SOURCES]),
        (ACME.replace('"RC_ACME_KEY"', '"A", file = "b"'), [ONE_OF_THE_SOURCES]),
        (ACME.replace('{ env = "RC_ACME_KEY" }', "{ command = 'op read' }"), ["list of texts"]),
        (ACME.replace('{ env = "RC_ACME_KEY" }', "{ command = [] }"), ["list of texts"]),
        (ACME.replace('{ env = "RC_ACME_KEY" }', '""'), ["line 3", "the key is empty"]),
        (ACME.replace('{ env = "RC_ACME_KEY" }', '"appl_x"'), ["public SDK key"]),
        (ACME + ACME, ["line 4, column", "not TOML"]),
        ("theme = ", ["not TOML", "end of document"]),
        (b"theme = 'a'\n# \xff", ["line 2: not UTF-8 text"]),
        ("a = " + "[" * 5000, ["nested too deeply"]),
        ("recovery_days = " + "9" * 5000, ["a number is too long"]),
    ],
)
def test_a_problem_is_told_with_its_place(
    text: str | bytes, told: list[str], tmp_path: Path
) -> None:
    path = written(tmp_path, text)
    before = path.read_bytes(), path.stat().st_mtime_ns
    with pytest.raises(ConfigProblems) as caught:
        validate(read(path))
    assert caught.value.exit_code is ExitCode.USAGE
    assert str(path) in caught.value.message
    for words in told:
        assert words in caught.value.message
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before


def test_several_problems_come_together_in_the_order_of_the_file(tmp_path: Path) -> None:
    path = written(tmp_path, ACME + 'risk = "x"\nthem = 1\n[playbooks.a]\n[keymap]\nfind = 1')
    with pytest.raises(ConfigProblems) as caught:
        validate(read(path))
    assert [problem.line for problem in caught.value.problems] == [4, 5, 6, 8]


def test_many_problems_are_counted(tmp_path: Path) -> None:
    path = written(tmp_path, "\n".join(f"x{number} = 1" for number in range(40)))
    with pytest.raises(ConfigProblems) as caught:
        validate(read(path))
    assert caught.value.lines[-1] == "and 28 more"


@pytest.mark.parametrize(
    "text",
    [
        f'api_key = "{KEY}"',
        f'{KEY} = "x"',
        f'[projects.{KEY}]\nproject_id = "{KEY} "',
        ACME + f'protection = "{KEY}"',
        ACME + f'base_url = "{KEY}"',
        ACME.replace('{ env = "RC_ACME_KEY" }', f'{{ evn = "{KEY}" }}'),
        ACME.replace("RC_ACME_KEY", KEY),
        ACME.replace('env = "RC_ACME_KEY"', f'keyring = "{KEY}"'),
        ACME.replace('{ env = "RC_ACME_KEY" }', f'"{KEY}\\n"'),
        ACME.replace('{ env = "RC_ACME_KEY" }', f'"{KEY}é"'),
        ACME.replace('{ env = "RC_ACME_KEY" }', f'"{KEY}'),
        f"{KEY}",
        f"a.{KEY} = 1\na.{KEY} = 2",
    ],
)
def test_a_key_in_any_wrong_place_is_not_shown(text: str, tmp_path: Path) -> None:
    with pytest.raises(ConfigProblems) as caught:
        validate(read(written(tmp_path, text)))
    assert_no_key_in(str(caught.value), repr(caught.value), caught.value.hint)
    assert caught.value.__cause__ is None


@pytest.mark.parametrize(
    ("mode", "told"),
    [(0o640, "others can read this key"), (0o604, "others can read"), (0o644, "chmod 600")],
)
def test_a_literal_key_wants_a_private_file(mode: int, told: str, tmp_path: Path) -> None:
    text = ACME.replace('{ env = "RC_ACME_KEY" }', f'"{KEY}"')
    assert validate(read(written(tmp_path, text))).projects
    with pytest.raises(ConfigProblems, match=told):
        validate(read(written(tmp_path, text, mode)))
    assert validate(read(written(tmp_path, ACME, mode))).projects


def test_a_file_that_others_can_change_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigUnreadable, match="changed by other users"):
        read(written(tmp_path, ACME, 0o602))


def test_a_group_may_write_only_where_it_is_ones_own(tmp_path: Path) -> None:
    path = written(tmp_path, ACME, 0o660)
    assert read(path).file
    if os.getuid() != 0:
        pytest.skip("only root can give a file to another group")
    os.chown(path, -1, os.getgid() + 1)
    with pytest.raises(ConfigUnreadable, match="changed by other users"):
        read(path)


def test_a_folder_that_others_can_change_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "open"
    folder.mkdir()
    path = written(folder, ACME)
    folder.chmod(0o777)
    with pytest.raises(ConfigUnreadable, match="Other users can put files"):
        read(path)
    folder.chmod(0o1777)
    assert read(path).file


@pytest.mark.parametrize("kind", ["directory", "pipe", "missing", "big"])
def test_what_can_not_be_a_configuration_is_said_at_once(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    if kind == "directory":
        path.mkdir()
    elif kind == "pipe":
        os.mkfifo(path)
    elif kind == "big":
        written(tmp_path, b"#" * 1_000_001)
    with pytest.raises(ConfigError) as caught:
        read(path)
    assert str(path) in caught.value.message
