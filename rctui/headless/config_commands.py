"""`rctui config`: where the files are, what counts and why, the schema."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from rctui.config.first_look import first_look, literal_key_warning
from rctui.config.keymap import keymap_of
from rctui.config.paths import find_paths
from rctui.config.reading import read_configuration
from rctui.config.theme_choice import VARIABLE
from rctui.errors import ExitCode
from rctui.headless.output import complain, print_data, print_document, print_lines
from rctui.text.safe_text import SafeText, label, phrase, safe

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from rctui.config.keymap import Keymap
    from rctui.config.origins import SettingOrigin
    from rctui.config.reading import Reading

LONG = 2000


def config_path(environment: Mapping[str, str], file: str, *, as_json: bool) -> ExitCode:
    """Print where rctui's files are, whether or not they exist."""
    paths = find_paths(environment, file)
    places = {
        "configuration": paths.config_file,
        "themes": paths.themes,
        "state": paths.state,
        "cache": paths.cache,
    }
    if as_json:
        print_data(
            {name: {"path": str(path), "exists": path.exists()} for name, path in places.items()}
        )
    else:
        print_lines(_place(name, path) for name, path in places.items())
    return ExitCode.OK


def config_show(
    environment: Mapping[str, str],
    file: str,
    project: str,
    check_keymap: Callable[[Keymap], object],
    *,
    as_json: bool,
) -> ExitCode:
    """Print every setting and where it came from. Raises ConfigError, FilesError.

    `check_keymap` knows the actions that keys can be given to; it raises ConfigProblems.
    """
    from rctui.config.origins import setting_origins
    from rctui.config.validation import validate

    reading = read_configuration(environment, file)
    settings = validate(reading)
    look = first_look(reading, project)
    check_keymap(keymap_of(reading, look.keymap))
    flags: dict[tuple[str, ...], tuple[str, object]] = {}
    if project:
        flags["default_project",] = ("--project", look.chosen)
    if environment.get(VARIABLE):
        flags["theme",] = (VARIABLE, environment[VARIABLE])
    found = list(setting_origins(reading, settings, flags))
    warnings = [literal_key_warning(one.key) for one in look.projects if one.literal_key]
    if as_json:
        print_data(_show_data(reading, found, warnings))
        return ExitCode.OK
    print_lines(_setting(one) for one in found)
    for warning in warnings:
        complain(safe(warning))
    return ExitCode.OK


def config_schema(*, as_json: bool) -> ExitCode:
    """Print the JSON schema of the file: the bare document, or in the usual frame."""
    from rctui.config.schema import settings_schema

    if as_json:
        print_data(settings_schema())
    else:
        print_document(json.dumps(settings_schema(), indent=2))
    return ExitCode.OK


def _place(name: str, path: Path) -> SafeText:
    there = label("") if path.exists() else label("  (not there yet)")
    return phrase("{}: {}", safe(name), safe(str(path), limit=LONG)) + there


def _setting(one: SettingOrigin) -> SafeText:
    value = safe(json.dumps(one.value, ensure_ascii=False), limit=LONG)
    return phrase("{} = {}  ({})", safe(".".join(one.key)), value, safe(one.origin, limit=LONG))


def _show_data(reading: Reading, found: list[SettingOrigin], warnings: list[str]) -> object:
    return {
        "path": str(reading.paths.config_file),
        "exists": reading.file is not None,
        "settings": [
            {"key": ".".join(one.key), "value": one.value, "from": one.origin} for one in found
        ],
        "warnings": warnings,
    }
