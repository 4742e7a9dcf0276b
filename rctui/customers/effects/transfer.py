"""What a transfer moves and what it leaves, in words. Pure."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from rctui.customers.api_words import STORES, is_anonymous, word
from rctui.customers.environments import badge
from rctui.customers.verdicts.loaded import records_of
from rctui.customers.verdicts.sources import as_subscription, gives_access_now, is_grant
from rctui.text import moments
from rctui.text.safe_text import SafeText, join, label, phrase, safe

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from rctui.customers.verdicts.access import Viewpoint
    from rctui.customers.verdicts.facts import Facts
    from rctui.customers.verdicts.sources import Source

_BOUNCE: Final[Mapping[str, SafeText]] = {
    "transfer": label(
        "May bounce back: in this project a restore on the old login moves everything to it again."
        " Ask the customer to log out there first."
    ),
    "transfer-if-inactive": label(
        "May bounce back: a restore on the old login moves it again once the target has no active"
        " subscription. Ask the customer to use the new login only."
    ),
    "keep": label(
        "Should stay: in this project a restore moves nothing, not to the old login either."
    ),
    "share": label("A restore on the old login joins both ids in this project (sharing, legacy)."),
}
_BOUNCE_ANYWHERE: Final = label(
    "May bounce back: the store account keeps the receipt, so a restore on the old login can pull"
    " it back."
)
_BOUNCE_UNKNOWN: Final = _BOUNCE_ANYWHERE + label(
    " What a restore does here is not configured (restore_behavior)."
)


def bounce_words(restore_behavior: str | None) -> SafeText:
    """Whether a restore in the app may undo a transfer; `None` where it can't be looked up."""
    if restore_behavior is None:
        return _BOUNCE_ANYWHERE
    return _BOUNCE.get(restore_behavior, _BOUNCE_UNKNOWN)


def moving_words(facts: Facts | None, *, only_apps: bool = False) -> list[SafeText]:
    """What moves, by store and environment: `Moves: App Store PROD: 2 subscriptions`.

    `only_apps` is when a filter chooses among them: rows don't tell their app.
    """
    if facts is None:
        return [label("Subscriptions and purchases move; which is not loaded.")]
    rows: list[Source] = [*facts.subscription_rows, *facts.purchase_rows]
    bought = [row for row in rows if not is_grant(row)]
    moves = label("Moves, if from the chosen apps") if only_apps else label("Moves")
    lines = [phrase("{}: {}: {}.", moves, place, kinds) for place, kinds in _by_place(bought)]
    granted = len(rows) - len(bought)
    if granted:
        lines.append(_granted_words(granted, only_apps=only_apps))
    return lines or [label("Moves: nothing of what is loaded.")]


def _granted_words(count: int, *, only_apps: bool) -> SafeText:
    if only_apps:
        return phrase("Granted: {}; grants belong to no app and stay.", count)
    return phrase("Granted: {}; whether grants move is not known.", count)


def staying_words(facts: Facts | None) -> SafeText:
    """What never moves, with counts where they are known."""
    if facts is None:
        return label("Never moves: balances, attributes, aliases.")
    parts = [
        _balances(facts),
        counted(len(records_of(facts.attributes)), label("attributes"), label("attribute")),
        counted(len(facts.own_ids) - 1, label("aliases"), label("alias")),
    ]
    return phrase("Never moves: {}.", join(", ", parts))


def target_lines(target: Facts, view: Viewpoint, named: str) -> list[SafeText]:
    """What the target is now: access, what is live by store and environment, last seen.

    Who it is, too, where that is more than how somebody `named` it.
    """
    return [
        *_target_who(target, named),
        _target_access(target, view),
        *_target_live(target),
        *(phrase("Of the target not known: {}.", one) for one in target.missing(view.zone)),
        _target_seen(target, view),
    ]


def _target_who(target: Facts, named: str) -> list[SafeText]:
    """Who the target is, where that is not just who was named."""
    parts = [phrase("The target: {}", safe(target.customer.id))]
    if target.asked != target.customer.id:
        parts.append(phrase("{} is an alias of it", safe(target.asked)))
    if is_anonymous(target.customer.id):
        parts.append(label("anonymous: nobody is logged in under it"))
    says_more = len(parts) > 1 or named != target.customer.id
    return [join(", ", parts) + label(".")] if says_more else []


def _target_access(target: Facts, view: Viewpoint) -> SafeText:
    told = target.customer.active_entitlements
    if told is None:
        return label("The target's access is not told.")
    if not told.records:
        return label("The target has no active entitlement.")
    active = [view.names.of(one.entitlement_id) for one in told.records]
    return phrase("The target has access to {}.", join(", ", active))


def _target_live(target: Facts) -> list[SafeText]:
    """What gives access at the target, by store and environment, and how much there is besides."""
    rows: list[Source] = [*target.subscription_rows, *target.purchase_rows]
    live = [row for row in rows if gives_access_now(row)]
    lines = [
        phrase("Live at the target: {}: {}.", place, kinds) for place, kinds in _by_place(live)
    ]
    besides = len(rows) - len(live)
    if besides:
        lines.append(phrase("Ended or without access there: {}.", besides))
    return lines or [label("The target has no subscription or purchase.")]


def _target_seen(target: Facts, view: Viewpoint) -> SafeText:
    seen = target.customer.last_seen_at
    if seen is None:
        return label("The target was never seen in an app.")
    ago = moments.distance(seen, view.now_ms)
    return phrase("The target was seen {} ({}).", moments.day_and_minute(seen, view.zone), ago)


def held_words(facts: Facts) -> list[SafeText]:
    """The loaded balances that are not 0, as in `80 GLD`."""
    return [
        phrase("{} {}", row.balance, safe(row.currency_code))
        for row in records_of(facts.currencies)
        if row.balance
    ]


def _by_place(rows: Iterable[Source]) -> list[tuple[SafeText, SafeText]]:
    kinds: dict[SafeText, Counter[bool]] = {}
    for row in rows:
        place = phrase("{} {}", word(STORES, row.store), badge(row.environment))
        kinds.setdefault(place, Counter())[as_subscription(row) is not None] += 1
    return [(place, _kinds(count[True], count[False])) for place, count in kinds.items()]


def _kinds(subscriptions: int, purchases: int) -> SafeText:
    parts = []
    if subscriptions:
        parts.append(counted(subscriptions, label("subscriptions"), label("subscription")))
    if purchases:
        parts.append(counted(purchases, label("purchases"), label("purchase")))
    return join(", ", parts)


def counted(count: int, many: SafeText, one: SafeText) -> SafeText:
    """`2 aliases`, `1 alias`, and for none only `aliases`."""
    if not count:
        return many
    return phrase("{} {}", count, one if count == 1 else many)


def _balances(facts: Facts) -> SafeText:
    held = held_words(facts)
    return phrase("balances ({})", join(", ", held)) if held else label("balances")
