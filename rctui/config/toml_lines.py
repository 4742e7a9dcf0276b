"""On which line of a TOML text a key is: for sentences about what is wrong with it."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAME: Final = r"""(?:[A-Za-z0-9_-]+|"(?:[^"\\]|\\.)*"|'[^']*')"""
_DOTTED: Final = rf"{_NAME}(?:[ \t]*\.[ \t]*{_NAME})*"
HEADER: Final = re.compile(rf"[ \t]*\[[ \t]*({_DOTTED})[ \t]*\]")
ASSIGNMENT: Final = re.compile(rf"[ \t]*({_DOTTED})[ \t]*=")


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
    """The names in a dotted key; tomllib knows the rules of quoting."""
    try:
        tree: object = tomllib.loads(f"{dotted} = 0")
    except tomllib.TOMLDecodeError:
        return ()
    parts: list[str] = []
    while isinstance(tree, dict):
        name, tree = next(iter(tree.items()))
        parts.append(name)
    return tuple(parts)
