"""What the journal says about the project on screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rctui.customers.own_changes import NONE, OwnChanges, own_changes
from rctui.errors import RctuiError
from rctui.text.safe_text import safe
from rctui.tui.endings import Endings

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rctui.customers.verdicts.own_deed import OwnDeed
    from rctui.customers.verdicts.own_grant import OwnGrant
    from rctui.customers.way_back import WayBack
    from rctui.exports.ticket_summary import Done
    from rctui.journal.operation import Operation

_LATEST: Final = 10


class OwnWrites(Endings):
    """The part of the application that looks into the journal."""

    unconfirmed: int = 0
    """Own writes in this project whose end nobody knows."""
    latest_writes: tuple[Operation, ...] = ()
    """The last own writes in this project, newest first, as the journal was read last."""
    own_changes: OwnChanges = NONE
    """What we did in this project, as the journal was read last."""

    def count_unconfirmed(self) -> None:
        """Count the own writes whose end nobody knows; the header says how many there are."""
        operations = self._operations()
        self.own_changes = own_changes(operations)
        self.unconfirmed = self.own_changes.unconfirmed
        self.latest_writes = operations[:_LATEST]

    def own_deed(self, customer_ids: Iterable[str]) -> OwnDeed | None:
        """What we did last to one of these ids as a whole, by the journal as it was read last."""
        return self.own_changes.deed_of(customer_ids)

    def own_grants(self, customer_ids: Iterable[str]) -> tuple[OwnGrant, ...]:
        """What we granted under one of these ids, by the journal as it was read last."""
        return self.own_changes.grants_of(customer_ids)

    def done_for(self, customer_id: str) -> tuple[Done, ...]:
        """Own writes on a customer in this project, oldest first, for the ticket."""
        from rctui.exports.ticket_summary import Done
        from rctui.tables.journal import state_words

        return tuple(
            Done(
                one.first.time_ms,
                safe(one.first.summary),
                state_words(one),
                safe(one.first.ticket),
            )
            for one in reversed(self._operations())
            if one.first.customer_id == customer_id
        )

    def way_back(self, customer_id: str) -> WayBack:
        """What can be taken back of what was done to a customer, the newest first."""
        from rctui.customers.way_back import way_back

        return way_back(one for one in self._operations() if one.first.customer_id == customer_id)

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
            operations = journal.recent_operations()
        except RctuiError as error:
            self.say_trouble(safe(f"The journal can't be read: {error.message}"))
            return ()
        key = self.session.project.key
        return tuple(one for one in operations if one.first.project == key)
