"""From a dialog to a change that was sent, read back and said: the only way to write.

The application owns a change from the moment it is confirmed; leaving a screen doesn't touch it.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from textual.message import Message

from rctui.customers.before_after import before_after
from rctui.customers.observing import ObserveFor
from rctui.errors import RctuiError
from rctui.exports.ticket_summary import Done
from rctui.journal.states import State
from rctui.tables.journal import state_words
from rctui.tables.table import Tone
from rctui.text.safe_text import SafeText, label, phrase, safe
from rctui.tui.dialogs.prepared import PreparedForm
from rctui.tui.dialogs.reverse import reverse_of_operation
from rctui.tui.dialogs.review import challenge_of
from rctui.tui.journal_words import follow_up_rows, operation_rows
from rctui.tui.memory import Memory
from rctui.tui.outcome_words import ended_well, outcome_rows
from rctui.tui.screens.form import Filled, FormScreen
from rctui.tui.screens.review import ReviewScreen, ReviewText
from rctui.worker.answers import Answer, Need
from rctui.worker.writing import (
    CheckAgain,
    FollowUp,
    FollowUpAnswer,
    WriteAnswer,
    WriteRequest,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from rctui.customers.observation import Observation
    from rctui.journal.operation import Operation
    from rctui.tui.dialogs.form import Form
    from rctui.tui.widgets.plain import Toned


@dataclass
class WriteEnded(Message):
    """The worker has ended a write."""

    answer: WriteAnswer


@dataclass
class WriteSeen(Message, bubble=False):
    """A write has ended: a screen that shows the customer loads anew what it changed."""

    answer: WriteAnswer


@dataclass
class FollowedUp(Message):
    """The worker has ended a follow-up."""

    answer: FollowUpAnswer


class JournalChanged(Message, bubble=False):
    """The journal has another line."""


class _Looked(Message):
    def __init__(self, answer: Answer[Observation], then: Callable[[Any], None]) -> None:
        super().__init__()
        self.answer = answer
        self.then = then


_SENDING = label("Sending… It goes on whatever you do; the Journal (h) keeps it.")


class Acting(Memory):
    """The part of the application that writes."""

    unconfirmed: int = 0
    """Own writes in this project whose end nobody knows."""

    def why_no_writes(self) -> SafeText | None:
        """Why nothing can be changed in this project now, or `None`."""
        if self.session.project.read_only:
            return label("This project is READ-ONLY.")
        return self.session.worker.writes_off

    def ask(self, form: Form) -> None:
        """Open a dialog. Only GETs reach the server before the review's last key."""
        refusal = self.why_no_writes()
        if refusal is not None:
            self.say(refusal)
            return
        ticket_needed = self.session.project.rules.require_ticket
        self.push_screen(FormScreen(form, self._look, ticket_needed=ticket_needed))

    def _look(self, form: FormScreen, filled: Filled) -> None:
        """Look at what the change is about, for the review."""
        read = ObserveFor(filled.intent.change, self.session.now_ms())

        def looked(answer: Answer[Observation]) -> None:
            self.post_message(_Looked(answer, lambda end: self._looked(form, filled, end)))

        self.session.worker.read(self.session.project.key, read, Need.HEADER, looked)

    def on__looked(self, message: _Looked) -> None:
        """The worker has looked."""
        message.then(message.answer)

    def _looked(self, form: FormScreen, filled: Filled, answer: Answer[Observation]) -> None:
        """What is there is known; or why not, and then nothing is sent."""
        if self.screen is not form:
            return
        if answer.failure is not None:
            form.say(phrase("Not sent: {}", answer.failure.sentence), Tone.BAD)
        elif answer.value is not None:
            self._review(form, filled, answer.value)

    def _review(self, form: FormScreen, filled: Filled, before: Observation) -> None:
        change, rules = filled.intent.change, self.session.project.rules
        try:
            rules.check(change, filled.ticket, self.session.now_ms())
            change.check(self.session.now_ms())
            change.check_against(before)
        except RctuiError as error:
            form.refuse(error)
            return
        form.say_how()
        level = rules.level(change)

        def answered(yes: bool | None) -> None:
            if yes:
                form.dismiss(None)
                self._send(filled, before)

        if level == 0:
            answered(True)
        else:
            text = self._review_text(filled, before, level)
            self.clear_notifications()
            self.push_screen(ReviewScreen(text, guard_s=self.session.guard_s), answered)

    def _review_text(self, filled: Filled, before: Observation, level: int) -> ReviewText:
        project, change = self.session.project, filled.intent.change
        view = self.session.viewpoint(self.session.now_ms())
        rows: list[SafeText | Toned] = [
            phrase("project   {}", safe(project.name)),
            phrase("customer  {}", safe(change.customer_id, limit=1500)),
        ]
        if project.high_risk:
            rows.insert(0, (label("HIGH RISK"), Tone.ATTENTION))
        rows += [label(""), *((line, Tone.ACCENT) for line in before_after(change, before, view))]
        rows += [label(""), *filled.intent.consequences]
        if filled.ticket:
            rows += [label(""), phrase("ticket    {}", safe(filled.ticket))]
        run = phrase("Run it in {}", safe(project.name))
        return ReviewText(change.summary(view), rows, run, challenge_of(change, level))

    def _send(self, filled: Filled, before: Observation) -> None:
        request = WriteRequest(filled.intent.change, filled.ticket, before=before)
        project = self.session.project.key
        try:
            self.session.worker.write(
                project, request, lambda answer: self.post_message(WriteEnded(answer))
            )
        except RctuiError as error:
            self.say(safe(error.message))
        else:
            self.notify(_SENDING.plain, markup=False, timeout=2)

    # What nobody knows the end of

    def confirm_follow_up(self, follow_up: FollowUp, run: SafeText) -> None:
        """Ask before a follow-up that sends or decides something."""
        operation = follow_up.operation
        rows = operation_rows(operation, self.session.zone)
        text = ReviewText(safe(operation.first.summary), rows, run)
        screen = ReviewScreen(text, guard_s=self.session.guard_s)
        self.push_screen(screen, lambda yes: self.follow_up(follow_up) if yes else None)

    def follow_up(self, follow_up: FollowUp) -> None:
        """Check, send again, or settle."""
        refusal = self.why_no_writes() if not isinstance(follow_up, CheckAgain) else None
        if refusal is not None:
            self.say(refusal)
            return
        try:
            self.session.worker.follow_up(
                self.session.project.key,
                follow_up,
                lambda answer: self.post_message(FollowedUp(answer)),
            )
        except RctuiError as error:
            self.say(safe(f"{error.message} {error.hint}"))

    def on_followed_up(self, message: FollowedUp) -> None:
        """Say what was found."""
        answer = message.answer
        self.count_unconfirmed()
        self.show_text((label("Journal"),), follow_up_rows(answer, self.session.zone), indent=14)
        for screen in self.screen_stack:
            screen.post_message(JournalChanged())

    def reverse_last(self, customer_id: str) -> None:
        """Offer the opposite of the last own write on a customer that was applied."""
        operation = self._last_applied(customer_id)
        if operation is None:
            self.say(label("The journal has no own write on this customer that was applied."))
            return
        try:
            reverse = reverse_of_operation(operation, key=str(uuid.uuid4()))
        except RctuiError as error:
            self.say(safe(error.message))
            return
        if isinstance(reverse, SafeText):
            self.say(reverse)
        else:
            view = self.session.viewpoint(self.session.now_ms())
            undone = phrase("Reverse: {}", safe(operation.first.summary))
            self.ask(PreparedForm(reverse, view, undone))

    def done_for(self, customer_id: str) -> tuple[Done, ...]:
        """Own writes on a customer in this project, oldest first, for the ticket."""
        return tuple(
            Done(one.first.time_ms, safe(one.first.summary), state_words(one))
            for one in reversed(self._operations())
            if one.first.customer_id == customer_id
        )

    def _operations(self) -> tuple[Operation, ...]:
        """What the journal keeps of the project on screen, newest first."""
        journal = self.session.opening.writing.journal
        if journal is None:
            return ()
        try:
            operations = journal.recent().operations
        except RctuiError as error:
            self.say(safe(f"The journal can't be read: {error.message}"))
            return ()
        key = self.session.project.key
        return tuple(one for one in operations if one.first.project == key)

    def count_unconfirmed(self) -> None:
        """Count the own writes whose end nobody knows; the header says how many there are."""
        self.unconfirmed = sum(one.is_open for one in self._operations())

    def _last_applied(self, customer_id: str) -> Operation | None:
        done = (
            one
            for one in self._operations()
            if one.state is State.APPLIED and one.first.customer_id == customer_id
        )
        return next(done, None)

    def open_journal(self) -> None:
        """Show own writes."""
        from rctui.tui.screens.journal import JournalScreen

        if not isinstance(self.screen, JournalScreen):
            self.push_screen(JournalScreen(self.session))

    # The end of a write

    def on_write_ended(self, message: WriteEnded) -> None:
        """Say how it ended; what did not simply work stays on the screen until it is read."""
        answer = message.answer
        self.count_unconfirmed()
        view = self.session.viewpoint(answer.at_ms)
        rows = outcome_rows(answer, view)
        if ended_well(answer.outcome):
            self.say(rows[0][0] if isinstance(rows[0], tuple) else rows[0])
        else:
            self.show_text((label("How it ended"),), rows, indent=2)
        for screen in self.screen_stack:
            screen.post_message(WriteSeen(answer))
