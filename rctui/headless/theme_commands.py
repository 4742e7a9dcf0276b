"""`rctui themes`: which there are and how well they can be read; what is wrong with a file."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from rctui.config.errors import ConfigError
from rctui.config.nearest import known_words
from rctui.config.paths import find_paths
from rctui.config.themes import Pair, Theme, ThemeError, Themes, UnknownTheme, pairs
from rctui.errors import ExitCode
from rctui.headless.output import print_data, print_lines
from rctui.text.safe_text import SafeText, label, phrase, safe
from rctui.text.width import fit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

ENOUGH: Final = 4.5
"""The contrast that words of this size need, by WCAG 2."""
_LONG: Final = 2000
_NAME_WIDTH: Final = 20


@dataclass(frozen=True, slots=True)
class _Found:
    """One theme, or why it can't be used."""

    name: str
    source: str
    theme: Theme | None = None
    problems: tuple[str, ...] = ()

    @property
    def pairs(self) -> list[Pair]:
        return [] if self.theme is None else sorted(pairs(self.theme), key=lambda one: one.ratio)

    @property
    def faint(self) -> list[Pair]:
        return [pair for pair in self.pairs if pair.ratio < ENOUGH]


def themes_list(environment: Mapping[str, str], config: str, *, as_json: bool) -> ExitCode:
    """Print every theme: its name, where it is from, dark or light, its lowest contrast."""
    themes = Themes(find_paths(environment, config).themes)
    found = [_look(themes, name) for name in themes.names]
    if as_json:
        print_data([_data(one) for one in found])
    else:
        print_lines(_listed(one) for one in found)
        if not themes.own:
            folder = safe(str(themes.folder), limit=_LONG)
            print_lines([phrase("Themes of your own: NAME.toml in {}", folder)])
    return ExitCode.OK


def themes_check(
    environment: Mapping[str, str], config: str, file: str, *, as_json: bool
) -> ExitCode:
    """Check one theme, by name or file, or all of one's own. 2 where one can't be used.

    Raises UnknownTheme where there is no such name and no such file.
    """
    themes = Themes(find_paths(environment, config).themes)
    if file in themes.names:
        found = [_look(themes, file)]
    elif file:
        found = [_checked(themes, _file_named(themes, file))]
    else:
        found = [_look(themes, name) for name in themes.own]
    if as_json:
        print_data([_data(one) for one in found])
    else:
        print_lines(line for one in found for line in _told(one))
        if not found:
            folder = safe(str(themes.folder), limit=_LONG)
            print_lines([phrase("There is no theme of your own in {}.", folder)])
    return ExitCode.USAGE if any(one.problems for one in found) else ExitCode.OK


def _file_named(themes: Themes, word: str) -> Path:
    """The file that a word names. Raises UnknownTheme where it names none."""
    file = Path(word).expanduser().absolute()
    if os.path.lexists(file):
        return file
    known = known_words(word, themes.names)
    message = f"There is no theme called {word} and no file {file}."
    raise UnknownTheme(message, hint=f"{known} Your own go into {themes.folder}, as NAME.toml.")


def _look(themes: Themes, name: str) -> _Found:
    try:
        theme = themes.read(name)
    except ConfigError as error:
        return _unusable(name, error)
    return _Found(name, theme.path or "shipped", theme)


def _checked(themes: Themes, file: Path) -> _Found:
    try:
        theme = themes.read_file(file)
    except ConfigError as error:
        return _unusable(file.stem, error)
    return _Found(theme.name, theme.path, theme)


def _unusable(name: str, error: ConfigError) -> _Found:
    if isinstance(error, ThemeError):
        return _Found(name, error.source, problems=tuple(map(str, error.problems)))
    return _Found(name, "", problems=(error.message,))


def _listed(one: _Found) -> SafeText:
    source = safe(one.source, limit=_LONG)
    name = fit(safe(one.name), _NAME_WIDTH)
    if one.theme is None:
        return phrase("{}  can't be used  {} (rctui themes check)", name, source)
    return phrase("{}  {}  {}  {}", name, _shade(one.theme), _contrast(one), source)


def _shade(theme: Theme) -> SafeText:
    if theme.of_the_terminal:
        return label("either")
    return label("dark  ") if theme.dark else label("light ")


def _contrast(one: _Found) -> SafeText:
    if not one.pairs:
        return label("contrast as the terminal's")
    return fit(safe(f"contrast {one.pairs[0].ratio:.1f}:1 or more"), 26)


def _told(one: _Found) -> Iterator[SafeText]:
    source = safe(one.source, limit=_LONG)
    for problem in one.problems:
        yield phrase("{}: {}", source, safe(problem, limit=_LONG))
    if one.theme is None:
        return
    yield phrase("{}: can be used", source)
    for pair in one.faint:
        ratio = safe(f"{pair.ratio:.1f}:1")
        yield phrase(
            "  hard to read: {} on {}, {}; 4.5:1 is enough", safe(pair.text), safe(pair.on), ratio
        )


def _data(one: _Found) -> dict[str, object]:
    theme = one.theme
    return {
        "name": one.name,
        "from": one.source,
        "usable": theme is not None,
        "dark": None if theme is None or theme.of_the_terminal else theme.dark,
        "lowest_contrast": round(one.pairs[0].ratio, 2) if one.pairs else None,
        "hard_to_read": [
            {"text": pair.text, "on": pair.on, "contrast": round(pair.ratio, 2)}
            for pair in one.faint
        ],
        "problems": list(one.problems),
    }
