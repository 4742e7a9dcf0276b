"""What the journal says about the project on screen."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from rctui.errors import RctuiError
from rctui.text.safe_text import safe
from rctui.tui.endings import Endings

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from rctui.customers.verdicts.own_deed import OwnDeed
    from rctui.exports.ticket_summary import Done
    from rctui.journal.operation import Operation

_LATEST: Final = 10


class OwnWrites(Endings):
    """The part of the application that looks into the journal."""

    unconfirmed: int = 0
    """Own writes in this project whose end nobody knows."""
    latest_writes: tuple[Operation, ...] = ()
    """The last own writes in this project, newest first, as the journal was read last."""
    _deeds: Mapping[str, OwnDeed] = MappingProxyType({})

    def count_unconfirmed(self) -> None:
        """Count the own writes whose end nobody knows; the header says how many there are."""
        operations = self._operations()
        self.unconfirmed = sum(one.is_open for one in operations)
        self.latest_writes = operations[:_LATEST]
        self._deeds = _deeds(operations)

    def own_deed(self, customer_ids: Iterable[str]) -> OwnDeed | None:
        """What we did last to one of these ids as a whole, by the journal as it was read last."""
        done = [self._deeds[id_] for id_ in customer_ids if id_ in self._deeds]
        return max(done, key=lambda one: one.at_ms, default=None)

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

    def last_done(self, customer_id: str) -> Operation | None:
        """The last own write on a customer that was applied, or that nobody knows the end of."""
        done = (
            one
            for one in self._operations()
            if one.first.customer_id == customer_id and (one.is_open or is_applied(one))
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
            operations = journal.recent_operations()
        except RctuiError as error:
            self.say_trouble(safe(f"The journal can't be read: {error.message}"))
            return ()
        key = self.session.project.key
        return tuple(one for one in operations if one.first.project == key)


def is_applied(operation: Operation) -> bool:
    """Whether it was carried out: the server said so, or a person who looked."""
    from rctui.journal.states import State

    if operation.state is State.SETTLED:
        return operation.settled is not None and operation.settled.verdict == "applied"
    return operation.state is State.APPLIED


def _deeds(operations: Sequence[Operation]) -> dict[str, OwnDeed]:
    """What we did last to each id as a whole; `operations` has the newest first."""
    if not operations:
        return {}
    from rctui.customers.verdicts.own_deed import DEEDS, OwnDeed

    return {
        one.first.customer_id: OwnDeed(str(one.change["kind"]), one.last.time_ms)
        for one in reversed(operations)
        if one.change.get("kind") in DEEDS and is_applied(one)
    }
