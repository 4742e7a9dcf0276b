"""Asks the questions of a dialog, one below the other, and says what the answers mean."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, ClassVar, Final

from textual import events, on
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.message import Message
from textual.widgets import Input

from rctui.customers.changes.errors import ChangeError
from rctui.tables.table import Tone
from rctui.text.error_words import error_words
from rctui.text.safe_text import SafeText, label
from rctui.tui.dialog_screen import DialogScreen
from rctui.tui.dialogs.choosing import choose
from rctui.tui.dialogs.form import TICKET, Form, Intent, Question
from rctui.tui.dialogs.looking_up import LookingUp, LooksUp
from rctui.tui.keys.actions import bindings
from rctui.tui.keys.dialog_keys import IN_A_FORM, face_in_a_box
from rctui.tui.keys.in_force import keys_in
from rctui.tui.keys.list_keys import PAGE_DOWN
from rctui.tui.there import is_there
from rctui.tui.typed_ahead import keys_taken
from rctui.tui.widgets.dialog_box import GIVES_WAY, DialogBox
from rctui.tui.widgets.form_preview import FormPreview
from rctui.tui.widgets.line_input import LineInput
from rctui.tui.widgets.more_line import more_words
from rctui.tui.widgets.plain import Plain
from rctui.tui.widgets.question_line import QuestionLine
from rctui.tui.widgets.wrong_line import ANYWHERE, NOTHING_WRONG, WrongLine

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from rctui.errors import RctuiError
    from rctui.tui.dialogs.looking_up import Ask
    from rctui.worker.answers import Answer

_TICKET = Question(TICKET, label("Ticket"), label("Number or reason, for the journal."))
_TICKET_NEEDED = replace(_TICKET, hint=label("This project wants one with every change."))
_NO_ANSWERS: Final[Mapping[str, str]] = MappingProxyType({})
_COLUMNS = [(0, "-one-column"), (100, "-two-columns")]
"""From which width on what is compared stands side by side."""


@dataclass(frozen=True, slots=True)
class Filled:
    """A form that was filled in: its intent, and the ticket that goes with it."""

    intent: Intent
    ticket: str
    form: Form = field(compare=False)
    answers: Mapping[str, str] = field(compare=False)
    """What was typed, by the ids of the questions."""


class LookedUp(Message):
    """The worker has answered what a dialog wanted to know."""

    def __init__(self, answer: Answer[Any]) -> None:
        super().__init__()
        self.answer = answer


class FormScreen(DialogScreen[None]):
    """`enter` and `tab` go on; at the last field `enter` leads to the review. Nothing is sent.

    The form stays below its review, so that leaving that leads back to what was typed. It takes
    what was typed ahead: only a review can send anything, and that takes nothing of the kind.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", show=False),
        # Bound here and not told by the field: the next key must find the next field.
        Binding("enter", "go_on", show=False, priority=True),
        *bindings(IN_A_FORM, priority=True),
    ]
    DEFAULT_CSS = """
    FormScreen VerticalScroll { scrollbar-size: 0 0; }
    FormScreen.-two-columns #beside { layout: horizontal; }
    FormScreen.-two-columns #beside > HangingLines { width: 1fr; padding: 1 2 0 0; }
    FormScreen #more { height: 1; }
    """

    HORIZONTAL_BREAKPOINTS = _COLUMNS

    def __init__(
        self,
        form: Form,
        then: Callable[[FormScreen, Filled], None],
        *,
        ticket_needed: bool,
        ticket: str = "",
        answers: Mapping[str, str] = _NO_ANSWERS,
        ask: Ask | None = None,
    ) -> None:
        super().__init__()
        self._form = form
        self._looking_up = LookingUp(ask)
        self._then = then
        self._ticket_needed = ticket_needed
        self._start = {TICKET: ticket, **answers}
        self._is_looking = False
        self._refused = NOTHING_WRONG
        """Why the answers were refused, until one of them is changed."""

    def compose(self) -> ComposeResult:
        """Title, questions, what they mean."""
        with DialogBox():
            with VerticalScroll(can_focus=False, classes=GIVES_WAY):
                yield Plain((self._form.title, Tone.ACCENT))
                for question in (*self._form.questions, self._ticket):
                    yield QuestionLine(question)
                    start = self._start.get(question.id, question.start)
                    yield LineInput(start, id=question.id, select_on_focus=True)
                    yield WrongLine(question.id)
                yield WrongLine()
                yield FormPreview()
            yield Plain(id="more")
            yield Plain(id="said")

    @property
    def _ticket(self) -> Question:
        return _TICKET_NEEDED if self._ticket_needed else _TICKET

    def on_mount(self) -> None:
        """Begin with the first question."""
        self.query(Input).first().focus()
        self.watch(self._text, "scroll_y", self._say_more, init=False)
        self.watch(self._text, "virtual_size", self.on_resize, init=False)
        self.say_how()
        self.show_preview()
        self._look_up()

    def say_how(self) -> None:
        """Say which keys lead on. What was looked for is here, or is not needed any more."""
        self._looked()
        how = label("enter goes on, at the end to a review. esc cancels.")
        self.query_one("#said", Plain).show((how, Tone.MUTED))

    def on_resize(self) -> None:
        """How much is hidden is known once everything is laid out."""
        self.call_after_refresh(self._say_more)

    @property
    def _text(self) -> VerticalScroll:
        return self.query_one(VerticalScroll)

    def _say_more(self) -> None:
        """Say how much of the text is below, and how it is reached."""
        if not is_there(self):
            return
        hidden = round(self._text.max_scroll_y - self._text.scroll_y)
        words = (
            more_words(hidden, face_in_a_box(keys_in(self), PAGE_DOWN)) if hidden > 0 else label("")
        )
        self.query_one("#more", Plain).show((words, Tone.ATTENTION))

    def action_page(self, pages: int) -> None:
        """Scroll the text; the fields have no use for these keys."""
        text = self._text
        (text.scroll_page_down if pages > 0 else text.scroll_page_up)(animate=False)

    @property
    def answers(self) -> dict[str, str]:
        """What is typed now."""
        return {box.id or "": box.value for box in self.query(Input)}

    @on(Input.Changed)
    def take_answer(self) -> None:
        """Another answer: what was said of the one before it holds no more."""
        self._say_wrong(NOTHING_WRONG)
        self.show_preview()

    def show_preview(self) -> None:
        """Say what the answers mean so far. The fields are at the top: what is typed is seen."""
        self._text.scroll_home(animate=False)
        for line, box in zip(self.query(QuestionLine), self.query(Input), strict=True):
            line.answered(box.value)
        self.query_one(FormPreview).tell(self._form, self.answers, self._refused)

    @on(events.DescendantBlur)
    def _look_up(self) -> None:
        """Ask for what the form wants to know, now that a field is left."""
        if isinstance(self._form, LooksUp):
            read = self._form.lookup(self.answers)
            self._looking_up.want(read, lambda answer: self.post_message(LookedUp(answer)))

    @on(LookedUp)
    def tell(self, message: LookedUp) -> None:
        """Show what the form wanted to know, if it still does."""
        if self._looking_up.accepts(message.answer) and isinstance(self._form, LooksUp):
            self._form = self._form.told(message.answer)
            self.show_preview()

    def on_unmount(self) -> None:
        """Nobody waits for answers any more."""
        self._looking_up.drop()

    async def on_event(self, event: events.Event) -> None:
        """What is pressed while the review is on its way was meant for nothing here, but esc."""
        is_typed = isinstance(event, events.Key) and event.key != "escape"
        if self._is_looking and (is_typed or isinstance(event, events.Paste)):
            event.stop()
            event.prevent_default()
            return
        await super().on_event(event)

    async def action_go_on(self) -> None:
        """On to the next field, from one that is as it may be; from the last one to the review."""
        if self._is_looking:
            return
        await keys_taken(self)
        box = self.focused
        if box is self.query(Input).last():
            self._finish()
        elif error := self._amiss_in(box.id or "" if box else ""):
            self.refuse(error)
        else:
            self.focus_next(Input)

    def _amiss_in(self, question: str) -> ChangeError | None:
        """Why the answer to this question can't be it, if that is known by now."""
        try:
            self._form.intent(self.answers)
        except ChangeError as error:
            return error if question and error.field == question else None
        return None

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
            looking = label("Looking at what is there now… esc cancels.")
            self.query_one("#said", Plain).show((looking, Tone.MUTED))
            self._is_looking = True
            # Without a focus keys come to the screen, which lets none of them through.
            self.set_focus(None)
            self._then(self, Filled(intent, ticket, self._form, answers))

    def refuse(self, error: RctuiError) -> None:
        """Say why it can't go on, at the field concerned; what was typed stays."""
        self._point_at(getattr(error, "field", ""), error_words(error))

    def _point_at(self, question: str, words: SafeText) -> None:
        """Say it below its field, and no longer among what the answers mean."""
        self.say_how()
        asked = [box for box in self.query(Input) if box.id == question]
        self._say_wrong(words, question if asked else ANYWHERE)
        self.show_preview()
        for box in asked:
            box.focus()

    def _say_wrong(self, words: SafeText, question: str = ANYWHERE) -> None:
        self._refused = words
        for line in self.query(WrongLine):
            line.tell(words if line.question == question else NOTHING_WRONG)

    def _looked(self) -> None:
        """Take keys again, where they went before."""
        if self._is_looking:
            self._is_looking = False
            self.query(Input).last().focus()

    def fail(self, words: SafeText) -> None:
        """Say why it can't go on now, though the answers are as they may be."""
        self._point_at(ANYWHERE, words)

    def action_choose(self, step: int) -> None:
        """To the next choice of a field that has some; else to the next field."""
        if not self._is_looking:
            choose(self, self._form.questions, step)

    def action_cancel(self) -> None:
        """Close; nothing has been sent."""
        if self.is_active:
            self.dismiss(None)
