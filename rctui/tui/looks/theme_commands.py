"""The themes in the palette: seen while the cursor is on them, kept for this run with enter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rctui.config.errors import ConfigError
from rctui.tables.commands import Command
from rctui.text.safe_text import SafeText, label, phrase, safe
from rctui.tui.keys.actions import PALETTE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rctui.tui.looks.themed_app import ThemedApp

_LONG = 600


def theme_commands(app: ThemedApp) -> Iterator[Command]:
    """A command for each theme; one that can't be used says why, with file and line.

    The one that is on is first: who looks for themes begins with it, and sees no other at once.
    """
    on = app.theme
    for name in sorted(app.themes.names, key=lambda one: one != on):
        yield Command(
            f"theme-{name}",
            phrase("Theme {} (now)" if name == on else "Theme {}", safe(name)),
            label(""),
            phrase("Change the colours to {}.", safe(name)),
            lambda name=name: _keep(app, name),  # type: ignore[misc]
            _why_not(app, name),
            preview=lambda name=name: _preview(app, name),  # type: ignore[misc]
        )


def _why_not(app: ThemedApp, name: str) -> SafeText | None:
    try:
        app.themes.read(name)
    except ConfigError as error:
        return phrase("{} can't be used: {}", safe(name), safe(error.message, limit=_LONG))
    return None


def _preview(app: ThemedApp, name: str) -> Callable[[], object]:
    before = app.theme
    try:
        app.use_theme(name)
    except ConfigError as error:
        app.say_trouble(safe(error.message, limit=_LONG))
    return lambda: setattr(app, "theme", before)


def _keep(app: ThemedApp, name: str) -> None:
    """Keep it for this run, and say how it is kept for the next ones."""
    try:
        app.want_theme(name)
    except ConfigError as error:
        app.say_trouble(safe(error.message, limit=_LONG))
        return
    app.theme_choice = app.theme_choice.with_chosen(name)
    app.say(
        phrase(
            "Theme {} for this run. Press {} and choose Keep theme to keep it for good.",
            safe(name),
            app.action_keys.way_to(PALETTE),
        )
    )
