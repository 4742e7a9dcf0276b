"""What both applications share: their colours, one-line notices, and an end without secrets."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual import events
from textual.app import App

from rctui.files.directories import private_directory
from rctui.files.errors import FilesError
from rctui.files.new_files import write_new
from rctui.text.safe_text import label, safe
from rctui.tui.crash_report import report_of
from rctui.tui.key_order import KeyOrder
from rctui.tui.themes import DEFAULT, ThemeError, load_theme

if TYPE_CHECKING:
    from textual.driver import Driver

    from rctui.text.safe_text import SafeText

LEFT_BY_BUG = 1
_STOPPED = "rctui stopped on an error of its own. Where it happened, without any values:"


class ThemedApp(App[str]):
    """A full-screen program in one of our themes."""

    CSS_PATH = Path(__file__).with_name("app.tcss")
    ENABLE_COMMAND_PALETTE = False
    TITLE = "rctui"
    BINDINGS: ClassVar = []

    crash_folder: Path | None = None
    """Where a report of a bug is kept; nowhere in the demo."""

    def __init__(
        self,
        *,
        theme: str = DEFAULT,
        driver_class: type[Driver] | None = None,
        ansi_color: bool = False,
    ) -> None:
        super().__init__(driver_class=driver_class, ansi_color=ansi_color)
        self._theme_trouble: ThemeError | None = None
        self._start_theme(theme)
        self._keys = KeyOrder(self)

    async def on_event(self, event: events.Event) -> None:
        """Take keys one at a time."""
        if not isinstance(event, events.Key) or event.is_forwarded:
            await super().on_event(event)
        elif not self._keys.must_wait(event):
            await super().on_event(event)
            self._keys.follow()

    def _start_theme(self, name: str) -> None:
        """Put the first theme on before anything is styled, or else the usual one."""
        try:
            self.use_theme(name)
        except ThemeError as error:
            self._theme_trouble = error
            self.use_theme(DEFAULT)

    def say_theme_trouble(self) -> None:
        """Say why the first theme is not on, where it isn't."""
        if self._theme_trouble is not None:
            self.say(safe(f"{self._theme_trouble.message} {self._theme_trouble.hint}"))

    def use_theme(self, name: str) -> None:
        """Put a theme on. Raises ThemeError, and then the old one stays."""
        self.register_theme(load_theme(name))
        self.theme = name

    def say(self, words: SafeText) -> None:
        """One line that goes by itself. Nothing is said only here."""
        self.notify(words.plain, markup=False)

    def action_help_quit(self) -> None:
        """Say how to leave: ctrl+c does not, as in a shell it might."""
        self.say(label("q goes back and leaves at the first screen; ctrl+q leaves at once."))

    def _fatal_error(self) -> None:
        """Leave after a bug, with a traceback that shows no values.

        Textual's own shows local variables, which may hold customers and keys.
        """
        kind, _, trace = sys.exc_info()
        report = report_of(kind or Exception, trace)
        self._exit_renderables.append(Text(f"{_STOPPED}\n{report}{self._kept(report)}"))
        self._return_code = LEFT_BY_BUG
        self._close_messages_no_wait()

    def _kept(self, report: str) -> str:
        """Where the report was written to, in words."""
        if self.crash_folder is None:
            return ""
        try:
            private_directory(self.crash_folder)
            path = write_new(self.crash_folder, "crash.txt", report.encode())
        except FilesError as error:
            return safe(f"The report could not be kept: {error.message}").plain
        return safe(f"The report is kept in {path}").plain
