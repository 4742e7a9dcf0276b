"""A theme of a file becomes one that Textual can put on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual.theme import Theme as TextualTheme

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rctui.config.themes import Theme

_ROLES: Final[Mapping[str, str]] = {
    "surface": "surface",
    "panel": "panel",
    "boost": "boost",
    "text": "foreground",
    "text-muted": "muted",
    "text-disabled": "muted",
    "text-success": "success",
    "text-warning": "warning",
    "text-error": "error",
    "text-accent": "accent",
    "text-primary": "accent",
    "text-secondary": "accent",
    "ansi-background": "background",
    "ansi-foreground": "foreground",
    "input-cursor-background": "foreground",
    "input-cursor-foreground": "background",
    "input-selection-background": "primary",
    "input-selection-foreground": "background",
}
"""Textual would mix these from others; they are meant as they are written."""


def textual_theme(theme: Theme) -> TextualTheme:
    """The same colours in Textual's words."""
    colours = {name: _css(colour) for name, colour in theme.colours.items()}
    return TextualTheme(
        name=theme.name,
        primary=colours["primary"],
        accent=colours["accent"],
        success=colours["success"],
        warning=colours["warning"],
        error=colours["error"],
        foreground=colours["foreground"],
        background=colours["background"],
        surface=colours["surface"],
        panel=colours["panel"],
        boost=colours["boost"],
        dark=theme.dark,
        ansi=theme.of_the_terminal,
        variables={variable: colours[role] for variable, role in _ROLES.items()},
    )


def _css(colour: str) -> str:
    return colour if colour.startswith("#") else f"ansi_{colour.replace('-', '_')}"
