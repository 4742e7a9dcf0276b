"""What is done about a write whose end nobody knows: check it, send it again, or settle it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

from rctui.errors import RctuiError
from rctui.text.error_words import error_words
from rctui.text.safe_text import SafeText, label, safe
from rctui.tui.endings import Ending
from rctui.tui.writing.acting import Acting
from rctui.tui.writing.messages import JournalChanged

if TYPE_CHECKING:
    from rctui.worker.writing import FollowUp, FollowUpAnswer


class FollowedUp(Message):
    """The worker has ended a follow-up."""

    def __init__(self, answer: FollowUpAnswer) -> None:
        super().__init__()
        self.answer = answer


class FollowingUp(Acting):
    """The part of the application that finds out what became of a write, or has it decided."""

    def confirm_follow_up(self, follow_up: FollowUp, run: SafeText) -> None:
        """Ask before a follow-up that sends or decides something."""
        from rctui.tui.screens.review import ReviewText
        from rctui.tui.writing.journal_words import operation_rows

        operation = follow_up.operation
        rows = operation_rows(operation, self.session.zone, self.session.project.names)
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
            self.say_trouble(error_words(error))

    def on_followed_up(self, message: FollowedUp) -> None:
        """Say what was found."""
        from rctui.tui.writing.journal_words import follow_up_rows

        self.count_unconfirmed()
        rows = follow_up_rows(message.answer, self.session.zone, self.session.project.names)
        self.show_end(Ending(label("Journal"), rows, 14))
        for screen in self.screen_stack:
            screen.post_message(JournalChanged())
