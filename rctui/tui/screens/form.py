"""Asks the questions of a dialog, one below the other, and says what the answers mean."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Input

from rctui.customers.change_errors import ChangeError
from rctui.tables.table import Tone
from rctui.text.safe_text import SafeText, join, label, phrase, safe
from rctui.tui.dialogs.form import TICKET, Choice, Form, Intent, Question
from rctui.tui.widgets.plain import Plain

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from rctui.errors import RctuiError

_CHOICES_SHOWN = 8
_TICKET = Question(TICKET, label("Ticket"), label("Number or reason, for the journal."))


@dataclass(frozen=True, slots=True)
class Filled:
    """A form that was filled in: its intent, and the ticket that goes with it."""

    intent: Intent
    ticket: str


class FormScreen(ModalScreen[None]):
    """`enter` and `tab` go on; at the last field `enter` leads to the review. Nothing is sent.

    The form stays below its review, so that leaving that leads back to what was typed. It takes
    what was typed ahead: only a review can send anything, and that takes nothing of the kind.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", show=False),
        # Bound here and not told by the field: the next key must find the next field.
        Binding("enter", "go_on", show=False, priority=True),
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
        self, form: Form, then: Callable[[FormScreen, Filled], None], *, ticket_needed: bool
    ) -> None:
        super().__init__()
        self._form = form
        self._then = then
        self._ticket_needed = ticket_needed
        self._is_looking = False

    def compose(self) -> ComposeResult:
        """Title, questions, what they mean."""
        with VerticalScroll(can_focus=False):
            yield Plain((self._form.title, Tone.ACCENT))
            for question in (*self._form.questions, self._ticket):
                yield Plain(*_question_parts(question))
                yield Input(question.start, id=question.id, select_on_focus=True)
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
        self.say_how()
        self.show_preview()

    def say_how(self) -> None:
        """Say which keys lead on. What was looked for is here, or is not needed any more."""
        self._looked()
        how = label("enter goes on and, at the last field, to the review. esc cancels.")
        self.query_one("#said", Plain).show((how, Tone.MUTED))

    @property
    def answers(self) -> dict[str, str]:
        """What is typed now."""
        return {box.id or "": box.value for box in self.query(Input)}

    @on(Input.Changed)
    def show_preview(self) -> None:
        """Say what the answers mean so far."""
        self.query_one("#preview", Plain).show_lines(self._form.preview(self.answers))

    async def on_event(self, event: events.Event) -> None:
        """What is pressed while the review is on its way was meant for nothing here, but esc."""
        from textual import events

        is_typed = isinstance(event, events.Key) and event.key != "escape"
        if self._is_looking and (is_typed or isinstance(event, events.Paste)):
            event.stop()
            event.prevent_default()
            return
        await super().on_event(event)

    async def action_go_on(self) -> None:
        """On to the next field; from the last one to the review."""
        if self._is_looking:
            return
        await self._typed()
        if self.focused is self.query(Input).last():
            self._finish()
        else:
            self.focus_next(Input)

    async def _typed(self) -> None:
        """Wait until the field has taken every key that came before this one."""
        taken = asyncio.Event()
        if self.focused is not None:
            self.focused.call_later(taken.set)
            await taken.wait()

    def _finish(self) -> None:
        answers = self.answers
        ticket = answers[TICKET].strip()
        try:
            intent = self._form.intent(answers)
        except ChangeError as error:
            self.refuse(error)
            return
        if self._ticket_needed and not ticket:
            self._point_at(TICKET, label("A ticket is needed in this project."))
        else:
            self.say(label("Looking at what is there now… esc cancels."), Tone.MUTED)
            self._is_looking = True
            # Without a focus keys come to the screen, which lets none of them through.
            self.set_focus(None)
            self._then(self, Filled(intent, ticket))

    def refuse(self, error: RctuiError) -> None:
        """Say why it can't go on, at the field concerned; what was typed stays."""
        parts = [safe(part) for part in (error.message, error.hint) if part]
        self._point_at(getattr(error, "field", ""), join(" ", parts))

    def _point_at(self, question: str, words: SafeText) -> None:
        self.say(words, Tone.BAD)
        for box in self.query(Input):
            if box.id == question:
                box.focus()

    def _looked(self) -> None:
        """Take keys again, where they went before."""
        if self._is_looking:
            self._is_looking = False
            self.query(Input).last().focus()

    def say(self, words: SafeText, tone: Tone) -> None:
        """Say something below the fields."""
        self._looked()
        said = self.query_one("#said", Plain)
        said.show((words, tone))
        said.scroll_visible(animate=False)

    def action_choose(self, step: int) -> None:
        """To the next choice of a field that has some; else to the next field."""
        if self._is_looking:
            return
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
        if self.is_active:
            self.dismiss(None)


def _question_parts(question: Question) -> list[SafeText | tuple[SafeText, Tone]]:
    hint = phrase("  {}", question.hint) if question.hint.plain else label("")
    known = phrase("  up/down: {}", _choices(question.choices)) if question.choices else label("")
    return [(question.title, Tone.ACCENT), (hint + known, Tone.MUTED)]


def _choices(choices: Sequence[Choice]) -> SafeText:
    """The first choices, and how many more there are."""
    shown = [safe(choice.value.strip(), limit=20) for choice in choices[:_CHOICES_SHOWN]]
    left = len(choices) - len(shown)
    return join(" · ", [*shown, *([phrase("{} more", left)] if left else [])])
