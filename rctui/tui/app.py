"""The application on projects: what its palette adds, and what ends it."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

from textual import on
from textual.message import Message

from rctui.tui.beside import CompareMark
from rctui.tui.driver.takes_over import TakesOver
from rctui.tui.driver.terminal_driver import redraw
from rctui.tui.finding.everywhere import EveryProject
from rctui.tui.known_customers import KnownCustomers
from rctui.tui.lists.choices import ListChoices
from rctui.tui.looks.theme_commands import theme_commands
from rctui.tui.server_words import WaitBegan
from rctui.tui.touring import Touring
from rctui.tui.trail import Trail
from rctui.tui.widgets.too_small import cover_or_not
from rctui.tui.writing.messages import JournalChanged

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from textual.driver import Driver

    from rctui.config.theme_choice import ThemeChoice
    from rctui.config.themes import Themes
    from rctui.tables.commands import Command
    from rctui.tui.session import Session


class RctuiApp(TakesOver, Touring):
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
        themes: Themes | None = None,
        choice: ThemeChoice | None = None,
        driver_class: type[Driver] | None = None,
    ) -> None:
        super().__init__(
            theme=session.project.theme, themes=themes, choice=choice, driver_class=driver_class
        )
        self.session = session
        self.trail = Trail()
        self.compare_mark = CompareMark()
        self.every_project = EveryProject()
        self.list_choices = ListChoices()
        self.known_customers = KnownCustomers()
        self.wants_keys = Event()
        self.on_first_screen: Callable[[], None] = _nothing
        """Called once, when the first screen has been drawn and takes keys."""
        self._tidied = False
        self.on_first_page: Callable[[], None] = _nothing
        """Called once, when Find has its first customers."""
        self.on_first_look: Callable[[], None] | None = None
        """Called once, when somebody looks for a customer, but not before that first page."""
        self._looks = False

    def on_mount(self) -> None:
        """Show Find."""
        self.say_theme_trouble()
        self.use_keymap(self.session.opening.screen.keymap)
        for warning in self.session.opening.warnings:
            self.say_trouble(warning)
        self.session.activity.listen_for_waits(lambda: self.post_message(WaitBegan()))
        self.session.worker.pauses.listen(lambda _: self.post_message(WaitBegan()))
        self.session.worker.found_off.listen(lambda _: self.post_message(JournalChanged()))
        # Not within the start: Textual would draw the screen, hold the picture back and draw again.
        self.call_later(self.show_find)

        self.screen_change_signal.subscribe(self, self._cover)

    def on_resize(self) -> None:
        """Say so where the terminal is too small."""
        self.call_later(self._cover)

    def _cover(self, _screen: object = None) -> None:
        if self.screen_stack:
            self.tour_looks()
            cover_or_not(self)

    def take_keys(self) -> None:
        """Something on screen takes keys: once it is drawn, read what was typed until here."""
        self.call_after_refresh(self._read_keys)

    def _read_keys(self) -> None:
        if not self.wants_keys.is_set():
            self.wants_keys.set()
            self.on_first_screen()

    def first_page_came(self) -> None:
        """Find has customers to show: there is time for what comes next."""
        then, self.on_first_page = self.on_first_page, _nothing
        self.call_after_refresh(then)
        if not self._tidied:
            self._tidied = True
            self.call_after_refresh(self.remove_old_recovery_files)
        if self.on_first_look is None:
            self.call_after_refresh(self.look_for_names)
        self._see_to_first_look()

    def look_begins(self) -> None:
        """Somebody looks for a customer, or is shown one: now is the time for what comes next."""
        self._looks = True
        self._see_to_first_look()

    def _see_to_first_look(self) -> None:
        if self._looks and self.on_first_look is not None and self.on_first_page is _nothing:
            then, self.on_first_look = self.on_first_look, None
            self.call_after_refresh(then)

    def more_commands(self) -> Iterator[Command]:
        """The themes, in the palette, and keeping one."""
        from rctui.tui.looks.theme_keeping import keeping_commands

        yield from super().more_commands()
        yield from theme_commands(self)
        yield from keeping_commands(self)

    @on(WaitBegan)
    def say_wait(self) -> None:
        """The screen in sight says what is waited for, and until when."""
        self.screen.post_message(WaitBegan())

    @on(JournalChanged)
    def say_writes_off(self) -> None:
        """The journal can't be written: every screen's header says so."""
        for screen in self.screen_stack:
            screen.post_message(JournalChanged())

    def redraw(self) -> None:
        """Paint everything again, for a terminal whose picture was disturbed."""
        redraw(self)

    def on_rctui_app_worker_broke(self, message: WorkerBroke) -> None:
        """A bug on the worker's thread ends the program as one on this thread does."""
        raise message.bug


def _nothing() -> None:
    """Nothing waits for it."""
