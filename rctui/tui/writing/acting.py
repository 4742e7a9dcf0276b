"""From a dialog to a change that was sent, read back and said: the only way to write.

The application owns a change from the moment it is confirmed; leaving a screen doesn't touch it.
"""

from __future__ import annotations

import uuid
from dataclasses import replace
from typing import TYPE_CHECKING, Any, LiteralString

from textual.message import Message

from rctui.errors import RctuiError
from rctui.tables.table import Tone
from rctui.text.safe_text import SafeText, label, phrase, safe
from rctui.tui.endings import Ending, words_of
from rctui.tui.writing.messages import JournalChanged, WriteSeen
from rctui.tui.writing.own_writes import OwnWrites
from rctui.worker.answers import Answer, Need

if TYPE_CHECKING:
    from collections.abc import Callable

    from rctui.customers.readback.observation import Observation
    from rctui.customers.reads import Read
    from rctui.tui.dialogs.form import Form
    from rctui.tui.screens.form import Filled, FormScreen
    from rctui.tui.screens.review import ReviewText
    from rctui.tui.widgets.plain import Toned
    from rctui.tui.writing.meanwhile import Meanwhile
    from rctui.worker.writing import FollowUp, FollowUpAnswer, WriteAnswer, WriteProgress


class WriteEnded(Message):
    """The worker has ended a write."""

    def __init__(self, answer: WriteAnswer, filled: Filled, meanwhile: Meanwhile) -> None:
        """`filled` is what it was made of, `meanwhile` what said that it was under way."""
        super().__init__()
        self.answer = answer
        self.filled = filled
        self.meanwhile = meanwhile


class WriteDone(Message):
    """The server has carried out a write; what can be seen of it is being read."""

    def __init__(self, meanwhile: Meanwhile) -> None:
        super().__init__()
        self.meanwhile = meanwhile


class FollowedUp(Message):
    """The worker has ended a follow-up."""

    def __init__(self, answer: FollowUpAnswer) -> None:
        super().__init__()
        self.answer = answer


class _Looked(Message):
    def __init__(self, answer: Answer[Observation], then: Callable[[Any], None]) -> None:
        super().__init__()
        self.answer = answer
        self.then = then


_LOOK_AGAIN = label(
    "NOT SENT: the customer is no longer as the review showed. This is how it is now."
)
_UNCONFIRMED: LiteralString = (
    "A newer change of yours is unconfirmed: settle it first (h), then reverse. It is: {}"
)


class Acting(OwnWrites):
    """The part of the application that writes."""

    def why_no_writes(self) -> SafeText | None:
        """Why nothing can be changed in this project now, or `None`."""
        if self.session.project.read_only:
            return label("This project is READ-ONLY.")
        return self.session.worker.writes_off

    def ask(self, form: Form) -> None:
        """Open a dialog. Only GETs reach the server before the review's last key."""
        from rctui.tui.screens.form import FormScreen

        refusal = self.why_no_writes()
        if refusal is not None:
            self.say(refusal)
            return
        ticket_needed = self.session.project.rules.require_ticket
        screen = FormScreen(form, self._look, ticket_needed=ticket_needed, ask=self._look_up)
        self.push_screen(screen, self.show_unread)

    def _look_up(
        self, read: Read[Any], reply: Callable[[Answer[Any]], object]
    ) -> Callable[[], None]:
        """Read something that a dialog wants to know; gives what drops it again."""
        worker = self.session.worker
        number = worker.read(self.session.project.key, read, Need.OPEN_TAB, reply)
        return lambda: worker.drop(number)

    def _look(self, form: FormScreen, filled: Filled) -> None:
        """Look at what the change is about, for the review."""
        from rctui.customers.readback.observing import ObserveFor

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
            if form in self.screen_stack:
                form.say_how()
            return
        if answer.failure is not None:
            form.say(phrase("Not sent: {}", answer.failure.sentence), Tone.BAD)
        elif answer.value is not None:
            self._review(form, filled, answer.value)

    def _review(self, form: FormScreen, filled: Filled, before: Observation) -> None:
        try:
            self._check(filled, before)
        except RctuiError as error:
            form.refuse(error)
            return
        form.say_how()
        if self.session.project.rules.level(filled.intent.change) == 0:
            form.dismiss(None)
            self._send(filled, None)
            return

        def answered(yes: bool | None) -> None:
            if yes:
                form.dismiss(None)
                self._send(filled, before)

        self.show_review(self._review_text(filled, before), answered)

    def _check(self, filled: Filled, before: Observation) -> None:
        """Refuse what the project or the customer doesn't allow. Raises RctuiError."""
        change, now_ms = filled.intent.change, self.session.now_ms()
        self.session.project.rules.check(change, filled.ticket, now_ms)
        change.check(now_ms)
        change.check_against(before)

    def show_review(self, text: ReviewText, answered: Callable[[bool | None], None]) -> None:
        """Show a review; `answered` is told whether `y` was pressed there."""
        from rctui.tui.screens.review import ReviewScreen

        self.clear_notifications()
        self.push_screen(ReviewScreen(text, guard_s=self.session.guard_s), answered)

    def _review_text(self, filled: Filled, before: Observation) -> ReviewText:
        from rctui.customers.effects.before_after import before_after
        from rctui.tui.dialogs.review import challenge_of
        from rctui.tui.screens.review import ReviewText

        project, change = self.session.project, filled.intent.change
        level = project.rules.level(change)
        view = self.session.viewpoint(self.session.now_ms())
        rows: list[SafeText | Toned] = [
            phrase("project   {}", safe(project.name)),
            phrase("customer  {}", safe(change.customer_id, limit=1500)),
        ]
        if filled.ticket:
            rows.append(phrase("ticket    {}", safe(filled.ticket)))
        if project.high_risk:
            rows.insert(0, (label("HIGH RISK"), Tone.ATTENTION))
        rows += [label(""), *((line, Tone.ACCENT) for line in before_after(change, before, view))]
        rows += [label(""), *filled.intent.consequences_of(before)]
        run = phrase("Run it in {}", safe(project.name))
        asked = challenge_of(change, level, project.rules.max_credit)
        return ReviewText(change.summary(view), rows, run, asked)

    def _send(self, filled: Filled, before: Observation | None) -> None:
        """Hand it to the worker; `before` is what the review showed, if there was one."""
        from rctui.tui.writing.meanwhile import Meanwhile
        from rctui.worker.writing import WritePhase, WriteRequest

        request = WriteRequest(filled.intent.change, filled.ticket, before=before)
        project = self.session.project.key
        meanwhile = Meanwhile(self)

        def ended(answer: WriteAnswer) -> None:
            self.post_message(WriteEnded(answer, filled, meanwhile))

        def moved(step: WriteProgress) -> None:
            if step.phase is WritePhase.READING_BACK:
                self.post_message(WriteDone(meanwhile))

        try:
            self.session.worker.write(project, request, ended, moved)
        except RctuiError as error:
            meanwhile.ends()
            self.say_trouble(safe(error.message))

    # What nobody knows the end of

    def confirm_follow_up(self, follow_up: FollowUp, run: SafeText) -> None:
        """Ask before a follow-up that sends or decides something."""
        from rctui.tui.screens.review import ReviewText
        from rctui.tui.writing.journal_words import operation_rows

        operation = follow_up.operation
        rows = operation_rows(operation, self.session.zone)
        text = ReviewText(safe(operation.first.summary), rows, run)

        def answered(yes: bool | None) -> None:
            if yes:
                self.follow_up(follow_up)
            self.show_unread()

        self.show_review(text, answered)

    def follow_up(self, follow_up: FollowUp) -> None:
        """Check, send again, or settle."""
        from rctui.worker.writing import CheckAgain

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
            self.say_trouble(safe(f"{error.message} {error.hint}"))

    def on_followed_up(self, message: FollowedUp) -> None:
        """Say what was found."""
        from rctui.tui.writing.journal_words import follow_up_rows

        self.count_unconfirmed()
        rows = follow_up_rows(message.answer, self.session.zone)
        self.show_end(Ending(label("Journal"), rows, 14))
        for screen in self.screen_stack:
            screen.post_message(JournalChanged())

    def reverse_last(self, customer_id: str) -> None:
        """Offer the opposite of the last own write on a customer that was applied."""
        from rctui.tui.dialogs.prepared import PreparedForm
        from rctui.tui.dialogs.reverse import reverse_of_operation

        operation = self.last_done(customer_id)
        if operation is None:
            self.say(label("The journal has no own write on this customer that was applied."))
            return
        if operation.is_open:
            self.say(phrase(_UNCONFIRMED, safe(operation.first.summary)))
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

    # The end of a write

    def on_write_done(self, message: WriteDone) -> None:
        """Say so: some changes can be seen seconds later only."""
        message.meanwhile.was_done()

    def on_write_ended(self, message: WriteEnded) -> None:
        """Say how it ended; what did not simply work stays on the screen until it is read."""
        from rctui.tui.writing.outcome_words import ended_well, said_briefly

        answer = message.answer
        message.meanwhile.ends()
        self.count_unconfirmed()
        rows = self._told(answer)
        if ended_well(answer):
            self.say(said_briefly(answer, words_of(rows[0])))
        elif not self._review_anew(answer, message.filled):
            self.show_end(Ending(label("How it ended"), rows, 2))
        for screen in self.screen_stack:
            screen.post_message(WriteSeen(answer))

    def _told(self, answer: WriteAnswer) -> list[SafeText | Toned]:
        """How it ended; of another project than the one on screen, with its name."""
        from rctui.tui.writing.outcome_words import outcome_rows

        projects = {one.key: one for one in self.session.opening.projects}
        project = projects.get(answer.project, self.session.project)
        session = self.session._replace(project=project)
        rows = outcome_rows(answer, session.viewpoint(answer.at_ms))
        if project.key != self.session.project.key:
            rows.insert(1, (phrase("project {}", safe(project.name)), Tone.ATTENTION))
        return rows

    def _review_anew(self, answer: WriteAnswer, filled: Filled) -> bool:
        """Show the review again where the customer has changed since; whether it could be."""
        from rctui.tui.dialogs.anew import made_anew

        before, here = answer.outcome.before, answer.project == self.session.project.key
        if not answer.outcome.is_stale or before is None or not here or self.has_dialog:
            return False
        try:
            change = made_anew(filled.intent.change, before, key=str(uuid.uuid4()))
            again = replace(filled, intent=replace(filled.intent, change=change))
            self._check(again, before)
        except RctuiError:
            return False
        text = self._review_text(again, before)
        text = replace(text, rows=[(_LOOK_AGAIN, Tone.ATTENTION), label(""), *text.rows])

        def answered(yes: bool | None) -> None:
            if yes:
                self._send(again, before)
            self.show_unread()

        self.show_review(text, answered)
        return True
