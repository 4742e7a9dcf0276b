"""Read the configuration file: its bytes, its tree, and on which line a key is."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from rctui.config.errors import ConfigProblems, ConfigUnreadable, Problem, masked
from rctui.config.file_safety import check_file
from rctui.files.errors import translated

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

BIGGEST: Final = 1_000_000
"""Bytes beyond which a file is no configuration."""
_PLACE: Final = re.compile(r" \(at line (\d+), column (\d+)\)$")
_NAME: Final = r"""(?:[A-Za-z0-9_-]+|"(?:[^"\\]|\\.)*"|'[^']*')"""
_DOTTED: Final = rf"{_NAME}(?:[ \t]*\.[ \t]*{_NAME})*"
_HEADER: Final = re.compile(rf"[ \t]*\[[ \t]*({_DOTTED})[ \t]*\]")
_ASSIGNMENT: Final = re.compile(rf"[ \t]*({_DOTTED})[ \t]*=")


@dataclass(frozen=True, slots=True)
class TomlFile:
    """A configuration file that is TOML; its keys are not checked yet.

    An API key may stand in it, so its representation leaves the content out.
    """

    path: Path
    content: bytes = field(repr=False)
    """As it is on the disk."""
    text: str = field(repr=False)
    data: dict[str, Any] = field(repr=False)
    """The tree as read. `Any`: whatever TOML can hold."""
    private: bool
    """Whether only its owner can read it, as a literal key requires."""

    def line_of(self, key: tuple[str, ...]) -> int | None:
        """The line of a key, or of the nearest table around it."""
        return line_of(self.text, key)


def read_toml(path: Path) -> TomlFile:
    """Read a file. Raises FileNotFoundError, ConfigUnreadable, ConfigProblems, FilesError."""
    private = check_file(path)
    with translated("read", path), path.open("rb") as file:
        content = file.read(BIGGEST + 1)
    if len(content) > BIGGEST:
        raise ConfigUnreadable(f"{path} is too big for a configuration.")
    text = _decoded(path, content)
    return TomlFile(path, content, text, parse(str(path), text), private)


def parse(source: str, text: str) -> dict[str, Any]:
    """The tree of a TOML text. Raises ConfigProblems with line and column."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigProblems(source, [_not_toml(str(error))]) from None
    except RecursionError:
        raise ConfigProblems(source, [Problem("", "nested too deeply")]) from None
    except ValueError:
        # Numbers of thousands of digits; tomllib lets Python's own error through.
        raise ConfigProblems(source, [Problem("", "a number is too long")]) from None


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
        if header := _HEADER.match(line):
            table = _parts(header[1])
            yield table, number
        elif assignment := _ASSIGNMENT.match(line):
            yield table + _parts(assignment[1]), number


def _parts(dotted: str) -> tuple[str, ...]:
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


def _not_toml(said: str) -> Problem:
    place = _PLACE.search(said)
    words = masked(_PLACE.sub("", said))
    if place is None:
        return Problem("", f"not TOML: {words}")
    return Problem(f"column {place[2]}", f"not TOML: {words}", int(place[1]))


def _decoded(path: Path, content: bytes) -> str:
    try:
        # As tomllib reads it: line ends of any kind are one.
        return content.decode().replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise ConfigProblems(str(path), [Problem("", "not UTF-8 text", line)]) from None
