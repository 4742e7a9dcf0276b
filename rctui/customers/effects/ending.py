"""What ends, and what goes on, when a customer is deleted or blocked, in words. Pure.

`consequences` names the subscriptions that give access and go on billing; this is the rest.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rctui.customers.api_words import STATUSES, word
from rctui.customers.effects.transfer import counted, held_words
from rctui.customers.verdicts.loaded import records_of
from rctui.customers.verdicts.sources import gives_now, is_grant, via
from rctui.text.safe_text import SafeText, join, label, phrase

if TYPE_CHECKING:
    from rctui.customers.verdicts.access import Viewpoint
    from rctui.customers.verdicts.facts import Facts

SAVED_FIRST: Final = label(
    "Everything that can be read is saved to a recovery file first; without it nothing is deleted."
)
_OVER: Final = frozenset({"expired", "refunded"})


def ending_effect(facts: Facts | None, view: Viewpoint) -> tuple[SafeText, ...]:
    """What is lost with a customer, and what may still bill although it gives no access."""
    if facts is None:
        return (SAVED_FIRST,)
    return (*_may_bill(facts, view), *_lost(facts), SAVED_FIRST)


def _may_bill(facts: Facts, view: Viewpoint) -> list[SafeText]:
    rows = [
        row
        for row in facts.subscription_rows
        if not gives_now(row) and not is_grant(row) and row.status not in _OVER
    ]
    return [
        phrase(
            "Gives no access and may bill again: {} ({}).",
            via(row, view),
            word(STATUSES, row.status),
        )
        for row in rows
    ]


def _lost(facts: Facts) -> list[SafeText]:
    grants = [row for row in facts.subscription_rows if is_grant(row) and gives_now(row)]
    lost = [counted(len(grants), label("active grants"), label("active grant"))] if grants else []
    attributes = len(records_of(facts.attributes))
    lost += [counted(attributes, label("attributes"), label("attribute"))] if attributes else []
    lost += held_words(facts)
    return [phrase("Lost with the customer: {}.", join(", ", lost))] if lost else []
