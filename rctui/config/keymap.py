"""Keys of one's own: what `[keymap]` says, not checked yet."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from rctui.config.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rctui.config.reading import Reading


class Keymap(NamedTuple):
    """The keys as they are written, and where."""

    keys: Mapping[str, str] = MappingProxyType({})
    """By the id of the action."""
    source: str = ""
    lines: Mapping[str, int] = MappingProxyType({})

    def problem(self, action: str, words: str) -> Problem:
        """What is wrong with the keys of an action."""
        return Problem(f"keymap.{action}", words, self.lines.get(action))


def keymap_of(reading: Reading, keys: Mapping[str, str]) -> Keymap:
    """The keymap of a configuration, with the lines it is on."""
    file = reading.file
    found = {action: file.line_of(("keymap", action)) for action in keys} if file else {}
    return Keymap(keys, reading.source, {key: line for key, line in found.items() if line})
