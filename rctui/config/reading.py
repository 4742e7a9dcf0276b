"""The file and the environment, brought together as one tree of plain values.

Needs the standard library only. Nothing is checked here beyond that the file is TOML.
"""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from rctui.config.errors import ConfigProblems, ConfigUnreadable, Problem
from rctui.config.paths import Paths, find_paths
from rctui.config.toml_file import TomlFile, read_toml

if TYPE_CHECKING:
    from collections.abc import Mapping

FROM_ENVIRONMENT: Final = "environment"
"""What a project that only the environment describes is called."""
KEY_VARIABLE: Final = "RCTUI_API_KEY"
ID_VARIABLE: Final = "RCTUI_PROJECT_ID"
URL_VARIABLE: Final = "RCTUI_BASE_URL"
CLIPBOARD_VARIABLE: Final = "RCTUI_CLIPBOARD"
_WHAT_IT_IS: Final = {
    KEY_VARIABLE: "a secret API key, version 2.",
    ID_VARIABLE: "the project's id, such as proj1ab2c3d4.",
}


@dataclass(frozen=True, slots=True)
class Reading:
    """A configuration as found."""

    paths: Paths
    file: TomlFile | None
    """`None` where there is none, which is no error by itself."""
    tree: dict[str, Any] = field(repr=False)
    """The file's tree with the environment's project in it."""
    overridden: dict[tuple[str, ...], str]
    """Which keys of the tree come from the environment, and from which variable."""

    @property
    def source(self) -> str:
        """The file, as a message names it; the environment where there is no file."""
        return str(self.file.path) if self.file else "environment"


def read_configuration(environment: Mapping[str, str], flag: str = "") -> Reading:
    """Read the file and the environment; `flag` is what `--config` says.

    Raises ConfigUnreadable, ConfigProblems, FilesError.
    """
    paths = find_paths(environment, flag)
    file = _file(paths)
    tree = deepcopy(file.data) if file else {}
    overridden = {**_add_project_of(environment, tree), **_add_clipboard(environment, tree)}
    return Reading(paths, file, tree, overridden)


def _file(paths: Paths) -> TomlFile | None:
    try:
        return read_toml(paths.config_file)
    except FileNotFoundError:
        if paths.named:
            raise ConfigUnreadable(
                f"There is no file {paths.config_file}.",
                hint="It was named by --config or RCTUI_CONFIG.",
            ) from None
        return None


def _add_project_of(
    environment: Mapping[str, str], tree: dict[str, Any]
) -> dict[tuple[str, ...], str]:
    """Put the environment's project into the tree; which keys that were."""
    project_id = environment.get(ID_VARIABLE, "")
    if not (environment.get(KEY_VARIABLE) and project_id):
        _refuse_half_a_project(environment, tree)
        return {}
    projects = tree.setdefault("projects", {})
    if not isinstance(projects, dict):
        return {}
    # Where the file knows the project, its protection and limits stay in force.
    key = _known_as(projects, project_id) or FROM_ENVIRONMENT
    added: dict[tuple[str, ...], str] = {("default_project",): ID_VARIABLE}
    tree["default_project"] = key
    project = projects.setdefault(key, {})
    for name, variable, value in (
        ("project_id", ID_VARIABLE, project_id),
        ("api_key", KEY_VARIABLE, {"env": KEY_VARIABLE}),
        ("base_url", URL_VARIABLE, environment.get(URL_VARIABLE)),
        ("name", ID_VARIABLE, project_id if key == FROM_ENVIRONMENT else None),
    ):
        if value and isinstance(project, dict):
            project[name] = value
            added["projects", key, name] = variable
    return added


def _add_clipboard(
    environment: Mapping[str, str], tree: dict[str, Any]
) -> dict[tuple[str, ...], str]:
    """Put the environment's way to copy into the tree; which key that was, if any."""
    way = environment.get(CLIPBOARD_VARIABLE)
    if not way:
        return {}
    tree["clipboard"] = way
    return {("clipboard",): CLIPBOARD_VARIABLE}


def _known_as(projects: Mapping[str, Any], project_id: str) -> str | None:
    for key, project in projects.items():
        if isinstance(project, dict) and project.get("project_id") == project_id:
            return key
    return None


def _refuse_half_a_project(environment: Mapping[str, str], tree: Mapping[str, Any]) -> None:
    """One variable of the two is a mistake where nothing else is configured."""
    given = [name for name in (KEY_VARIABLE, ID_VARIABLE) if environment.get(name)]
    if given and not tree.get("projects"):
        missing = ID_VARIABLE if given == [KEY_VARIABLE] else KEY_VARIABLE
        problem = Problem("", f"{given[0]} is set but {missing} is not")
        error = ConfigProblems("environment", [problem])
        error.hint = f"Set {missing} too: {_WHAT_IT_IS[missing]}"
        raise error
