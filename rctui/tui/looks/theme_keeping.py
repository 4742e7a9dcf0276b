"""Keeping the theme that is on: for every project or for this one, in the configuration file."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from rctui.config.theme_choice import VARIABLE
from rctui.errors import RctuiError
from rctui.tables.commands import Command
from rctui.text.error_words import error_words
from rctui.text.safe_text import SafeText, label, phrase, safe
from rctui.tui.keys.actions import PALETTE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from rctui.tui.app import RctuiApp

_LONG: Final = 600


def keeping_commands(app: RctuiApp) -> Iterator[Command]:
    """The two ways to keep it, or why there is none; the demo has nothing to keep it in."""
    if app.session.opening.config_file is None:
        return
    project, why_not = app.session.project, _why_not(app)
    line = phrase('theme = "{}"', safe(app.theme))
    yield Command(
        "keep-theme",
        label("Keep theme"),
        label(""),
        phrase("Write {} into the configuration, for every project.", line),
        lambda: _keep(app, app.theme, ""),
        why_not,
    )
    yield Command(
        "keep-theme-here",
        phrase("Keep theme for {}", safe(project.name)),
        label(""),
        phrase("Write {} into the configuration, for this project.", line),
        lambda: _keep(app, app.theme, project.key),
        why_not,
    )


def how_to_keep(app: RctuiApp, theme: str) -> SafeText:
    """What a person does to have a theme again the next time."""
    file, name = app.session.opening.config_file, safe(theme)
    if file is None:
        return phrase("To begin with it: rctui demo --theme {}", name)
    if not file.is_file():
        return phrase("To begin with it: RCTUI_THEME={} in the environment.", name)
    way = app.action_keys.way_to(PALETTE)
    return phrase("Press {} and choose Keep theme to keep it for good.", way)


def _why_not(app: RctuiApp) -> SafeText | None:
    file = app.session.opening.config_file
    if file is not None and not file.is_file():
        where, name = safe(str(file), limit=_LONG), safe(app.theme)
        return phrase("there is no file {}; RCTUI_THEME={} puts it on.", where, name)
    return None


def _keep(app: RctuiApp, theme: str, project: str) -> None:
    file = app.session.opening.config_file
    if file is not None:
        app.run_worker(lambda: _write(app, file, theme, project), thread=True, group="keep-theme")


def _write(app: RctuiApp, file: Path, theme: str, project: str) -> None:
    """Write it, and say what holds now. Not on the screen's thread: a lock may be waited for."""
    from rctui.config.keeping_theme import keep_theme

    try:
        keep_theme(file, theme, project)
    except RctuiError as error:
        app.call_from_thread(app.say_trouble, error_words(error))
    else:
        app.call_from_thread(_kept, app, file, theme, project)


def _kept(app: RctuiApp, file: Path, theme: str, project: str) -> None:
    if project:
        app.kept_themes[project] = theme
    else:
        app.theme_choice = app.theme_choice.with_chosen(theme)
    words = phrase("Theme {} is kept in {}", safe(theme), safe(str(file), limit=_LONG))
    app.say(words + _what_wins(app, project))


def _what_wins(app: RctuiApp, project: str) -> SafeText:
    """What is stronger than the line that was written."""
    own = app.kept_themes.get(app.session.project.key, app.session.project.theme)
    if os.environ.get(VARIABLE):
        return phrase(", but {} wins over it.", label("RCTUI_THEME"))
    if own and not project:
        return phrase("; {} has one of its own, which wins.", safe(app.session.project.name))
    return label(".")
