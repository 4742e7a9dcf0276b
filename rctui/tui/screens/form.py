"""Asks the questions of a dialog, one below the other, and says what the answers mean."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Input

from rctui.customers.change_errors import ChangeError
from rctui.tables.table import Tone
from rctui.text.safe_text import SafeText, join, label, phrase, safe
from rctui.tui.dialogs.form import TICKET, Form, Intent, Question
from rctui.tui.widgets.plain import Plain

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType

_TICKET = Question(TICKET, label("Ticket"), label("Number or reason, for the journal."))


class Filled:
    """A form that was filled in: its intent, and the ticket that goes with it."""

    def __init__(self, intent: Intent, ticket: str, answers: Mapping[str, str]) -> None:
        self.intent = intent
        self.ticket = ticket
        self.answers = answers
        """What was typed, to begin with if the form is shown again."""


class FormScreen(ModalScreen["Filled | None"]):
    """`enter` and `tab` go on; at the last field `enter` leads to the review. Nothing is sent."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", show=False),
        Binding("down", "choose(1)", show=False, priority=True),
        Binding("up", "choose(-1)", show=False, priority=True),
    ]
    DEFAULT_CSS = """
    FormScreen { align: center top; background: $background; }
    FormScreen > VerticalScroll { width: 100%; max-width: 100; height: 100%;
                                  background: $surface; padding: 0 2; scrollbar-size: 0 0; }
    FormScreen Input, FormScreen Input:focus { border: none; height: 1; padding: 0 1;
                                               background: $boost; }
    FormScreen Input:focus { background: $panel; }
    FormScreen #preview { padding: 1 0 0 0; }
    FormScreen #said { padding: 1 0 0 0; }
    """

    def __init__(
        self, form: Form, *, ticket_needed: bool, answers: Mapping[str, str] | None = None
    ) -> None:
        super().__init__()
        self._form = form
        self._ticket_needed = ticket_needed
        self._answers = answers or {}
        self._shown_at = float("inf")

    def compose(self) -> ComposeResult:
        """Title, questions, what they mean."""
        with VerticalScroll(can_focus=False):
            yield Plain((self._form.title, Tone.ACCENT))
            for question in (*self._form.questions, self._ticket):
                yield Plain(*_question_parts(question))
                start = self._answers.get(question.id, question.start)
                yield Input(start, id=question.id, select_on_focus=True)
            yield Plain(id="preview")
            yield Plain(id="said")

    @property
    def _ticket(self) -> Question:
        if not self._ticket_needed:
            return _TICKET
        return Question(TICKET, label("Ticket"), label("This project wants one with every change."))

    def on_mount(self) -> None:
        """Begin with the first question."""
        for box in self.query(Input):
            box.cursor_blink = False
        self.query(Input).first().focus()
        self._say_how()
        self.show_preview()
        self.call_after_refresh(self._note_shown)

    def _note_shown(self) -> None:
        self._shown_at = time.monotonic()

    def _say_how(self) -> None:
        how = label("enter goes on and, at the last field, to the review. esc cancels.")
        self.query_one("#said", Plain).show((how, Tone.MUTED))

    @property
    def answers(self) -> dict[str, str]:
        """What is typed now."""
        return {box.id or "": box.value for box in self.query(Input)}

    async def on_event(self, event: events.Event) -> None:
        """Keys from before the dialog could be seen were not meant for it."""
        from textual import events

        if isinstance(event, events.Key) and event.time < self._shown_at:
            event.stop()
            event.prevent_default()
            return
        await super().on_event(event)

    @on(Input.Changed)
    def show_preview(self) -> None:
        """Say what the answers mean so far."""
        self.query_one("#preview", Plain).show_lines(self._form.preview(self.answers))

    @on(Input.Submitted)
    def go_on(self, message: Input.Submitted) -> None:
        """Enter in a field."""
        if message.input is self.query(Input).last():
            self._finish()
        else:
            self.focus_next(Input)

    def _finish(self) -> None:
        answers = self.answers
        ticket = answers[TICKET].strip()
        try:
            intent = self._form.intent(answers)
        except ChangeError as error:
            self._refuse(error)
            return
        if self._ticket_needed and not ticket:
            self._point_at(TICKET, label("A ticket is needed in this project."))
        else:
            self.dismiss(Filled(intent, ticket, answers))

    def _refuse(self, error: ChangeError) -> None:
        parts = [safe(part) for part in (error.message, error.hint) if part]
        self._point_at(error.field, join(" ", parts))

    def _point_at(self, question: str, words: SafeText) -> None:
        said = self.query_one("#said", Plain)
        said.show((words, Tone.BAD))
        for box in self.query(Input):
            if box.id == question:
                box.focus()
        said.scroll_visible(animate=False)

    def action_choose(self, step: int) -> None:
        """To the next choice of a field that has some; else to the next field."""
        box = self.focused
        questions = {question.id: question for question in self._form.questions}
        question = questions.get(box.id or "") if box is not None else None
        if not isinstance(box, Input) or question is None or not question.choices:
            (self.focus_next if step > 0 else self.focus_previous)(Input)
            return
        values = [choice.value for choice in question.choices]
        place = values.index(box.value) + step if box.value in values else 0
        box.value = values[place % len(values)]
        box.cursor_position = len(box.value)

    def action_cancel(self) -> None:
        """Close; nothing has been sent."""
        self.dismiss(None)


def _question_parts(question: Question) -> list[SafeText | tuple[SafeText, Tone]]:
    choices = [_choice(choice.value, choice.name) for choice in question.choices]
    known = phrase("  up/down: {}", join(" · ", choices)) if choices else label("")
    hint = phrase("  {}", question.hint) if question.hint.plain else label("")
    return [(question.title, Tone.ACCENT), (hint + known, Tone.MUTED)]


def _choice(value: str, name: SafeText) -> SafeText:
    shown = safe(value)
    return phrase("{} ({})", shown, name) if name.plain else shown
