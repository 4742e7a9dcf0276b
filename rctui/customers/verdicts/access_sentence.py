"""The sentence of a customer who has access: what, until when, through what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rctui.customers.api_words import RENEWALS, STATUSES, word
from rctui.customers.environments import is_sandbox
from rctui.customers.verdicts.own_grant import own_grant_of
from rctui.customers.verdicts.sources import as_subscription, is_grant
from rctui.text.moments import DAY_MS
from rctui.text.safe_text import SafeText, join, label, phrase

if TYPE_CHECKING:
    from rctui.api.models.active_entitlement import CustomerEntitlement
    from rctui.api.models.subscription import Subscription
    from rctui.customers.verdicts.reasons_rules import Case
    from rctui.customers.verdicts.sources import Source

USUAL_STATUSES: Final = ("active", "trialing", "in_grace_period")
"""The statuses that are known to give access."""

_NAMED_AT_MOST: Final = 3
_GROUPS_AT_MOST: Final = 3


def access_sentence(case: Case) -> SafeText:
    """Such as `Has pro until 3 Dec 2026 via Play Store pro_monthly, will not renew.`."""
    partly = bool(case.main_sources) and not case.facts.paid_for_is_whole
    grouped: dict[SafeText, list[SafeText]] = {}
    for record in case.active:
        name = case.view.names.of(record.entitlement_id)
        grouped.setdefault(_how(record, case, partly), []).append(name)
    named = [phrase("{} {}", _some(names), how) for how, names in grouped.items()]
    left = sum(map(len, list(grouped.values())[_GROUPS_AT_MOST:]))
    shown = named[:_GROUPS_AT_MOST] + ([phrase("{} more", left)] if left else [])
    entitlements = case.facts.customer.active_entitlements
    if entitlements is not None and entitlements.next_cursor:
        shown.append(label("more not loaded"))
    return phrase("Has {}.", join("; ", shown))


def _some(names: list[SafeText]) -> SafeText:
    left = len(names) - _NAMED_AT_MOST
    shown = names[:_NAMED_AT_MOST] + ([phrase("{} more", left)] if left > 0 else [])
    return join(", ", shown)


def _how(record: CustomerEntitlement, case: Case, partly: bool) -> SafeText:
    until = _until(record, case)
    sources = case.sources.get(record.entitlement_id, ())
    if not sources and own_grant_of(record, case.facts) is not None:
        return phrase("{}, granted", until)
    if not sources:
        return phrase("{}, its source not among the loaded rows", until) if partly else until
    main = sources[0]
    via = label(", granted") if is_grant(main) else phrase(" via {}", case.via(main))
    qualities = [*_qualities(main, case), *_own_end(record, main, case), *_beside(sources, case)]
    return join("", [until, via, *(phrase(", {}", one) for one in qualities)])


def _until(record: CustomerEntitlement, case: Case) -> SafeText:
    if record.expires_at is None:
        return label("without end")
    if record.expires_at <= case.view.now_ms:
        day = case.day(record.expires_at)
        return phrase("(the server says active, though its end {} is past)", day)
    return phrase("until {}", case.day(record.expires_at))


def _own_end(record: CustomerEntitlement, main: Source, case: Case) -> list[SafeText]:
    """The end of the row's own period where another source lasts longer than it."""
    row = as_subscription(main)
    if row is None or row.current_period_ends_at is None:
        return []
    further = record.expires_at is None or record.expires_at - row.current_period_ends_at > DAY_MS
    return [phrase("its own period ends {}", case.day(row.current_period_ends_at))] * further


def _beside(sources: tuple[Source, ...], case: Case) -> list[SafeText]:
    grant = next((row for row in sources[1:] if is_grant(row)), None)
    row = as_subscription(grant) if grant else None
    if row is None:
        return []
    ends = row.current_period_ends_at
    until = label("without end") if ends is None else phrase("until {}", case.day(ends))
    return [phrase("beside a grant {}", until)]


def _qualities(source: Source, case: Case) -> list[SafeText]:
    """What a reader should know besides the store, worst first."""
    words = [label("sandbox")] if is_sandbox(source.environment) else []
    row = as_subscription(source)
    if row is None or is_grant(source):
        return words
    if row.status == "in_grace_period":
        words.append(label("in grace period: the payment is failing"))
    elif row.status == "trialing":
        words.append(label("in a trial"))
    elif row.status not in USUAL_STATUSES:
        words.append(phrase("status {}", word(STATUSES, row.status)))
    if row.pending_payment:
        words.append(label("payment pending"))
    return [*words, _renewal(row, case)]


def _renewal(row: Subscription, case: Case) -> SafeText:
    named = {
        "will_renew": label("will renew"),
        "will_not_renew": label("will not renew"),
        "will_pause": label("will pause"),
        "has_already_renewed": label("has already renewed"),
        "requires_price_increase_consent": label("needs consent to a higher price"),
    }
    if row.auto_renewal_status == "will_change_product":
        return phrase("will change to {}", _coming_product(row, case))
    return named.get(row.auto_renewal_status or "") or phrase(
        "renewal {}", word(RENEWALS, row.auto_renewal_status)
    )


def _coming_product(row: Subscription, case: Case) -> SafeText:
    product = row.pending_changes.product if row.pending_changes else None
    if product is None:
        return label("another product (not told which)")
    return case.view.names.of(product.id)
