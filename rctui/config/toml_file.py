"""Read the configuration file: its bytes and its tree."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from rctui.config.errors import ConfigProblems, ConfigUnreadable, Problem
from rctui.config.file_safety import check_file
from rctui.config.toml_text import parse
from rctui.files.errors import translated

if TYPE_CHECKING:
    from pathlib import Path

BIGGEST: Final = 1_000_000
"""Bytes beyond which a file is no configuration."""


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
        from rctui.config.toml_lines import line_of

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


def _decoded(path: Path, content: bytes) -> str:
    try:
        # As tomllib reads it: line ends of any kind are one.
        return content.decode().replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise ConfigProblems(str(path), [Problem("", "not UTF-8 text", line)]) from None
