"""Every value that counts, and where it came from. Never a key, only its source."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, get_args

from pydantic import BaseModel

from rctui.config.key_source import KeySource

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from rctui.config.reading import Reading
    from rctui.config.settings import Settings


@dataclass(frozen=True, slots=True)
class SettingOrigin:
    """One setting as it counts in this run."""

    key: tuple[str, ...]
    value: object
    """A plain value; for an API key its source in words."""
    origin: str
    """`default`, the file with its line, or the variable or flag."""


def setting_origins(
    reading: Reading, settings: Settings, flags: Mapping[tuple[str, ...], tuple[str, object]]
) -> Iterator[SettingOrigin]:
    """Every setting, in the order of their documentation.

    `flags` is what the command line says: by key, the flag and the value that counts instead.
    """
    for key, value in _leaves(settings, ()):
        if key in flags:
            flag, counts = flags[key]
            yield SettingOrigin(key, counts, flag)
        else:
            yield SettingOrigin(key, value, _origin(reading, key))


def _leaves(group: BaseModel, above: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], object]]:
    for name in type(group).model_fields:
        yield from _inside((*above, name), getattr(group, name))


def _inside(key: tuple[str, ...], value: object) -> Iterator[tuple[tuple[str, ...], object]]:
    if isinstance(value, BaseModel):
        yield from _leaves(value, key)
    elif isinstance(value, dict) and value:
        for name, inner in value.items():
            yield from _inside((*key, str(name)), inner)
    elif isinstance(value, get_args(KeySource)):
        yield key, value.words
    else:
        yield key, value


def _origin(reading: Reading, key: tuple[str, ...]) -> str:
    if key in reading.overridden:
        return reading.overridden[key]
    if reading.file is None or not _is_set(reading.tree, key):
        return "default"
    line = reading.file.line_of(key)
    return f"{reading.file.path}:{line}" if line else str(reading.file.path)


def _is_set(tree: object, key: tuple[str, ...]) -> bool:
    for part in key:
        if not isinstance(tree, dict) or part not in tree:
            return False
        tree = tree[part]
    return True
