"""What a cancellation or refund changes, brings, and is seen to have done, in words. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from rctui.customers.api_words import RENEWALS, STATUSES, word
from rctui.customers.changes.store_gates import WILL_NOT_RENEW
from rctui.customers.readback.outcome import Seen
from rctui.customers.verdicts.sources import gives_access_now, via
from rctui.text import moments
from rctui.text.safe_text import SafeText, label, phrase, safe

if TYPE_CHECKING:
    from rctui.customers.changes.at_store import (
        CancelSubscription,
        RefundPurchase,
        RefundSubscription,
        RefundTransaction,
        StoreChange,
    )
    from rctui.customers.readback.observation import Observation
    from rctui.customers.verdicts.access import Viewpoint
    from rctui.customers.verdicts.facts import Facts
    from rctui.customers.verdicts.sources import Source

Lines = list[SafeText]
Told = tuple[Seen, SafeText]

_SHOWN_AT_MOST: Final = 4
_NOT_KNOWN: Final = label("not known")
_UNREADABLE: Final = label("The row can't be read.")
NO_WAY_BACK: Final = label("It can't be taken back.")
NO_WAY_BACK_HERE: Final = label(
    "It can't be taken back here: the customer would have to subscribe again."
)


def row_of(seen: Observation) -> dict[str, Any]:
    """What was seen of the row; empty where nothing was."""
    return dict(seen.row or {})


# Before and after


def cancel_lines(change: CancelSubscription, before: Observation, view: Viewpoint) -> Lines:
    """The renewal ends, access does not."""
    row = row_of(before)
    renewal = word(RENEWALS, row.get("renewal")) if row else _NOT_KNOWN
    return [
        phrase("renewal of {}: {} → Will not renew", change.product(view), renewal),
        phrase("access by it: {} (unchanged)", _access(row, view)),
    ]


def refund_subscription_lines(
    change: RefundSubscription, before: Observation, view: Viewpoint
) -> Lines:
    """Money goes back and access ends."""
    row = row_of(before)
    return [
        phrase("last payment for {}: paid → refunded", change.product(view)),
        phrase("access by it: {} → none", _access(row, view)),
    ]


def refund_transaction_lines(
    change: RefundTransaction, before: Observation, view: Viewpoint
) -> Lines:
    """Money goes back and nothing else changes."""
    row, payment = row_of(before), safe(change.transaction_id)
    renewal = word(RENEWALS, row.get("renewal")) if row else _NOT_KNOWN
    return [
        phrase("payment {}: paid → refunded", payment),
        phrase("access by {}: {} (unchanged)", change.product(view), _access(row, view)),
        phrase("its renewal: {} (unchanged)", renewal),
    ]


def refund_purchase_lines(change: RefundPurchase, before: Observation, view: Viewpoint) -> Lines:
    """Money goes back and what it gave ends."""
    row = row_of(before)
    status = word(STATUSES, row.get("status")) if row else _NOT_KNOWN
    return [phrase("purchase {}: {} → Refunded", change.product(view), status)]


def _access(row: dict[str, Any], view: Viewpoint) -> SafeText:
    if not row:
        return _NOT_KNOWN
    if row.get("access") is False:
        return label("none")
    ends = row.get("ends")
    if not isinstance(ends, int):
        return label("without a known end")
    return phrase("until {}", moments.both_clocks(ends, view.zone))


# Consequences


def cancel_brings(_change: CancelSubscription, _view: Viewpoint, *_: object) -> Lines:
    """What a cancellation means for the customer."""
    return [
        label("Access stays until the period ends; nothing is paid back."),
        NO_WAY_BACK_HERE,
    ]


def refund_subscription_brings(
    change: RefundSubscription, view: Viewpoint, facts: Facts | None, _before: object
) -> Lines:
    """What is left without the subscription."""
    words = label("The last payment is refunded, the subscription ends and access by it at once.")
    return [words, *_what_remains(change, view, facts), NO_WAY_BACK]


def refund_transaction_brings(_change: RefundTransaction, _view: Viewpoint, *_: object) -> Lines:
    """What a refund of one payment does not do."""
    return [
        label("Google gives this one payment back."),
        label(
            "The subscription is neither cancelled nor revoked: it goes on as it is."
            " The customer cancels in Google Play, you in the Play Console."
        ),
        label("Whether a payment was refunded before can't be seen here."),
        NO_WAY_BACK,
    ]


def refund_purchase_brings(
    change: RefundPurchase, view: Viewpoint, facts: Facts | None, _before: object
) -> Lines:
    """What is left without the purchase."""
    words = label("The price is refunded, and what the purchase gives ends.")
    return [words, *_what_remains(change, view, facts), NO_WAY_BACK]


def _what_remains(change: StoreChange, view: Viewpoint, facts: Facts | None) -> Lines:
    if facts is None:
        return [label("What else gives access is not loaded.")]
    rows: list[Source] = [*facts.subscription_rows, *facts.purchase_rows]
    others = [row for row in rows if row.id != change.row_id and gives_access_now(row)]
    shown, left = others[:_SHOWN_AT_MOST], len(others) - _SHOWN_AT_MOST
    told = [phrase("Goes on giving access: {}.", via(row, view)) for row in shown]
    told += [phrase("{} more go on giving access.", left)] if left > 0 else []
    missing = [phrase("Not known: {}.", words) for words in facts.missing(view.zone)]
    return [*(told or [label("Nothing else that is loaded gives access.")]), *missing]


# What is seen afterwards


def cancelled(
    _change: CancelSubscription, _before: Observation, after: Observation, view: Viewpoint
) -> Told:
    """Whether it renews no more."""
    row = row_of(after)
    if not row:
        return Seen.NOT_READABLE, _UNREADABLE
    if row.get("renewal") == WILL_NOT_RENEW:
        return Seen.MATCHES, phrase("It will not renew; access {}.", _access(row, view))
    return Seen.NOT_YET, phrase("Its renewal is still: {}.", word(RENEWALS, row.get("renewal")))


def subscription_refunded(
    _change: RefundSubscription, _before: Observation, after: Observation, _view: Viewpoint
) -> Told:
    """Whether access by it has ended."""
    row = row_of(after)
    if not row:
        return Seen.NOT_READABLE, _UNREADABLE
    if row.get("access") is False:
        return Seen.MATCHES, phrase("It has ended: {}.", word(STATUSES, row.get("status")))
    return Seen.NOT_YET, label("It still gives access.")


def transaction_refunded(
    _change: RefundTransaction, _before: Observation, after: Observation, view: Viewpoint
) -> Told:
    """The API doesn't show it; the subscription is told as it is."""
    row = row_of(after)
    words = label("The API doesn't show whether a payment was refunded.")
    if not row:
        return Seen.NOT_READABLE, words
    return Seen.NOT_READABLE, phrase("{} The subscription: access {}.", words, _access(row, view))


def purchase_refunded(
    _change: RefundPurchase, _before: Observation, after: Observation, _view: Viewpoint
) -> Told:
    """Whether it is refunded."""
    row = row_of(after)
    if not row:
        return Seen.NOT_READABLE, _UNREADABLE
    if row.get("status") == "refunded":
        return Seen.MATCHES, label("The purchase is refunded.")
    return Seen.NOT_YET, phrase("It is still: {}.", word(STATUSES, row.get("status")))
