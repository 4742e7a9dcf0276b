"""The themes in the palette: seen while the cursor is on them, kept for this run with enter."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from rctui.config.errors import ConfigError
from rctui.tables.commands import Command
from rctui.text.safe_text import SafeText, label, phrase, safe

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rctui.tui.app import RctuiApp

_LONG = 600


def theme_commands(app: RctuiApp) -> Iterator[Command]:
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
            partial(_keep, app, name),
            _why_not(app, name),
            preview=partial(_preview, app, name),
        )


def _why_not(app: RctuiApp, name: str) -> SafeText | None:
    try:
        app.themes.read(name)
    except ConfigError as error:
        return phrase("{} can't be used: {}", safe(name), safe(error.message, limit=_LONG))
    return None


def _preview(app: RctuiApp, name: str) -> Callable[[], object]:
    before = app.theme
    try:
        app.use_theme(name)
    except ConfigError as error:
        app.say_trouble(safe(error.message, limit=_LONG))
    return lambda: setattr(app, "theme", before)


def _keep(app: RctuiApp, name: str) -> None:
    """Keep it for this run, and say how it is kept for the next ones."""
    try:
        app.want_theme(name)
    except ConfigError as error:
        app.say_trouble(safe(error.message, limit=_LONG))
        return
    app.theme_choice = app.theme_choice.with_chosen(name)
    from rctui.tui.looks.theme_keeping import how_to_keep

    app.say(phrase("Theme {} for this run. {}", safe(name), how_to_keep(app, name)))
