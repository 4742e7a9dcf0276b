"""What a change brings with it, in words, for the review. Pure.

Only what is loaded is spoken of; what is not is said to be unknown, never to be absent.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rctui.customers.changes.every_change import (
    AdjustCurrencies,
    AssignOffering,
    BlockCustomer,
    CancelSubscription,
    Change,
    CreateCustomer,
    DeleteCustomer,
    GrantEntitlement,
    RefundPurchase,
    RefundSubscription,
    RefundTransaction,
    RevokeEntitlement,
    SetAttributes,
    Transfer,
    UnblockCustomer,
)
from rctui.customers.effects import at_store as store_effect
from rctui.customers.effects.billing import billing_words
from rctui.customers.effects.ending import ending_effect
from rctui.customers.effects.grant import Beside, grant_effect, revoke_effect
from rctui.customers.effects.transfer import bounce_words, moving_words, staying_words
from rctui.customers.verdicts.sources import gives_access_now, via
from rctui.text.safe_text import SafeText, join, label, phrase, safe

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from rctui.customers.readback.observation import Observation
    from rctui.customers.verdicts.access import Viewpoint
    from rctui.customers.verdicts.facts import Facts
    from rctui.customers.verdicts.sources import Source

Lines = list[SafeText]

_ERASED: Final = label(
    "RevenueCat erases the customer and the purchase history; there is no way back."
)
_LOST: Final = label(
    "There is no way back at RevenueCat: attributes, balances and grants are lost."
)
IRREVERSIBLE: Final = frozenset(
    {_ERASED, _LOST, store_effect.NO_WAY_BACK, store_effect.NO_WAY_BACK_HERE}
)
"""The lines that say that a change can't be undone."""


def consequences(
    change: Change,
    view: Viewpoint,
    facts: Facts | None = None,
    before: Observation | None = None,
) -> tuple[SafeText, ...]:
    """The lines of a review beside what changes. `facts` is what is loaded of the customer."""
    lines = _LINES[type(change)](change, view, facts, before)
    return (*lines, *_unknown(change, facts, view))


def _unknown(change: Change, facts: Facts | None, view: Viewpoint) -> Lines:
    """What the review can't say, for changes that end something."""
    if not isinstance(change, DeleteCustomer | BlockCustomer | Transfer):
        return []
    if facts is None:
        return [label("Subscriptions and purchases are not loaded.")]
    return [phrase("Not known: {}.", words) for words in facts.missing(view.zone)]


def _create(_change: CreateCustomer, *_: object) -> Lines:
    return [label("The customer counts as seen now, though no app has seen it.")]


def _delete(
    _change: DeleteCustomer, view: Viewpoint, facts: Facts | None, _before: object
) -> Lines:
    return [
        _ERASED,
        *billing_words(facts, view),
        *ending_effect(facts, view),
        label(
            "An app that is still logged in makes the id anew at its next start: an empty"
            " customer. Log out in the app first."
        ),
    ]


def _block(_change: BlockCustomer, view: Viewpoint, facts: Facts | None, _before: object) -> Lines:
    return [
        _LOST,
        label("The id can't come back until it is unblocked; it is then an empty customer."),
        *billing_words(facts, view),
        *ending_effect(facts, view),
    ]


def _unblock(_change: UnblockCustomer, *_: object) -> Lines:
    return [
        label("An empty customer appears; purchases come back only when the app restores them."),
    ]


def _grant(
    change: GrantEntitlement, view: Viewpoint, facts: Facts | None, before: Observation | None
) -> Lines:
    beside = Beside.of(change.entitlement_id, facts, before)
    return [
        *grant_effect(beside, change.expires_at_ms, view),
        label("A grant runs beside what was bought: it neither extends nor stops a subscription."),
        label("It counts as production; a new grant is listed minutes late."),
    ]


def _revoke(
    change: RevokeEntitlement, view: Viewpoint, facts: Facts | None, before: Observation | None
) -> Lines:
    beside = Beside.of(change.entitlement_id, facts, before)
    is_whole = facts is not None and facts.paid_for_is_whole
    return [
        *revoke_effect(beside, view, is_whole=is_whole),
        label("Only the grant ends; access that was bought stays."),
    ]


def _offering(_change: AssignOffering, *_: object) -> Lines:
    return [label("The API can't read an override: what is set now is not known.")]


def _attributes(change: SetAttributes, *_: object) -> Lines:
    fixed = [name for name in change.names if name in FIXED_ONCE_SET]
    if not fixed:
        return []
    names = join(", ", [safe(name) for name in fixed])
    return [phrase("Can't be changed once set, though the server accepts it: {}.", names)]


_FIXED: Final = (
    "$ad $adGroup $amazonAdId $campaign $creative $gpsAdId $idfa $idfv $ip $keyword $mediaSource"
)
FIXED_ONCE_SET: Final = frozenset(_FIXED.split())
"""Device and attribution values."""


def _currencies(change: AdjustCurrencies, *_: object) -> Lines:
    if not change.without_transaction:
        return [label("All of it or nothing. Sent twice by mistake, it counts once.")]
    return [
        label("No transaction is recorded: the customer's history will not show it."),
        label("Whether the live server adds or sets is not documented; compare before and after."),
    ]


def _transfer(
    change: Transfer, view: Viewpoint, facts: Facts | None, _before: Observation | None
) -> Lines:
    lines = [*moving_words(facts, only_apps=bool(change.app_ids)), staying_words(facts)]
    if facts is not None:
        rows: list[Source] = [*facts.subscription_rows, *facts.purchase_rows]
        giving = [via(row, view) for row in rows if gives_access_now(row)]
        who = safe(change.customer_id)
        lines += [phrase("Gives {} access now: {}.", who, join(", ", giving))] if giving else []
    return [*lines, bounce_words(None if facts is None else facts.restore_behavior)]


_LINES: Final[Mapping[type[Change], Callable[..., Lines]]] = {
    CreateCustomer: _create,
    DeleteCustomer: _delete,
    GrantEntitlement: _grant,
    RevokeEntitlement: _revoke,
    AssignOffering: _offering,
    Transfer: _transfer,
    SetAttributes: _attributes,
    AdjustCurrencies: _currencies,
    BlockCustomer: _block,
    UnblockCustomer: _unblock,
    CancelSubscription: store_effect.cancel_brings,
    RefundSubscription: store_effect.refund_subscription_brings,
    RefundTransaction: store_effect.refund_transaction_brings,
    RefundPurchase: store_effect.refund_purchase_brings,
}
