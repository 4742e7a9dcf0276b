"""Why a customer has no access: we ourselves have made, deleted, blocked or unblocked the id."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rctui.customers.effects.restore_advice import restore_advice
from rctui.customers.verdicts.own_deed import deed_words, gone_words
from rctui.customers.verdicts.reasons_rules import Said
from rctui.customers.verdicts.verdict import Access, Verdict
from rctui.text.safe_text import label, phrase

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rctui.customers.verdicts.access import Viewpoint
    from rctui.customers.verdicts.own_deed import OwnDeed
    from rctui.customers.verdicts.reasons_rules import Case
    from rctui.text.safe_text import SafeText

_SINCE: Final[Mapping[str, SafeText]] = {
    "create": label("nothing was bought under it yet"),
    "unblock": label("empty now; the customer must restore purchases"),
    "delete": label("the id is back, empty; the customer must restore purchases"),
    "block": label("the id is back, empty; the customer must restore purchases"),
}


def emptied_by_you(case: Case) -> Said | None:
    """Nothing is on record, and that is our own doing."""
    facts, deed = case.facts, case.facts.own
    is_empty = not facts.subscription_rows and not facts.purchase_rows
    if deed is None or not is_empty or not facts.paid_for_is_whole:
        return None
    return Said(
        phrase("No access: {}; {}.", deed_words(deed, case.view), _SINCE[deed.kind]),
        (label("subscriptions: none"), label("purchases: none"), label("own journal")),
        restore_advice(facts.restore_behavior),
    )


def gone_by_you(deed: OwnDeed, view: Viewpoint) -> Verdict:
    """There is no such customer any more, and that is our own doing."""
    sentence = phrase("No access: {}.", deed_words(deed, view))
    return Verdict(
        Access.NO, sentence, (label("own journal"),), "gone-by-you", gone_words(deed, view)
    )
