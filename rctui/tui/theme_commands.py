"""The themes in the palette: seen while the cursor is on them, kept with enter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rctui.config.errors import ConfigError
from rctui.tables.commands import Command
from rctui.text.safe_text import SafeText, label, phrase, safe

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from rctui.tui.themed_app import ThemedApp

_LONG = 600


def theme_commands(app: ThemedApp, config_file: Path | None) -> Iterator[Command]:
    """A command for each theme; one that can't be used says why, with file and line.

    `config_file` is where a theme can be configured for good.
    """
    for name in app.themes.names:
        yield Command(
            f"theme-{name}",
            phrase("Theme {}", safe(name)),
            label(""),
            phrase("Change the colours to {}.", safe(name)),
            lambda name=name: _keep(app, name, config_file),  # type: ignore[misc]
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
        app.say(safe(error.message, limit=_LONG))
    return lambda: setattr(app, "theme", before)


def _keep(app: ThemedApp, name: str, config_file: Path | None) -> None:
    """Keep it for this run, and say how it is kept for the next ones."""
    try:
        app.use_theme(name)
    except ConfigError as error:
        app.say(safe(error.message, limit=_LONG))
        return
    app.theme_choice = app.theme_choice.with_chosen(name)
    file = safe(str(config_file or "the configuration file"), limit=_LONG)
    app.say(
        phrase(
            'Theme {} kept for this run; theme = "{}" in {} keeps it.',
            safe(name),
            safe(name),
            file,
        )
    )
