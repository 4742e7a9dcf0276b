"""Themes: one TOML file each, those that come with the program and those of one's own.

A file gives some of the `COLOURS`; the others come from the theme that `base` names. Nothing
here knows how a theme is put on.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from rctui.config.colours import contrast, read_colour
from rctui.config.errors import ConfigError, ConfigProblems, Problem
from rctui.config.nearest import known_words, unknown_word
from rctui.config.toml_text import parse

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

TEXTS: Final = ("foreground", "muted", "accent", "success", "warning", "error")
"""What words are written in: plain, less important, keys and titles, good, attention, bad."""
BACKGROUNDS: Final = ("background", "surface", "panel", "boost")
"""What they are written on: screens, dialogs, header and footer, tabs and boxes."""
CURSOR: Final = "primary"
"""The row under the cursor; its words are in the colour of `background`."""
COLOURS: Final = (*TEXTS, *BACKGROUNDS, CURSOR)
KEYS: Final = ("base", "dark", *COLOURS)

DARK: Final = "rctui-dark"
LIGHT: Final = "rctui-light"
TERMINAL: Final = "terminal"
"""The theme of the terminal's own sixteen colours."""
AUTO: Final = "auto"
_NAME: Final = re.compile(r"[A-Za-z0-9_-]{1,40}")
_BIGGEST: Final = 100_000


class ThemeError(ConfigError):
    """A theme that can't be used; the one in use stays. Tells every problem with its line."""

    def __init__(self, source: str, problems: tuple[Problem, ...], hint: str = "") -> None:
        told = "; ".join(str(problem) for problem in problems)
        super().__init__(f"{source}: {told}.", hint=hint or "The theme is not used.")
        self.source = source
        self.problems = problems


class UnknownTheme(ConfigError):
    """A name that no theme has."""


class Theme(NamedTuple):
    """A theme with every colour that it needs."""

    name: str
    dark: bool
    """Whether it is light on dark; of the terminal's own colours nobody knows."""
    colours: Mapping[str, str]
    """`#rrggbb`, or a terminal's colour, by its name in `COLOURS`."""
    of_the_terminal: bool = False
    """Whether it is made of the terminal's own colours."""
    path: str = ""
    """The file, where it is one's own."""


class Pair(NamedTuple):
    """Words on a background, and how well they can be read there."""

    text: str
    on: str
    ratio: float


def pairs(theme: Theme) -> Iterator[Pair]:
    """Every colour of words on every background that the screens put it on.

    Nothing where the terminal decides what a colour looks like.
    """
    used = [(text, on) for text in TEXTS for on in BACKGROUNDS] + [("background", CURSOR)]
    for text, on in used:
        colours = theme.colours[text], theme.colours[on]
        if all(colour.startswith("#") for colour in colours):
            yield Pair(text, on, contrast(*colours))


class Themes:
    """The themes there are: the shipped ones, and those in a folder, which need not exist."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder
        self._shipped = _shipped_files()

    @property
    def shipped(self) -> tuple[str, ...]:
        """The names of the themes that come with the program."""
        return tuple(self._shipped)

    @property
    def own(self) -> tuple[str, ...]:
        """The names of the files in the folder, usable or not. Nothing where it can't be read."""
        if self.folder is None:
            return ()
        try:
            found = [file.stem for file in self.folder.glob("*.toml") if file.is_file()]
        except OSError:
            return ()
        return tuple(sorted(name for name in found if name not in self._shipped))

    @property
    def names(self) -> tuple[str, ...]:
        """Every name, the shipped ones first."""
        return self.shipped + self.own

    def read(self, name: str) -> Theme:
        """One theme. Raises ThemeError with file and line, and UnknownTheme."""
        if name in self._shipped:
            return self._shipped_theme(name)
        if self.folder is None or name not in self.own:
            message = f"There is no theme called {name}."
            raise UnknownTheme(message, hint=known_words(name, self.names))
        return self.read_file(self.folder / f"{name}.toml")

    def read_file(self, file: Path) -> Theme:
        """A theme of one's own, wherever it is. Raises ThemeError with file and line."""
        name = file.stem
        if not _NAME.fullmatch(name) or name in (*self._shipped, AUTO):
            words = "the name is taken" if _NAME.fullmatch(name) else _NAME_WORDS
            raise ThemeError(str(file), (Problem("", words),), "Call the file something else.")
        return self._own_theme(name, file)

    def _own_theme(self, name: str, file: Path) -> Theme:
        written = _Written(str(file), *_content(file, str(file)))
        problems = [*written.unknown_keys()]
        dark, base_name = written.tree.get("dark"), written.tree.get("base", "")
        if not isinstance(dark, bool | None):
            problems.append(written.problem("dark", "must be true or false"))
        if base_name and base_name not in self._shipped:
            words = unknown_word("theme that comes with rctui", str(base_name), self._shipped)
            problems.append(written.problem("base", words))
            base_name = ""
        base = self._shipped_theme(base_name or (LIGHT if dark is False else DARK))
        colours = dict(base.colours) | written.colours(problems, base.of_the_terminal)
        if problems:
            raise ThemeError(written.source, tuple(sorted(problems, key=_place)))
        is_dark = base.dark if dark is None else dark
        return Theme(name, is_dark, colours, base.of_the_terminal, written.source)

    def _shipped_theme(self, name: str) -> Theme:
        file = self._shipped[name]
        written = _Written(file.name, *_content(file, file.name))
        problems = [*written.unknown_keys()]
        is_terminal = name == TERMINAL
        colours = written.colours(problems, is_terminal)
        problems += [Problem(key, "is missing") for key in COLOURS if key not in written.tree]
        if problems:
            raise ThemeError(written.source, tuple(problems))
        return Theme(name, bool(written.tree.get("dark", True)), colours, is_terminal)


_NAME_WORDS: Final = "a theme is called by letters, digits, - and _"


class _Written(NamedTuple):
    """A theme's file as it was read."""

    source: str
    text: str
    tree: dict[str, Any]

    def unknown_keys(self) -> Iterator[Problem]:
        for key in self.tree:
            if key not in KEYS:
                yield self.problem(key, unknown_word("key", key, KEYS))

    def colours(self, problems: list[Problem], of_the_terminal: bool) -> dict[str, str]:
        """The colours that are given; what is none joins the problems."""
        found: dict[str, str] = {}
        for key in COLOURS:
            if key not in self.tree:
                continue
            try:
                found[key] = read_colour(self.tree[key], of_the_terminal=of_the_terminal)
            except ValueError as error:
                problems.append(self.problem(key, str(error)))
        return found

    def problem(self, key: str, words: str) -> Problem:
        from rctui.config.toml_lines import line_of

        return Problem(key, words, line_of(self.text, (key,)))


def _content(file: Path, source: str) -> tuple[str, dict[str, Any]]:
    """A file's text and tree. Raises ThemeError, which calls the file `source`."""
    try:
        with file.open("rb") as opened:
            content = opened.read(_BIGGEST + 1)
        text = content.decode().replace("\r\n", "\n")
    except OSError as error:
        raise ThemeError(source, (Problem("", f"can't be read: {error.strerror}"),)) from error
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise ThemeError(source, (Problem("", "not UTF-8 text", line),)) from None
    if len(content) > _BIGGEST:
        raise ThemeError(source, (Problem("", "too big for a theme"),))
    try:
        return text, parse(source, text)
    except ConfigProblems as error:
        raise ThemeError(source, error.problems) from None


def _place(problem: Problem) -> int:
    return problem.line or 0


def _shipped_files() -> dict[str, Path]:
    """A wheel has them inside the package; an editable install leaves them where they are kept."""
    bundled = Path(__file__).parents[1] / "bundled_themes"
    folder = bundled if bundled.is_dir() else Path(__file__).parents[2] / "themes"
    return {file.stem: file for file in sorted(folder.glob("*.toml"))}
