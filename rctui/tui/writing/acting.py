"""From a dialog to a change that was sent, read back and said: the only way to write.

The application owns a change from the moment it is confirmed; leaving a screen doesn't touch it.
"""

from __future__ import annotations

import uuid
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from textual.message import Message

from rctui.errors import RctuiError
from rctui.tables.table import Tone
from rctui.text.safe_text import SafeText, label, phrase, safe, whole_id
from rctui.tui.endings import Ending, words_of
from rctui.tui.writing.messages import WriteSeen
from rctui.tui.writing.own_writes import OwnWrites
from rctui.worker.answers import Answer, Need

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from rctui.customers.readback.observation import Observation
    from rctui.customers.reads import Read
    from rctui.tui.dialogs.form import Form
    from rctui.tui.screens.form import Filled, FormScreen
    from rctui.tui.screens.review import ReviewText
    from rctui.tui.widgets.plain import Toned
    from rctui.tui.writing.meanwhile import Meanwhile
    from rctui.worker.writing import WriteAnswer, WriteProgress


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


class _Looked(Message):
    def __init__(self, answer: Answer[Observation], then: Callable[[Any], None]) -> None:
        super().__init__()
        self.answer = answer
        self.then = then


_READ_ONLY = label("This project is READ-ONLY (--read-only, or protection in the configuration).")
_LOOK_AGAIN = label(
    "NOT SENT: the customer is no longer as the review showed. This is how it is now."
)


class Acting(OwnWrites):
    """The part of the application that writes."""

    def why_no_writes(self) -> SafeText | None:
        """Why nothing can be changed in this project now, or `None`."""
        if self.session.project.read_only:
            return _READ_ONLY
        return self.session.worker.writes_off

    def ask(
        self, form: Form, *, ticket: str = "", answers: Mapping[str, str] | None = None
    ) -> None:
        """Open a dialog. Only GETs reach the server before the review's last key.

        `ticket` is what its field begins with, `answers` what those of its questions do.
        """
        from rctui.tui.screens.form import FormScreen

        refusal = self.why_no_writes()
        if refusal is not None:
            self.say(refusal)
            return
        ticket_needed = self.session.project.rules.require_ticket
        screen = FormScreen(
            form,
            self._look,
            ticket_needed=ticket_needed,
            ticket=ticket,
            answers=answers or {},
            ask=self._look_up,
        )
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
            form.fail(phrase("Not sent: {}", answer.failure.sentence))
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
        from rctui.tui.dialogs.careful import careful_rows
        from rctui.tui.dialogs.no_way_back import alarming, tone_of_change
        from rctui.tui.dialogs.review import challenge_of
        from rctui.tui.screens.review import ReviewText

        project, change = self.session.project, filled.intent.change
        level = project.rules.level(change)
        view = self.session.viewpoint(self.session.now_ms())
        rows: list[SafeText | Toned] = [
            phrase("project   {}", safe(project.name)),
            phrase("customer  {}", whole_id(change.customer_id)),
            *careful_rows(change.customers),
        ]
        if filled.ticket:
            rows.append(phrase("ticket    {}", safe(filled.ticket)))
        if project.high_risk:
            rows.insert(0, (label("HIGH RISK"), Tone.ATTENTION))
        brings = filled.intent.consequences_of(before)
        tone = tone_of_change(brings)
        rows += [label(""), *((line, tone) for line in before_after(change, before, view))]
        rows += [label(""), *alarming(brings)]
        run = phrase("Run it in {}", safe(project.name))
        asked = challenge_of(change, level, project.rules.max_credit)
        return ReviewText(change.summary(view), rows, run, asked)

    def _send(self, filled: Filled, before: Observation | None) -> None:
        """Hand it to the worker; `before` is what the review showed, if there was one."""
        from rctui.tui.writing.meanwhile import Meanwhile
        from rctui.worker.writing import WritePhase, WriteRequest

        intent = filled.intent
        request = WriteRequest(
            intent.change, filled.ticket, before=before, reverses=intent.reverses
        )
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
            said = said_briefly(answer, words_of(rows[0]))
            self.show_success(self._with_next_steps(answer, said))
        elif not self._review_anew(answer, message.filled):
            again = self._way_to_mend(answer, message.filled)
            self.show_end(Ending(label("How it ended"), rows, 2, again))
        for screen in self.screen_stack:
            screen.post_message(WriteSeen(answer))

    def _with_next_steps(self, answer: WriteAnswer, said: SafeText) -> SafeText:
        """What was said, with the keys that lead on where they are at hand."""
        from rctui.tui.writing.next_steps import with_next_steps

        request = answer.request
        customer_id = request.change.customer_id
        at_hand = getattr(self.screen, "customer_id", None) == customer_id
        if not at_hand or answer.project != self.session.project.key:
            return said
        newest = self.way_back(customer_id).newest
        reverses, width = bool(request.reverses), self.size.width
        return with_next_steps(said, self.action_keys, newest, is_reverse=reverses, width=width)

    def _way_to_mend(self, answer: WriteAnswer, filled: Filled) -> Callable[[], None] | None:
        """What opens the dialog again as it was filled in, where surely nothing was changed."""
        from rctui.tui.writing.outcome_words import changed_nothing

        if not changed_nothing(answer) or answer.project != self.session.project.key:
            return None
        return lambda: self.ask(filled.form, answers=filled.answers)

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
