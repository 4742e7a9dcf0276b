from __future__ import annotations

from pathlib import Path

import pytest

from rctui.config.errors import ConfigProblems, NothingConfigured, UnknownProject
from rctui.config.first_look import clipboard_said, first_look
from rctui.config.paths import find_paths
from rctui.config.reading import read_configuration
from rctui.config.toml_lines import line_of
from rctui.config.validation import validate
from tests.config.files import ACME, KEY, read, written

BOTH = ACME + '[projects.beta]\nproject_id = "projbeta"\napi_key = { file = "k" }\n'


def test_paths_follow_the_environment() -> None:
    paths = find_paths(
        {"HOME": "/h", "XDG_CONFIG_HOME": "/c", "XDG_STATE_HOME": "relative", "XDG_CACHE_HOME": ""}
    )
    assert paths.config_file == Path("/c/rctui/config.toml")
    assert paths.themes == Path("/c/rctui/themes")
    assert paths.state == Path("/h/.local/state/rctui")
    assert paths.cache == Path("/h/.cache/rctui")
    assert not paths.named


def test_a_flag_names_the_file_before_the_variable() -> None:
    environment = {"HOME": "/h", "RCTUI_CONFIG": "/v/a.toml"}
    assert find_paths(environment).config_file == Path("/v/a.toml")
    assert find_paths(environment, "/f/b.toml").config_file == Path("/f/b.toml")
    assert find_paths(environment, "/f/b.toml").themes == Path("/f/themes")


def test_no_home_is_no_crash() -> None:
    assert find_paths({}).config_file.is_absolute()


def test_no_file_at_all_is_nothing_and_no_error(tmp_path: Path) -> None:
    reading = read_configuration({"HOME": str(tmp_path)})
    assert reading.file is None
    assert first_look(reading).projects == ()
    assert validate(reading).projects == {}
    with pytest.raises(NothingConfigured):
        first_look(reading, "acme")
    assert list(tmp_path.iterdir()) == []


def test_two_variables_are_a_project(tmp_path: Path) -> None:
    environment = {"HOME": str(tmp_path), "RCTUI_API_KEY": KEY, "RCTUI_PROJECT_ID": "proj9"}
    reading = read_configuration(environment | {"RCTUI_BASE_URL": "http://127.0.0.1:1/v2/"})
    look = first_look(reading)
    project = validate(reading).projects[look.chosen]
    assert look.projects[0].name == "proj9"
    assert (project.project_id, project.base_url) == ("proj9", "http://127.0.0.1:1/v2")
    assert KEY not in repr(reading) + repr(project)


@pytest.mark.parametrize(
    ("given", "missing"),
    [("RCTUI_API_KEY", "RCTUI_PROJECT_ID"), ("RCTUI_PROJECT_ID", "RCTUI_API_KEY")],
)
def test_one_variable_of_two_is_a_mistake_where_nothing_else_is(
    given: str, missing: str, tmp_path: Path
) -> None:
    with pytest.raises(ConfigProblems, match=f"{given} is set but {missing} is not") as error:
        read_configuration({"HOME": str(tmp_path), given: "x"})
    assert error.value.hint.startswith(f"Set {missing} too: ")
    assert read(written(tmp_path, ACME), **{given: "x"}).file


def test_a_wrong_variable_is_blamed_by_its_name(tmp_path: Path) -> None:
    reading = read(
        written(tmp_path, ACME),
        RCTUI_API_KEY=KEY,
        RCTUI_PROJECT_ID="proj9",
        RCTUI_BASE_URL="http://evil.example",
    )
    with pytest.raises(ConfigProblems, match="RCTUI_BASE_URL: must be https"):
        validate(reading)


def test_the_environments_project_wins_and_the_others_stay(tmp_path: Path) -> None:
    path = written(tmp_path, "default_project = 'acme'\n" + ACME)
    reading = read(path, RCTUI_API_KEY=KEY, RCTUI_PROJECT_ID="proj9")
    assert first_look(reading).chosen == "environment"
    assert first_look(reading, "acme").chosen == "acme"


def test_the_environments_key_does_not_undo_the_files_protection(tmp_path: Path) -> None:
    path = written(tmp_path, ACME + 'protection = "read-only"\nrisk = "high"')
    reading = read(path, RCTUI_API_KEY=KEY, RCTUI_PROJECT_ID="proj1ab2c3d4")
    [look] = first_look(reading).projects
    assert (look.key, look.protection, look.high_risk) == ("acme", "read-only", True)
    assert validate(reading).projects["acme"].api_key.words.endswith("RCTUI_API_KEY")


def test_several_projects_need_a_choice(tmp_path: Path) -> None:
    reading = read(written(tmp_path, BOTH))
    with pytest.raises(UnknownProject, match="no default_project") as caught:
        first_look(reading)
    assert "acme, beta" in caught.value.hint
    assert first_look(reading, "beta").chosen == "beta"
    with pytest.raises(UnknownProject, match="no project called gamma"):
        first_look(reading, "gamma")


def test_the_first_look_sees_what_the_first_frame_shows(tmp_path: Path) -> None:
    text = (
        "theme = 'night'\nmouse = 'off'\ndriver = 'plain'\n"
        + ACME
        + "name = 'Acme'\nrisk = 'high'\nprotection = 'open'\nnames = { entl1 = 'pro' }"
    )
    look = first_look(read(written(tmp_path, text)))
    [project] = look.projects
    assert (look.chosen, look.theme, look.mouse, look.driver) == ("acme", "night", "off", "plain")
    assert (project.name, project.high_risk, project.protection) == ("Acme", True, "open")
    assert project.names == {"entl1": "pro"}


def test_windows_line_ends_are_fine(tmp_path: Path) -> None:
    path = written(tmp_path, ACME.replace("\n", "\r\n"))
    assert list(validate(read(path)).projects) == ["acme"]


@pytest.mark.parametrize(
    ("key", "line"),
    [
        (("theme",), 1),
        (("projects", "a.b", "name"), 3),
        (("projects", "a.b", "limits", "max_credit", "GLD"), 4),
        (("projects", "a.b", "missing"), 2),
        (("missing",), None),
    ],
)
def test_lines_are_found_or_those_around_them(key: tuple[str, ...], line: int | None) -> None:
    text = 'theme = 1\n[projects."a.b"] # x\n  name = "#"\nlimits.max_credit = { GLD = 1 }\n'
    assert line_of(text, key) == line


def test_the_environment_says_how_to_copy_before_the_file(tmp_path: Path) -> None:
    path = written(tmp_path, 'clipboard = "tmux"\n' + ACME)
    environment = {"HOME": str(tmp_path), "RCTUI_CONFIG": str(path)}
    assert first_look(read_configuration(environment)).clipboard == "tmux"
    reading = read_configuration(environment | {"RCTUI_CLIPBOARD": "osc52"})
    assert first_look(reading).clipboard == "osc52"
    assert validate(reading).clipboard == "osc52"
    assert reading.overridden["clipboard",] == "RCTUI_CLIPBOARD"


def test_a_way_to_copy_that_is_none_is_told_by_its_variable(tmp_path: Path) -> None:
    environment = {"HOME": str(tmp_path), "RCTUI_CLIPBOARD": "xclip"}
    words = "RCTUI_CLIPBOARD: must be 'auto', 'native', 'tmux', 'osc52' or 'off'"
    with pytest.raises(ConfigProblems, match=words):
        first_look(read_configuration(environment))
    with pytest.raises(ConfigProblems, match=words):
        clipboard_said(environment)
    assert clipboard_said({"RCTUI_CLIPBOARD": ""}) == "auto"
    assert clipboard_said({"RCTUI_CLIPBOARD": "off"}) == "off"
