"""Which subscriptions of a customer who is deleted or blocked still bill, in words. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rctui.customers.api_words import STATUSES, STORES, word
from rctui.customers.changes.store_gates import WILL_NOT_RENEW
from rctui.customers.verdicts.sources import gives_now, is_grant, via
from rctui.text import moments
from rctui.text.safe_text import SafeText, label, phrase

if TYPE_CHECKING:
    from rctui.api.models.subscription import Subscription
    from rctui.customers.verdicts.access import Viewpoint
    from rctui.customers.verdicts.facts import Facts

_GOES_ON_BILLING: Final = frozenset({"app_store", "mac_app_store", "play_store", "stripe"})
"""Stores that know nothing of a deletion; the customer goes on paying there."""
_ENDS_WITH_CUSTOMER: Final = "rc_billing"
_OVER: Final = frozenset({"expired", "refunded"})


def billing_words(facts: Facts | None, view: Viewpoint) -> list[SafeText]:
    """What the stores do about each subscription that gives access now."""
    if facts is None:
        return []
    bought = [row for row in facts.subscription_rows if not is_grant(row)]
    return [_at_the_store(row, view) for row in bought if gives_now(row)]


def may_bill_words(facts: Facts, view: Viewpoint) -> list[SafeText]:
    """The subscriptions that give no access and are not over, and whether they bill again."""
    rows = [row for row in facts.subscription_rows if not (gives_now(row) or is_grant(row))]
    return [_without_access(row, view) for row in rows if row.status not in _OVER]


def _at_the_store(row: Subscription, view: Viewpoint) -> SafeText:
    if row.store == _ENDS_WITH_CUSTOMER:
        return phrase("Is cancelled at once: {}.", via(row, view))
    if row.auto_renewal_status == WILL_NOT_RENEW:
        ends = _end_words(row, view)
        return phrase("Runs on at the store: {}, will not renew{}.", via(row, view), ends)
    if row.store in _GOES_ON_BILLING:
        return phrase("Goes on billing the customer: {}.", via(row, view))
    return phrase("May go on billing at {}: {}.", word(STORES, row.store), via(row, view))


def _end_words(row: Subscription, view: Viewpoint) -> SafeText:
    ends = row.current_period_ends_at
    return label("") if ends is None else phrase(", ends {}", moments.day(ends, view.zone))


def _without_access(row: Subscription, view: Viewpoint) -> SafeText:
    status = word(STATUSES, row.status)
    if row.auto_renewal_status == WILL_NOT_RENEW:
        return phrase("Gives no access and will not renew: {} ({}).", via(row, view), status)
    return phrase("Gives no access and may bill again: {} ({}).", via(row, view), status)
