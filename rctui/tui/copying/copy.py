"""Copying a value, and saying no more about it than is known."""

from __future__ import annotations

import asyncio
import os
import sys
from typing import TYPE_CHECKING

from rctui.tables.table import Tone
from rctui.text.safe_text import SafeText, label, phrase, safe, safe_lines
from rctui.tui.copying.clipboard import (
    LONGEST_ENCODED,
    OSC52,
    Route,
    encoded_size,
    routes,
    run_tool,
)

if TYPE_CHECKING:
    from rctui.tui.navigation import Navigation
    from rctui.tui.widgets.plain import Toned

_HOW = label(
    "Select it with the mouse: hold shift (option on a Mac) where rctui uses the mouse. "
    "A long line is shown on several."
)


async def copy_value(app: Navigation, name: SafeText, value: str, setting: str) -> None:
    """Copy a value exactly as it is, by the first way that works.

    Where none does, the value is shown to be selected by hand, with the reason.
    """
    ways = routes(setting, os.environ, sys.platform) if _is_whole(value) else ()
    for route in ways:
        if await _took(app, route, value):
            app.say(phrase("{}: {}{}", name, _certainty(route, value), _odd(value)))
            return
    show_by_hand(app, name, value, _why_not(ways, value))


def show_by_hand(app: Navigation, name: SafeText, value: str, why: SafeText | None = None) -> None:
    """Show a value on a screen of its own, to be selected by hand."""
    rows: list[SafeText | Toned] = [] if why is None else [(why, Tone.ATTENTION)]
    rows.append((_HOW, Tone.MUTED))
    if _odd(value).plain:
        odd = label("It holds hidden characters, which are written like <U+200B> here.")
        rows.append((odd, Tone.ATTENTION))
    app.show_text((label("Copy by hand"), name), [*rows, label(""), *safe_lines(value)])


async def _took(app: Navigation, route: Route, value: str) -> bool:
    if route is not OSC52:
        return await asyncio.to_thread(run_tool, route, value, os.environ)
    if _is_too_long(value):
        return False
    app.copy_to_clipboard(value)
    return True


def _certainty(route: Route, value: str) -> SafeText:
    """What may be said after a way worked: a long text may get no further than to tmux."""
    if route.long_certainty.plain and _is_too_long(value):
        return route.long_certainty
    return route.certainty


def _is_whole(value: str) -> bool:
    """Whether every character is one: half of one has no form that a clipboard takes."""
    return not any("\ud800" <= one <= "\udfff" for one in value)


def _why_not(ways: tuple[Route, ...], value: str) -> SafeText:
    if not _is_whole(value):
        return label("Nothing was copied: it holds half a character, which no clipboard takes.")
    if not ways:
        return label("Nothing was copied: no way to copy is on (clipboard, RCTUI_CLIPBOARD).")
    if OSC52 in ways and _is_too_long(value):
        return phrase(
            "Nothing was copied: terminals take {} kB at the most, and this is {} kB.",
            LONGEST_ENCODED // 1000,
            encoded_size(value) // 1000,
        )
    return label("Nothing was copied: the program that copies did not take it.")


def _is_too_long(value: str) -> bool:
    return encoded_size(value) > LONGEST_ENCODED


def _odd(value: str) -> SafeText:
    """A warning where what was copied holds more than one can see."""
    lines = value.split("\n")
    shown = [safe(line, limit=len(line)).plain for line in lines]
    return label("") if shown == lines else label("; it holds hidden characters")
