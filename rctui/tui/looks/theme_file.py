"""A theme's file is looked at while its theme is on: what is saved shows without a restart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual.screen import ModalScreen

from rctui.config.errors import ConfigError
from rctui.text.safe_text import phrase, safe

if TYPE_CHECKING:
    from pathlib import Path

    from textual.timer import Timer

    from rctui.tui.looks.themed_app import ThemedApp

LOOKS_EVERY_S: Final = 0.5
"""Twice this is how long a saved file takes to show, as it must look the same two times."""
_LONG: Final = 600

_Stamp = tuple[int, int, int] | None


class WatchedFile:
    """Tells once that a file is another one, and only when its writer seems to have finished."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._known = self._last = self._stamp()

    def has_changed(self) -> bool:
        """Whether it has, since this was last true, and not since the look before this one."""
        last, self._last = self._last, self._stamp()
        if self._last != last or last == self._known:
            return False
        self._known = last
        return True

    @property
    def is_there(self) -> bool:
        """Whether there was a file at the last look."""
        return self._last is not None

    def _stamp(self) -> _Stamp:
        try:
            found = self._path.stat()
        except (OSError, ValueError):
            return None
        return found.st_mtime_ns, found.st_size, found.st_ino


class ThemeFile:
    """The file of a theme that is on, or that is to be on once it can be used."""

    def __init__(self, app: ThemedApp, name: str, path: Path) -> None:
        self.name = name
        self._app = app
        self._file = WatchedFile(path)
        self._timer: Timer | None = None

    def follow(self) -> None:
        """Look at it from now on."""
        self._timer = self._timer or self._app.set_interval(LOOKS_EVERY_S, self.look)

    def leave(self) -> None:
        """Look at it no longer."""
        if self._timer is not None:
            self._timer.stop()

    def look(self) -> None:
        """Put on what was saved. Never under a dialog: what is being read there stays."""
        if any(isinstance(screen, ModalScreen) for screen in self._app.screen_stack):
            return
        if self._file.has_changed():
            self._put_on()

    def _put_on(self) -> None:
        name = safe(self.name)
        if not self._file.is_there:
            self._app.say(phrase("The file of theme {} is gone; the colours stay.", name))
            return
        try:
            self._app.use_theme(self.name)
        except ConfigError as error:
            words = safe(error.message, limit=_LONG)
            self._app.say_trouble(phrase("{} The colours stay as they were.", words))
