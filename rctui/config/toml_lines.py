"""A TOML text line by line, as far as one line tells what it is.

`line_of` finds the line of a key, for sentences about what is wrong with it. `HEADER`,
`ASSIGNMENT` and `parts` are what it reads a line with; `one_text` finds with them where it can
edit. None of them knows what a comment or a text of several lines is: who needs to be sure parses
the whole.
"""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAME: Final = r"""(?:[A-Za-z0-9_-]+|"(?:[^"\\]|\\.)*"|'[^']*')"""
_DOTTED: Final = rf"{_NAME}(?:[ \t]*\.[ \t]*{_NAME})*"
HEADER: Final = re.compile(rf"[ \t]*\[[ \t]*({_DOTTED})[ \t]*\]")
"""The line that begins a table; its group is the dotted key. Not that of an array of tables."""
ASSIGNMENT: Final = re.compile(rf"[ \t]*({_DOTTED})[ \t]*=")
"""A line that sets a key, up to the sign; its group is the dotted key."""


def line_of(text: str, key: tuple[str, ...]) -> int | None:
    """The line that a key is set on; else that of the nearest table around it."""
    lines: dict[tuple[str, ...], int] = {}
    for path, number in _keys(text):
        lines.setdefault(path, number)
    around = (key[:length] for length in range(len(key), 0, -1))
    return next((lines[path] for path in around if path in lines), None)


def _keys(text: str) -> Iterator[tuple[tuple[str, ...], int]]:
    table: tuple[str, ...] = ()
    for number, line in enumerate(text.split("\n"), start=1):
        if header := HEADER.match(line):
            table = parts(header[1])
            yield table, number
        elif assignment := ASSIGNMENT.match(line):
            yield table + parts(assignment[1]), number


def parts(dotted: str) -> tuple[str, ...]:
    """The names in a dotted key, none where it is no key; tomllib knows the rules of quoting."""
    try:
        tree: object = tomllib.loads(f"{dotted} = 0")
    except tomllib.TOMLDecodeError:
        return ()
    parts: list[str] = []
    while isinstance(tree, dict):
        name, tree = next(iter(tree.items()))
        parts.append(name)
    return tuple(parts)
