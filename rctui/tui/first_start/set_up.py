"""The questions that make a project, each with what is wrong with its answer below it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, Final, cast

from textual import on
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.widgets import Input
from textual.worker import get_current_worker

from rctui.errors import RctuiError
from rctui.tables.table import Tone
from rctui.text.error_words import WHOLE, error_words
from rctui.text.safe_text import SafeText, join, label, phrase, safe
from rctui.tui.dialogs.choosing import choose
from rctui.tui.first_start.answers import (
    KEY,
    NAME,
    PROJECT_ID,
    QUESTIONS,
    Unfit,
    check,
    new_project,
)
from rctui.tui.first_start.discovering import Discovering
from rctui.tui.widgets.header_line import HeaderLine, HeaderWords
from rctui.tui.widgets.line_input import LineInput
from rctui.tui.widgets.plain import Plain
from rctui.tui.widgets.question_line import QuestionLine

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from rctui.config.new_project import NewProject
    from rctui.tui.first_start.app import FirstStartApp
    from rctui.wiring.opening import Opening

_LONG: Final = 600
_ALL_THE_SAME: Final = label("Mend it, or go on to the end: then it is kept as it is.")


class SetUp(Discovering):
    """The questions, one below the other; `enter` goes on, at the last one it tries and keeps."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", show=False),
        Binding("down", "choose(1)", show=False, priority=True),
        Binding("up", "choose(-1)", show=False, priority=True),
    ]
    DEFAULT_CSS = """
    SetUp Input, SetUp Input:focus { border: none; height: 1; padding: 0 1; background: $boost; }
    SetUp Input:focus { background: $panel; }
    SetUp VerticalScroll { padding: 1 2 0 2; scrollbar-size: 0 0; }
    SetUp VerticalScroll > * { max-width: 98; }
    SetUp .said { min-height: 1; padding: 0 1; }
    SetUp .said.-says { padding: 0 1 1 1; }
    SetUp #how { padding: 0 2; dock: bottom; }
    """

    def __init__(self, opening: Opening) -> None:
        super().__init__(opening.discovery)
        self._opening = opening

    def compose(self) -> ComposeResult:
        """Header, questions, what is wrong with each answer, how to go on."""
        yield HeaderLine()
        with VerticalScroll(can_focus=False):
            for question in QUESTIONS:
                yield QuestionLine(question)
                yield LineInput(question.start, id=question.id, select_on_focus=True)
                said = Plain(id=f"said-{question.id}")
                said.add_class("said")
                yield said
        yield Plain(id="how")

    def on_mount(self) -> None:
        """Begin with the first question."""
        # Focused before anything can be seen: the first letter must not be lost.
        self.set_focus(self.query(Input).first())
        server = (safe(self.base_url),) if self.base_url else ()
        place = label("rctui"), label("Set up a project")
        self.query_one(HeaderLine).show(HeaderWords(place, server))
        self.say_how()

    def say_how(self) -> None:
        """Say which keys lead on."""
        how = label("enter goes on; at the end the key is tried and the project kept. esc: back.")
        self._say(how, Tone.MUTED)

    def _say(self, words: SafeText, tone: Tone) -> None:
        self.query_one("#how", Plain).show((words, tone))

    @on(Input.Changed)
    def answer_changed(self, message: Input.Changed) -> None:
        """What was said of an answer is not true of another one."""
        if message.input.has_focus:
            self.tell(message.input.id or "", label(""), Tone.MUTED)

    @on(Input.Submitted)
    def go_on(self, message: Input.Submitted) -> None:
        """Enter in a field: on to the next one, if this answer can be used."""
        question = message.input.id or ""
        try:
            self._check(question, message.value)
        except Unfit as unfit:
            self._refuse(unfit)
            return
        if message.input is self.query(Input).last():
            self._finish()
            return
        self.focus_next(Input)
        if question == KEY:
            self.discover(message.value.strip())

    def _check(self, question: str, value: str) -> None:
        is_awaited = self._is_asking and question in (PROJECT_ID, NAME) and not value.strip()
        if not is_awaited:
            check(question, value)

    def _refuse(self, unfit: Unfit) -> None:
        """Say what is wrong. A key is cleared at once: others may see the screen."""
        box = self.query_one(f"#{unfit.question}", Input)
        box.focus()
        if unfit.is_secret:
            with box.prevent(Input.Changed):  # what is said of it stays
                box.clear()
        box.select_all()
        self.tell(unfit.question, unfit.words, Tone.BAD)

    def _finish(self) -> None:
        answers = {box.id or "": box.value for box in self.query(Input)}
        try:
            project = new_project(answers, self.title_of(answers), self.base_url)
        except Unfit as unfit:
            self._refuse(unfit)
            return
        must_try = self.must_be_tried(project)
        self._say(label("Trying the key…") if must_try else label("Keeping it…"), Tone.MUTED)
        self.run_worker(lambda: self._keep(project, must_try=must_try), thread=True, exclusive=True)

    def _keep(self, project: NewProject, *, must_try: bool) -> None:
        wrong = self.try_out(project) if must_try else None
        if get_current_worker().is_cancelled:
            return  # left, or asked anew, while it was tried
        if wrong is not None:
            self.app.call_from_thread(self._does_not_work, *wrong)
            return
        assert self._opening.set_up is not None
        try:
            opening = self._opening.set_up(project)
        except RctuiError as error:
            self.app.call_from_thread(self._say, error_words(error, limit=WHOLE), Tone.BAD)
        else:
            told = replace(opening, warnings=(*opening.warnings, self._kept(project)))
            self.app.call_from_thread(cast("FirstStartApp", self.app).end_with, told)

    def _kept(self, project: NewProject) -> SafeText:
        file = safe(str(self._opening.config_file), limit=_LONG)
        words = "Project {} is kept in {}; rctui check tells what its key may do."
        return phrase(words, safe(project.key), file)

    def _does_not_work(self, question: str, words: SafeText) -> None:
        if self.is_attached:
            self._refuse(Unfit(question, join(" ", [words, _ALL_THE_SAME])))
            self.say_how()

    def action_choose(self, step: int) -> None:
        """To the next choice of a field that has some; else to the next field."""
        choose(self, QUESTIONS, step)

    def action_close(self) -> None:
        """Back to the two ways on."""
        self.app.pop_screen()
