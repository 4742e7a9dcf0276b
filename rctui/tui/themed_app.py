"""What both applications share: their colours, one-line notices, and an end without secrets."""

from __future__ import annotations

import traceback
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual.app import App

from rctui.text.safe_text import label, safe, safe_lines
from rctui.tui.themes import DEFAULT, ThemeError, load_theme

if TYPE_CHECKING:
    from textual.driver import Driver

    from rctui.text.safe_text import SafeText

LEFT_BY_BUG = 1


class ThemedApp(App[str]):
    """A full-screen program in one of our themes."""

    CSS_PATH = Path(__file__).with_name("app.tcss")
    ENABLE_COMMAND_PALETTE = False
    TITLE = "rctui"
    BINDINGS: ClassVar = []

    def __init__(
        self,
        *,
        theme: str = DEFAULT,
        driver_class: type[Driver] | None = None,
        ansi_color: bool = False,
    ) -> None:
        super().__init__(driver_class=driver_class, ansi_color=ansi_color)
        self._first_theme = theme

    def start_theme(self) -> None:
        """Put the first theme on; the usual one where that can't be used, and say why."""
        try:
            self.use_theme(self._first_theme)
        except ThemeError as error:
            self.use_theme(DEFAULT)
            self.say(safe(f"{error.message} {error.hint}"))

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
        shown = "\n".join(line.plain for line in safe_lines(traceback.format_exc()))
        self._exit_renderables.append(Text(shown))
        self._return_code = LEFT_BY_BUG
        self._close_messages_no_wait()
