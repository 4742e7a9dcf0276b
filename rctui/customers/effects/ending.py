"""What ends when a customer is deleted or blocked, in words. Pure.

What the stores do about subscriptions that give access is told by `billing_words`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rctui.customers.effects.billing import may_bill_words
from rctui.customers.effects.transfer import counted, held_words
from rctui.customers.verdicts.loaded import records_of
from rctui.customers.verdicts.sources import gives_now, is_grant
from rctui.text.safe_text import SafeText, join, label, phrase

if TYPE_CHECKING:
    from rctui.customers.verdicts.access import Viewpoint
    from rctui.customers.verdicts.facts import Facts

SAVED_FIRST: Final = label(
    "Everything that can be read is saved first, for Restore; if that fails nothing is deleted."
)


def ending_effect(facts: Facts | None, view: Viewpoint) -> tuple[SafeText, ...]:
    """What is lost with a customer, and what may still bill although it gives no access."""
    if facts is None:
        return (SAVED_FIRST,)
    return (*may_bill_words(facts, view), *_lost(facts), SAVED_FIRST)


def _lost(facts: Facts) -> list[SafeText]:
    grants = [row for row in facts.subscription_rows if is_grant(row) and gives_now(row)]
    lost = [counted(len(grants), label("active grants"), label("active grant"))] if grants else []
    attributes = len(records_of(facts.attributes))
    lost += [counted(attributes, label("attributes"), label("attribute"))] if attributes else []
    lost += held_words(facts)
    return [phrase("Lost with the customer: {}.", join(", ", lost))] if lost else []
