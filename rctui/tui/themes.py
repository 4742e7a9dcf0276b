"""Themes: one TOML file each, shipped with the program."""

from __future__ import annotations

import tomllib
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual.color import Color, ColorParseError
from textual.theme import Theme

from rctui.errors import RctuiError

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

_COLOURS = (
    "primary",
    "secondary",
    "accent",
    "warning",
    "error",
    "success",
    "foreground",
    "background",
    "surface",
    "panel",
    "boost",
)
DEFAULT = "rctui-dark"


class ThemeError(RctuiError):
    """A theme file that can't be used; the theme in use stays."""


def theme_files() -> dict[str, Traversable]:
    """The shipped themes by name.

    A wheel has them inside the package; an editable install leaves them where they are kept.
    """
    bundled = resources.files("rctui").joinpath("bundled_themes")
    folder = bundled if bundled.is_dir() else Path(__file__).parents[2] / "themes"
    return {
        entry.name.removesuffix(".toml"): entry
        for entry in sorted(folder.iterdir(), key=lambda entry: entry.name)
        if entry.name.endswith(".toml")
    }


def load_theme(name: str) -> Theme:
    """Read one theme. Raises ThemeError, which names the file and what is wrong in it."""
    files = theme_files()
    if name not in files:
        raise ThemeError(
            f"There is no theme called {name}.", hint=f"There are: {', '.join(files)}."
        )
    return _theme(name, files[name])


def _theme(name: str, file: Traversable) -> Theme:
    try:
        data = tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise ThemeError(f"The theme {file.name} can't be read: {error}.") from error
    colours = {key: _colour(file.name, key, data.pop(key, None)) for key in _COLOURS}
    dark = data.pop("dark", True)
    if data:
        raise ThemeError(f"The theme {file.name} has unknown keys: {', '.join(data)}.")
    return Theme(name=name, dark=bool(dark), **_known(colours))


def _known(colours: dict[str, str | None]) -> dict[str, Any]:
    """The colours that are given; `Any` because Theme takes each as a keyword of its own."""
    return {key: colour for key, colour in colours.items() if colour is not None}


def _colour(file: str, key: str, value: object) -> str | None:
    """A colour that Textual can draw. It would accept any text and fail when drawing with it."""
    if value is None and key != "primary":
        return None
    try:
        return Color.parse(str(value)).hex
    except ColorParseError as error:
        raise ThemeError(f"The theme {file} has no colour in {key}: {value}.") from error
