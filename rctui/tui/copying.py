"""Copying a value, and saying no more about it than is known."""

from __future__ import annotations

import asyncio
import os
import sys
from typing import TYPE_CHECKING

from rctui.text.safe_text import SafeText, label, phrase, safe, safe_lines
from rctui.tui.clipboard import OSC52, Route, routes, run_tool, too_long

if TYPE_CHECKING:
    from rctui.tui.navigation import Navigation


async def copy_value(app: Navigation, name: SafeText, value: str, setting: str) -> None:
    """Copy a value exactly as it is, by the first way that works.

    Where none does, the value is shown to be selected by hand.
    """
    for route in routes(setting, os.environ, sys.platform):
        if await _took(app, route, value):
            app.say(phrase("{}: {}{}", name, route.certainty, _odd(value)))
            return
    app.show_text((label("Copy by hand"),), safe_lines(value))


async def _took(app: Navigation, route: Route, value: str) -> bool:
    if route is not OSC52:
        return await asyncio.to_thread(run_tool, route, value)
    if too_long(value):
        return False
    app.copy_to_clipboard(value)
    return True


def _odd(value: str) -> SafeText:
    """A warning where what was copied holds more than one can see."""
    shown = safe(value, limit=len(value)).plain
    return label("") if shown == value or "\n" in value else label("; it holds hidden characters")
