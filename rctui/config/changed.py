"""Whether the configuration file says something else than when it was read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rctui.config.toml_file import read_toml
from rctui.errors import RctuiError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rctui.config.reading import Reading


def has_changed(reading: Reading) -> bool:
    """Whether another start would read other settings; themes are left aside.

    Those the program writes itself, and uses at once. A file that can't be read any more has
    changed. Reads it: some ms.
    """
    before = None if reading.file is None else reading.file.data
    try:
        now: Mapping[str, Any] | None = read_toml(reading.paths.config_file).data
    except FileNotFoundError:
        now = None
    except RctuiError:
        return True
    return _without_themes(before) != _without_themes(now)


def _without_themes(tree: Mapping[str, Any] | None) -> Mapping[str, Any]:
    rest = {key: value for key, value in (tree or {}).items() if key != "theme"}
    projects = rest.get("projects")
    if isinstance(projects, dict):
        rest["projects"] = {key: _without_theme(one) for key, one in projects.items()}
    return rest


def _without_theme(project: Any) -> Any:
    if not isinstance(project, dict):
        return project
    return {key: value for key, value in project.items() if key != "theme"}
