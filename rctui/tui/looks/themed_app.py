"""What both applications share: their colours, one-line notices, and an end without secrets."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual import events

from rctui.config.errors import ConfigError
from rctui.config.theme_choice import ThemeChoice
from rctui.config.themes import Themes
from rctui.files.directories import private_directory
from rctui.files.errors import FilesError
from rctui.files.new_files import write_new
from rctui.text.error_words import error_words
from rctui.text.safe_text import phrase, safe
from rctui.tui.crash_report import report_of
from rctui.tui.going_out import GoesOut
from rctui.tui.keys.actions import BACK
from rctui.tui.keys.in_force import Keys, keys_of
from rctui.tui.keys.order import KeyOrder
from rctui.tui.keys.rekeying import Rekeying
from rctui.tui.looks.themes import textual_theme
from rctui.tui.notices import Noticing

if TYPE_CHECKING:
    from textual.driver import Driver

    from rctui.config.keymap import Keymap
    from rctui.tui.looks.theme_file import ThemeFile

LEFT_BY_BUG = 1
_LONG = 600
_STOPPED = "rctui stopped on an error of its own. Where it happened, without any values:"


class ThemedApp(GoesOut, Noticing):
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
        theme: str = "",
        themes: Themes | None = None,
        choice: ThemeChoice | None = None,
        driver_class: type[Driver] | None = None,
    ) -> None:
        """`theme` is the first project's own; `choice` what else has been said."""
        # Decided before anything is styled: colours that are taken off later leave black on black.
        without_colours = True if "NO_COLOR" in os.environ else None
        super().__init__(driver_class=driver_class, ansi_color=without_colours)
        self.themes = themes or Themes()
        self.theme_choice = choice or ThemeChoice()
        self.action_keys = Keys()
        self._rekeying = Rekeying(self.action_keys)
        self._theme_trouble: ConfigError | None = None
        self._theme_file: ThemeFile | None = None
        self.kept_themes: dict[str, str] = {}
        """The themes that were written into the configuration in this run, by project."""
        self._start_theme(theme)
        self._keys = KeyOrder(self)

    async def on_event(self, event: events.Event) -> None:
        """Take keys and pastes one at a time, keys by the operator's own keymap.

        What is pressed behind the key that leaves does nothing any more.
        """
        if self._exit and isinstance(event, events.InputEvent):
            return
        if isinstance(event, events.Key) and self.screen_stack:
            self._rekeying.look_at(self.screen)
        if not isinstance(event, (events.Key, events.Paste)) or event.is_forwarded:
            await super().on_event(event)
        elif not self._keys.must_wait(event):
            await super().on_event(event)
            self._keys.follow()

    def on_mount(self) -> None:
        """Look at the theme's file from now on, where it is one's own."""
        if self._theme_file is not None:
            self._theme_file.follow()

    def _start_theme(self, project_theme: str) -> None:
        """Put the first theme on before anything is styled, or else one that is always there."""
        try:
            self.want_theme(self.theme_choice.of(project_theme))
        except ConfigError as error:
            self._theme_trouble = error
            self.use_theme(self.theme_choice.fitting)

    def say_theme_trouble(self) -> None:
        """Say why the first theme is not on, where it isn't."""
        if self._theme_trouble is not None:
            self._say_why_not(self._theme_trouble)

    def want_theme(self, name: str) -> None:
        """Put a theme on, and again whenever its file is saved, until another one is wanted.

        Raises ThemeError and UnknownTheme, and then the old one stays until the file is mended.
        """
        if self._theme_file is not None:
            self._theme_file.leave()
        self._theme_file = self._file_of(name)
        if self._theme_file is not None and self.is_running:
            self._theme_file.follow()
        self.use_theme(name)

    def _file_of(self, name: str) -> ThemeFile | None:
        """A theme's own file; nothing changes those that come with the program."""
        folder = self.themes.folder
        if folder is None or name in self.themes.shipped:
            return None
        from rctui.tui.looks.theme_file import ThemeFile

        return ThemeFile(self, name, folder / f"{name}.toml")

    def use_theme(self, name: str) -> None:
        """Put a theme on. Raises ThemeError and UnknownTheme, and then the old one stays."""
        theme = textual_theme(self.themes.read(name))
        is_other = self.get_theme(name) != theme
        self.register_theme(theme)
        if is_other and name == self.theme:
            self.mutate_reactive(ThemedApp.theme)
        self.theme = name

    def refresh_css(self, animate: bool = True) -> None:
        """Style everything anew; before there is a screen, only say in which colours.

        Textual would parse all that there is already, and the same once more with the screen.
        """
        if self.screen_stack:
            super().refresh_css(animate)
        else:
            self.stylesheet.set_variables(self.get_css_variables())

    def use_theme_of(self, project_theme: str) -> None:
        """Put on what a project is looked at in, or keep the old one and say why."""
        name = self.theme_choice.of(project_theme)
        try:
            self.want_theme(name)
        except ConfigError as error:
            self._say_why_not(error)

    def _say_why_not(self, error: ConfigError) -> None:
        self.say_trouble(error_words(error))

    def use_keymap(self, keymap: Keymap) -> None:
        """Give actions other keys. Where something is wrong with them, all keep their own."""
        try:
            self.action_keys = keys_of(keymap)
        except ConfigError as error:
            words = safe(f"{error.message} Every action keeps its usual keys.", limit=_LONG)
            self.say_trouble(words)
        else:
            self._rekeying = Rekeying(self.action_keys)

    def action_help_quit(self) -> None:
        """Say how to leave: ctrl+c does not, as in a shell it might."""
        back = self.action_keys.way_to(BACK)
        self.say(
            phrase("{} goes back and leaves at the first screen; ctrl+q leaves at once.", back)
        )

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
