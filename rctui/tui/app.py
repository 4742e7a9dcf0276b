"""The application on projects: what its palette adds, and what ends it."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

from textual.message import Message

from rctui.tables.commands import Command
from rctui.text.safe_text import label, phrase, safe
from rctui.tui.driver.takes_over import TakesOver
from rctui.tui.driver.terminal_driver import redraw
from rctui.tui.restoring import Restoring
from rctui.tui.themes import DEFAULT, ThemeError, theme_files
from rctui.tui.trail import Trail

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from textual.driver import Driver

    from rctui.tui.session import Session


class RctuiApp(TakesOver, Restoring):
    """The full-screen program."""

    class WorkerBroke(Message):
        """The worker met a bug: not an answer of the server, an error in this program."""

        def __init__(self, bug: BaseException) -> None:
            super().__init__()
            self.bug = bug

    def __init__(
        self,
        session: Session,
        *,
        theme: str = DEFAULT,
        driver_class: type[Driver] | None = None,
        ansi_color: bool = False,
    ) -> None:
        super().__init__(theme=theme, driver_class=driver_class, ansi_color=ansi_color)
        self.session = session
        self.trail = Trail()
        self.wants_keys = Event()
        self.on_first_screen: Callable[[], None] = _nothing
        """Called once, when the first screen has been drawn and takes keys."""
        self.on_first_page: Callable[[], None] = _nothing
        """Called once, when Find has its first customers."""

    def on_mount(self) -> None:
        """Show Find."""
        self.say_theme_trouble()
        for warning in self.session.opening.warnings:
            self.say(warning)
        self.show_find()

    def take_keys(self) -> None:
        """Something on screen takes keys now: read what was typed until here."""
        if not self.wants_keys.is_set():
            self.wants_keys.set()
            self.call_after_refresh(self.on_first_screen)

    def first_page_came(self) -> None:
        """Find has customers to show: there is time for what comes next."""
        then, self.on_first_page = self.on_first_page, _nothing
        self.call_after_refresh(then)

    def more_commands(self) -> Iterator[Command]:
        """The themes, in the palette."""
        yield from super().more_commands()
        for name in theme_files():
            yield Command(
                f"theme-{name}",
                label("Theme"),
                label(""),
                phrase("Change the colours to {}.", safe(name)),
                lambda name=name: self._change_theme(name),  # type: ignore[misc]
            )

    def _change_theme(self, name: str) -> None:
        try:
            self.use_theme(name)
        except ThemeError as error:
            self.say(safe(error.message))

    def redraw(self) -> None:
        """Paint everything again, for a terminal whose picture was disturbed."""
        redraw(self)

    def on_rctui_app_worker_broke(self, message: WorkerBroke) -> None:
        """A bug on the worker's thread ends the program as one on this thread does."""
        raise message.bug


def _nothing() -> None:
    """Nothing waits for it."""
