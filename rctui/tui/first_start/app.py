"""The first start as a program of its own; it ends with what to open next."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, ClassVar, Final, cast

from textual import on
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widgets import Input

from rctui.config.theme_choice import ThemeChoice, fitting_theme
from rctui.errors import RctuiError
from rctui.tables.table import Tone
from rctui.text.safe_text import label, phrase, safe
from rctui.tui.driver.lean_driver import LeanDriver
from rctui.tui.first_start.answers import KEY, QUESTIONS, Unfit, new_project
from rctui.tui.first_start.discovering import Discovering
from rctui.tui.themed_app import ThemedApp
from rctui.tui.widgets.header_line import HeaderLine, HeaderWords
from rctui.tui.widgets.line_input import LineInput
from rctui.tui.widgets.plain import Plain

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from rctui.config.new_project import NewProject
    from rctui.wiring.opening import Opening

DEMO: Final = "demo"
CONFIGURED: Final = "configured"


class FirstStartApp(ThemedApp):
    """Ends with `DEMO`, `CONFIGURED` or nothing."""

    def __init__(self, opening: Opening) -> None:
        fitting = ThemeChoice(fitting=fitting_theme(os.environ))
        super().__init__(driver_class=LeanDriver, choice=fitting)
        self.opening = opening
        """What was set up, once the program has ended with `CONFIGURED`."""

    def on_mount(self) -> None:
        """Show the two ways on."""
        self.say_theme_trouble()
        self.push_screen(WaysOn(self.opening))

    def end_with(self, opening: Opening) -> None:
        """A project has been set up."""
        self.opening = opening
        self.exit(CONFIGURED)


def first_start(opening: Opening, demo: Callable[[], Opening]) -> Opening | None:
    """Ask what to open; `demo` builds the demo's. `None` where the operator left instead."""
    app = FirstStartApp(opening)
    answer = app.run(mouse=False)
    if answer == DEMO:
        return demo()
    return app.opening if answer == CONFIGURED else None


class WaysOn(Screen[None]):
    """Set up a project, or try the demo."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,s", "set_up", show=False),
        Binding("d", "demo", show=False),
        Binding("q,escape", "leave", show=False),
    ]
    DEFAULT_CSS = "WaysOn Plain { padding: 1 2; }"

    def __init__(self, opening: Opening) -> None:
        super().__init__()
        self._opening = opening

    def compose(self) -> ComposeResult:
        """Header, and the ways on."""
        yield HeaderLine()
        yield Plain(id="ways")

    def on_mount(self) -> None:
        """Say what can be done."""
        self.query_one(HeaderLine).show(HeaderWords((label("rctui"), label("First start"))))
        file = safe(str(self._opening.config_file))
        self.query_one("#ways", Plain).show_lines(
            [
                (label("No project is configured yet."), Tone.ACCENT),
                label(""),
                label("enter  set up a project: where its key is, which project, its risk"),
                label("d      try the demo: a simulated RevenueCat, no key, no network"),
                (label("       (rctui demo --tour leads through its first steps)"), Tone.MUTED),
                label("q      leave"),
                label(""),
                (phrase("Projects are kept in {}", file), Tone.MUTED),
                (label("Without a file: set RCTUI_API_KEY and RCTUI_PROJECT_ID."), Tone.MUTED),
            ]
        )

    def action_set_up(self) -> None:
        """On to the questions."""
        self.app.push_screen(SetUp(self._opening))

    def action_demo(self) -> None:
        """On to the demo."""
        self.app.exit(DEMO)

    def action_leave(self) -> None:
        """Leave."""
        self.app.exit()


class SetUp(Discovering):
    """The questions, one below the other; `enter` moves on, at the last one it saves."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", show=False),
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
    ]
    DEFAULT_CSS = """
    SetUp Input, SetUp Input:focus { border: none; height: 1; padding: 0 1; margin: 0 2;
                                     background: $boost; }
    SetUp Plain { padding: 0 2; }
    SetUp #said { padding: 1 2; }
    """

    def __init__(self, opening: Opening) -> None:
        super().__init__(opening.discovery)
        self._opening = opening

    def compose(self) -> ComposeResult:
        """Header, questions, what is wrong with an answer."""
        yield HeaderLine()
        yield Plain(id="said")
        with VerticalScroll(can_focus=False):
            for question in QUESTIONS:
                yield Plain((question.title, Tone.ACCENT), label("  "), (question.hint, Tone.MUTED))
                yield LineInput(question.start, id=question.id)

    def on_mount(self) -> None:
        """Begin with the first question."""
        # Focused before anything can be seen: the first letter must not be lost.
        self.set_focus(self.query(Input).first())
        self.query_one(HeaderLine).show(HeaderWords((label("rctui"), label("Set up a project"))))
        for box in self.query(Input):
            box.cursor_blink = False
        self.say_how()

    @on(Input.Submitted)
    def go_on(self, message: Input.Submitted) -> None:
        """Enter in a field."""
        if message.input is self.query(Input).last():
            self._save()
            return
        self.app.action_focus_next()
        if message.input.id == KEY:
            self.discover(message.value)

    def _save(self) -> None:
        answers = {box.id or "": box.value for box in self.query(Input)}
        try:
            project = new_project(answers, self.title_of(answers))
        except Unfit as unfit:
            self.query_one(f"#{unfit.question}", Input).focus()
            self.tell(unfit.words, Tone.BAD)
        else:
            self.tell(label("Saving…"), Tone.MUTED)
            self.run_worker(lambda: self._write(project), thread=True, exclusive=True)

    def _write(self, project: NewProject) -> None:
        assert self._opening.set_up is not None
        try:
            opening = self._opening.set_up(project)
        except RctuiError as error:
            words = safe(f"{error.message} {error.hint}", limit=2000)
            self.app.call_from_thread(self.tell, words, Tone.BAD)
        else:
            self.app.call_from_thread(cast("FirstStartApp", self.app).end_with, opening)

    def action_close(self) -> None:
        """Back to the two ways on."""
        self.app.pop_screen()
