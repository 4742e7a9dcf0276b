"""`rctui themes`: what there is, and what is wrong with a file."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from rctui.config.themes import UnknownTheme
from rctui.errors import ExitCode
from rctui.headless.theme_commands import themes_check, themes_list

if TYPE_CHECKING:
    from pathlib import Path

BROKEN = '# mine\nbase = "rctui-drk"\n\nerror = "#12"\n'
FAINT = 'base = "rctui-light"\nmuted = "#aaa"\n'


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    return {"XDG_CONFIG_HOME": str(tmp_path)}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "rctui" / "themes"
    folder.mkdir(parents=True)
    return folder


def data(capsys: pytest.CaptureFixture[str]) -> dict[str, dict[str, Any]]:
    return {one["name"]: one for one in json.loads(capsys.readouterr().out)["data"]}


def test_every_theme_is_listed_with_where_it_is_from_and_its_contrast(
    environment: dict[str, str], folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "faint.toml").write_text(FAINT, encoding="utf-8")
    (folder / "broken.toml").write_text(BROKEN, encoding="utf-8")
    assert themes_list(environment, "", as_json=True) is ExitCode.OK
    found = data(capsys)
    assert found["rctui-dark"]["from"] == "shipped"
    assert found["rctui-dark"]["dark"] is True
    assert found["rctui-high-contrast"]["lowest_contrast"] >= 7
    assert found["terminal"]["dark"] is None
    assert found["terminal"]["lowest_contrast"] is None
    assert found["faint"]["from"] == str(folder / "faint.toml")
    assert found["faint"]["dark"] is False
    assert found["faint"]["lowest_contrast"] < 2
    assert found["broken"]["usable"] is False


def test_people_get_a_line_for_each(
    environment: dict[str, str], folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "broken.toml").write_text(BROKEN, encoding="utf-8")
    assert themes_list(environment, "", as_json=False) is ExitCode.OK
    lines = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert ["rctui-light", "light", "contrast"] in [line[:3] for line in lines]
    assert ["terminal", "either"] in [line[:2] for line in lines]
    assert ["broken", "can't", "be", "used"] in [line[:4] for line in lines]


def test_a_file_is_checked_wherever_it_is(
    environment: dict[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "broken.toml"
    file.write_text(BROKEN, encoding="utf-8")
    assert themes_check(environment, "", str(file), as_json=False) is ExitCode.USAGE
    assert capsys.readouterr().out.splitlines() == [
        f"{file}: line 2, base: unknown theme that comes with rctui; did you mean rctui-dark?",
        f"{file}: line 4, error: is no colour; write it as #rrggbb",
    ]
    assert themes_check(environment, "", str(file), as_json=True) is ExitCode.USAGE
    assert [line[:6] for line in data(capsys)["broken"]["problems"]] == ["line 2", "line 4"]


def test_a_theme_is_checked_by_its_name(
    environment: dict[str, str], folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = folder / "broken.toml"
    file.write_text(BROKEN, encoding="utf-8")
    assert themes_check(environment, "", "broken", as_json=False) is ExitCode.USAGE
    assert f"{file}: line 4, error" in capsys.readouterr().out
    assert themes_check(environment, "", "rctui-cvd", as_json=False) is ExitCode.OK


def test_without_themes_of_ones_own_their_place_is_said(
    environment: dict[str, str], folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    themes_list(environment, "", as_json=False)
    assert f"NAME.toml in {folder}" in capsys.readouterr().out


def test_what_is_hard_to_read_is_said_and_no_error(
    environment: dict[str, str], folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "faint.toml").write_text(FAINT, encoding="utf-8")
    assert themes_check(environment, "", "", as_json=False) is ExitCode.OK
    said = capsys.readouterr().out
    assert "faint.toml: can be used" in said
    assert re.search(r"hard to read: muted on panel, 1\.\d:1; 4\.5:1 is enough", said)


def test_all_of_ones_own_are_checked(
    environment: dict[str, str], folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "faint.toml").write_text(FAINT, encoding="utf-8")
    (folder / "broken.toml").write_text(BROKEN, encoding="utf-8")
    assert themes_check(environment, "", "", as_json=True) is ExitCode.USAGE
    assert set(data(capsys)) == {"faint", "broken"}


def test_without_one_of_ones_own_the_folder_is_named(
    environment: dict[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert themes_check(environment, "", "", as_json=False) is ExitCode.OK
    assert str(tmp_path / "rctui" / "themes") in capsys.readouterr().out


@pytest.mark.parametrize(("word", "near"), [("rctui-drk", "rctui-dark"), ("nightt", "night")])
def test_a_name_that_nothing_has_is_said_with_what_there_is_and_where_ones_own_go(
    word: str, near: str, environment: dict[str, str], folder: Path
) -> None:
    (folder / "night.toml").write_text(FAINT, encoding="utf-8")
    with pytest.raises(UnknownTheme) as error:
        themes_check(environment, "", word, as_json=False)
    assert error.value.message.startswith(f"There is no theme called {word} and no file /")
    assert error.value.hint.startswith(f"Did you mean {near}? There are: rctui-cvd, ")
    assert error.value.hint.endswith(f"Your own go into {folder}, as NAME.toml.")
    assert error.value.exit_code is ExitCode.USAGE


def test_a_file_that_is_not_there_is_named(environment: dict[str, str], tmp_path: Path) -> None:
    file = str(tmp_path / "gone.toml")
    with pytest.raises(UnknownTheme, match="no file") as error:
        themes_check(environment, "", file, as_json=False)
    assert file in error.value.message
    assert "Did you mean" not in error.value.hint


def test_a_file_that_can_not_be_read_is_a_problem(
    environment: dict[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "dir.toml").mkdir()
    ended = themes_check(environment, "", str(tmp_path / "dir.toml"), as_json=False)
    assert ended is ExitCode.USAGE
    assert "can't be read: Is a directory" in capsys.readouterr().out
