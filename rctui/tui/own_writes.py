"""What the journal says about the project on screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rctui.errors import RctuiError
from rctui.text.safe_text import safe
from rctui.tui.endings import Endings

if TYPE_CHECKING:
    from rctui.exports.ticket_summary import Done
    from rctui.journal.operation import Operation


class OwnWrites(Endings):
    """The part of the application that looks into the journal."""

    unconfirmed: int = 0
    """Own writes in this project whose end nobody knows."""

    def count_unconfirmed(self) -> None:
        """Count the own writes whose end nobody knows; the header says how many there are."""
        self.unconfirmed = sum(one.is_open for one in self._operations())

    def done_for(self, customer_id: str) -> tuple[Done, ...]:
        """Own writes on a customer in this project, oldest first, for the ticket."""
        from rctui.exports.ticket_summary import Done
        from rctui.tables.journal import state_words

        return tuple(
            Done(one.first.time_ms, safe(one.first.summary), state_words(one))
            for one in reversed(self._operations())
            if one.first.customer_id == customer_id
        )

    def last_applied(self, customer_id: str) -> Operation | None:
        """The last own write on a customer that was applied, if there is one."""
        from rctui.journal.states import State

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
