"""Keep a theme for good: one line of the configuration file, and nothing else of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rctui.config.errors import ConfigError, ConfigProblems
from rctui.config.one_text import with_text
from rctui.config.toml_file import TomlFile, read_toml
from rctui.files.atomic import write_atomically
from rctui.files.locks import locked

if TYPE_CHECKING:
    from pathlib import Path


def keep_theme(config_file: Path, theme: str, project: str = "") -> None:
    """Write a theme into the file, for every project or for one of them, by its key.

    Comments, order and spacing stay byte for byte; the file is then its owner's alone. Raises
    ConfigError, and then the file is as it was, with a hint that says what to write by hand; and
    FilesError.
    """
    by_hand = f"Write {theme_line(theme, project)} into it by hand."
    # Looked at first, so that no folder is made for a lock where there is no file.
    _read(config_file, theme)
    with locked(config_file):
        file = _read(config_file, theme)
        if project and not _has(file, project):
            raise ConfigError(
                f"There is no project called {project} in {config_file}.",
                hint=f"RCTUI_THEME={theme} in the environment puts the theme on.",
            )
        key = ("projects", project, "theme") if project else ("theme",)
        text = file.content.decode()
        written = with_text(text, key, theme)
        if written is None:
            raise ConfigError(f"The theme can't be put into {config_file} safely.", hint=by_hand)
        if written != text:
            write_atomically(config_file, written.encode())


def theme_line(theme: str, project: str = "") -> str:
    """What a person would write."""
    line = f'theme = "{theme}"'
    return f"{line} below [projects.{project}]" if project else line


def _has(file: TomlFile, project: str) -> bool:
    projects = file.data.get("projects")
    return isinstance(projects, dict) and project in projects


def _read(config_file: Path, theme: str) -> TomlFile:
    """The file as it is now. Raises ConfigError and FilesError."""
    try:
        return read_toml(config_file)
    except FileNotFoundError:
        raise ConfigError(
            f"There is no configuration file to keep it in: {config_file}.",
            hint=f"RCTUI_THEME={theme} in the environment puts the theme on.",
        ) from None
    except ConfigProblems as error:
        raise ConfigProblems(f"{error.source} can't be changed", error.problems) from None
