"""Colours as a theme file writes them, and how well one can be read on another."""

from __future__ import annotations

import re
from typing import Final

_HEX: Final = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE)
_NAMES: Final = ("black", "red", "green", "yellow", "blue", "magenta", "cyan", "white")
TERMINAL_COLOURS: Final = ("default", *_NAMES, *(f"bright-{name}" for name in _NAMES))
"""The colours that a terminal has by itself, and looks up in its own palette."""


def read_colour(value: object, *, of_the_terminal: bool) -> str:
    """A colour as `#rrggbb`, or the name of one of the terminal's own.

    Those have no fixed look, so only a theme that is built on them may name them. Raises
    ValueError with what is wrong.
    """
    if isinstance(value, str) and _HEX.fullmatch(value):
        return _long(value.lower())
    if value in TERMINAL_COLOURS:
        if of_the_terminal:
            return str(value)
        raise ValueError('is a colour of the terminal, which needs base = "terminal"')
    raise ValueError("is no colour; write it as #rrggbb")


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two `#rrggbb` colours as WCAG 2 defines it, from 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """The relative luminance of a `#rrggbb` colour, from 0 to 1."""
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def linear(colour: str) -> tuple[float, float, float]:
    """Red, green and blue of a `#rrggbb` colour in proportion to their light, from 0 to 1."""
    red, green, blue = (_light(int(colour[place : place + 2], 16) / 255) for place in (1, 3, 5))
    return red, green, blue


def _light(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


def _long(colour: str) -> str:
    return colour if len(colour) == 7 else "#" + "".join(digit * 2 for digit in colour[1:])
