"""Undoing the newest own write that still stands by its opposite, a write like any other."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, LiteralString

from rctui.errors import RctuiError
from rctui.text import moments
from rctui.text.safe_text import SafeText, join, label, phrase, safe
from rctui.tui.keys.actions import JOURNAL
from rctui.tui.writing.following_up import FollowingUp

if TYPE_CHECKING:
    from rctui.customers.changes.change import Change
    from rctui.customers.verdicts.facts import Facts
    from rctui.customers.way_back import WayBack
    from rctui.journal.operation import Operation

_UNCONFIRMED: LiteralString = (
    "Nothing is reversed. Nobody knows yet whether your last change here was done: {}."
    " Settle that first, in the Journal ({})."
)


class Reversing(FollowingUp):
    """The part of the application that offers the way back, one write after the other."""

    def reverse_last(self, customer_id: str, facts: Facts | None = None) -> None:
        """Offer the opposite of the newest own write on a customer that still stands.

        `facts` is what is loaded of the customer.
        """
        from rctui.tui.dialogs.reverse import reverse_of_operation

        back = self.way_back(customer_id)
        operation = back.newest
        if operation is None or operation.is_open:
            self._say_no_way_back(operation, back)
            return
        try:
            reverse = reverse_of_operation(operation, key=str(uuid.uuid4()))
        except RctuiError as error:
            self.say(safe(error.message))
            return
        if isinstance(reverse, SafeText):
            self.say(phrase("{}: {}", safe(operation.first.summary), reverse))
        else:
            self._offer_reverse(operation, reverse, back, facts)

    def _say_no_way_back(self, operation: Operation | None, back: WayBack) -> None:
        if operation is not None:
            journal = self.action_keys.way_to(JOURNAL)
            self.say_trouble(phrase(_UNCONFIRMED, safe(operation.first.summary), journal))
        elif back.reversed:
            words = "Nothing is left to reverse: what you did here is reversed already ({})."
            self.say(phrase(words, back.reversed))
        else:
            self.say(label("Nothing of yours on this customer to undo."))

    def _offer_reverse(
        self, operation: Operation, reverse: Change, back: WayBack, facts: Facts | None
    ) -> None:
        from rctui.tui.dialogs.prepared import PreparedForm

        first, view = operation.first, self.session.viewpoint(self.session.now_ms())
        title = phrase("Reverse: {}", safe(first.summary))
        note = _about(operation, back, moments.minute(first.time_ms, view.zone))
        form = PreparedForm(reverse, view, title, facts, note, operation.id)
        self.ask(form, ticket=first.ticket)


def _about(operation: Operation, back: WayBack, when: SafeText) -> SafeText:
    """When it was done and for which ticket, and how many more can be reversed after it."""
    ticket = operation.first.ticket
    done = [phrase("Done {}", when), *([phrase("ticket {}", safe(ticket))] if ticket else [])]
    words = join(", ", done) + label(".")
    older = len(back.standing) - 1
    if not older:
        return words
    if older == 1:
        return words + label(" One older change of yours here can be reversed next.")
    return words + phrase(" {} older changes of yours here can be reversed next.", older)
