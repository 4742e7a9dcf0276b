"""The demo on the operator's own keys: of a file that is named, these alone count there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rctui.config.errors import ConfigProblems, Problem
from rctui.config.keymap import Keymap, keymap_of
from rctui.config.reading import read_configuration

if TYPE_CHECKING:
    from collections.abc import Mapping


def keymap_in(config: str, environment: Mapping[str, str]) -> Keymap:
    """What `[keymap]` says in a file. Raises ConfigError, FilesError.

    The environment's project has nothing to do with it, whole or half.
    """
    others = {name: value for name, value in environment.items() if not name.startswith("RCTUI_")}
    reading = read_configuration(others, config)
    table = reading.tree.get("keymap", {})
    if not isinstance(table, dict) or not all(isinstance(key, str) for key in table.values()):
        words = 'must hold actions and their keys, such as find = "F"'
        raise ConfigProblems(reading.source, [Problem("keymap", words)])
    return keymap_of(reading, table)
