"""Asks the questions of a dialog, one below the other, and says what the answers mean."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events, on
from textual.binding import Binding
from textual.containers import Container, VerticalScroll
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Input

from rctui.customers.changes.errors import ChangeError
from rctui.tables.table import Tone
from rctui.text.safe_text import SafeText, join, label, safe
from rctui.tui.dialogs.form import TICKET, Form, Intent, Question
from rctui.tui.dialogs.looking_up import LookingUp, LooksUp, SetsBeside
from rctui.tui.widgets.dialog_box import GIVES_WAY, DialogBox
from rctui.tui.widgets.hanging_lines import HangingLines
from rctui.tui.widgets.line_input import LineInput
from rctui.tui.widgets.more_line import more_words
from rctui.tui.widgets.plain import Plain
from rctui.tui.widgets.question_line import QuestionLine

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from rctui.errors import RctuiError
    from rctui.tui.dialogs.looking_up import Ask
    from rctui.tui.widgets.plain import Toned
    from rctui.worker.answers import Answer

_TICKET = Question(TICKET, label("Ticket"), label("Number or reason, for the journal."))
_COLUMNS = [(0, "-one-column"), (100, "-two-columns")]
"""From which width on what is compared stands side by side."""


@dataclass(frozen=True, slots=True)
class Filled:
    """A form that was filled in: its intent, and the ticket that goes with it."""

    intent: Intent
    ticket: str


class LookedUp(Message):
    """The worker has answered what a dialog wanted to know."""

    def __init__(self, answer: Answer[Any]) -> None:
        super().__init__()
        self.answer = answer


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
        Binding("pagedown", "page(1)", show=False, priority=True),
        Binding("pageup", "page(-1)", show=False, priority=True),
    ]
    DEFAULT_CSS = """
    FormScreen { align: center top; background: $background; }
    FormScreen VerticalScroll { scrollbar-size: 0 0; }
    FormScreen #preview { padding: 1 0 0 0; }
    FormScreen #beside { height: auto; layout: vertical; }
    FormScreen.-two-columns #beside { layout: horizontal; }
    FormScreen #beside > HangingLines { height: auto; padding: 1 0 0 0; }
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
        ask: Ask | None = None,
    ) -> None:
        super().__init__()
        self._form = form
        self._looking_up = LookingUp(ask)
        self._then = then
        self._ticket_needed = ticket_needed
        self._is_looking = False

    def compose(self) -> ComposeResult:
        """Title, questions, what they mean."""
        with DialogBox():
            with VerticalScroll(can_focus=False, classes=GIVES_WAY):
                yield Plain((self._form.title, Tone.ACCENT))
                for question in (*self._form.questions, self._ticket):
                    yield QuestionLine(question)
                    yield LineInput(question.start, id=question.id, select_on_focus=True)
                yield HangingLines(id="preview")
                with Container(id="beside"):
                    yield HangingLines(id="left")
                    yield HangingLines(id="right")
                yield HangingLines(id="below")
            yield Plain(id="more")
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
        hidden = round(self._text.max_scroll_y - self._text.scroll_y)
        words = more_words(hidden, label("page down")) if hidden > 0 else label("")
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
    def show_preview(self) -> None:
        """Say what the answers mean so far. The fields are at the top: what is typed is seen."""
        self._text.scroll_home(animate=False)
        for line, box in zip(self.query(QuestionLine), self.query(Input), strict=True):
            line.answered(box.value)
        form = self._form
        rows = without_title(form.preview(self.answers), form.title)
        beside = form.beside(self.answers) if isinstance(form, SetsBeside) else None
        left, right = beside or ((), ())
        said = [*left, *right]
        below = [row for row in rows[1:] if row not in said] if beside else []
        self.query_one("#preview", HangingLines).show_lines(rows[:1] if beside else rows)
        self.query_one("#left", HangingLines).show_lines(left)
        self.query_one("#right", HangingLines).show_lines(right)
        self.query_one("#beside").display = beside is not None
        self.query_one("#below", HangingLines).show_lines(below)
        self.query_one("#below", Plain).display = bool(below)

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


def without_title(rows: Sequence[SafeText | Toned], title: SafeText) -> Sequence[SafeText | Toned]:
    """The rows of a preview, which need not begin with what stands above the questions."""
    first = rows[0] if rows else None
    words = first[0] if isinstance(first, tuple) else first
    return rows[1:] if words == title else rows
