"""Why a customer has no access: the table of rules, and those over rows that still run.

What is on record speaks first: what runs and should give access, what has ended, and at last that
nothing is on record, which is only said once everything has been read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rctui.customers.api_words import STATUSES, STORES, word
from rctui.customers.verdicts.reasons_absence import (
    bought_nothing_lasting,
    cant_tell,
    nothing_bought,
    unexplained,
)
from rctui.customers.verdicts.reasons_deeds import emptied_by_you
from rctui.customers.verdicts.reasons_ended import ended, ended_early, refunded, sandbox_ended
from rctui.customers.verdicts.reasons_rules import Rule, Said
from rctui.customers.verdicts.sources import attached, gives_nothing, gives_now
from rctui.text.safe_text import join, label, phrase

if TYPE_CHECKING:
    from rctui.api.models.subscription import Subscription
    from rctui.customers.verdicts.reasons_rules import Case

_ACCESSIBLE: Final = frozenset({"active", "trialing", "in_grace_period"})
_EXPLAINED: Final = frozenset({"expired", "in_billing_retry", "paused", "incomplete"} | _ACCESSIBLE)


def _paid_no_entitlement(case: Case) -> Said | None:
    row = case.first(gives_nothing)
    if row is None:
        return None
    return Said(
        phrase(
            "No access although {} is {} until {}: its product gives no entitlement.",
            case.via(row),
            word(STATUSES, row.status),
            case.day(row.current_period_ends_at),
        ),
        (case.row(row),),
        label(
            "The catalogue, not the customer: the app team attaches the product to an "
            "entitlement. Until then a grant helps."
        ),
    )


def _not_listed(case: Case) -> Said | None:
    row = case.first(lambda row: gives_now(row) and bool(attached(row)))
    if row is None:
        return None
    names = join(", ", [case.view.names.of(one.id) for one in attached(row)])
    return Said(
        phrase("No active entitlement is listed, yet {} gives access to {}.", case.via(row), names),
        (case.row(row), label("active entitlements: none")),
        label("Load again: the answers may be moments apart."),
    )


def _billing_retry(case: Case) -> Said | None:
    row = case.first(lambda row: row.status == "in_billing_retry")
    if row is None:
        return None
    since = case.day(row.current_period_ends_at)
    return Said(
        phrase("No access: payment failing, in billing retry since {} ({}).", since, case.via(row)),
        (case.row(row),),
        phrase(
            "Nothing for us to do: the customer updates the payment in {}. Access returns when "
            "the store collects it.",
            word(STORES, row.store),
        ),
    )


def _paused(case: Case) -> Said | None:
    row = case.first(lambda row: row.status == "paused")
    if row is None:
        return None
    until = row.ends_at or row.current_period_ends_at
    ahead = until is not None and until > case.view.now_ms
    resumes = phrase("until {}", case.day(until)) if ahead else label("without an end told")
    return Said(
        phrase("No access: {} is paused {}.", case.via(row), resumes),
        (case.row(row),),
        phrase("The customer resumes it in {}.", word(STORES, row.store)),
    )


def _payment_pending(case: Case) -> Said | None:
    row = case.first(lambda row: row.status == "incomplete" or row.pending_payment is True)
    if row is None:
        return None
    return Said(
        phrase("No access yet: the payment for {} is pending.", case.via(row)),
        (case.row(row),),
        phrase("Access starts when {} confirms the payment.", word(STORES, row.store)),
    )


def _unfamiliar(case: Case) -> Said | None:
    row = case.first(
        lambda row: row.status not in _EXPLAINED or _refused_although(row, _ACCESSIBLE)
    )
    if row is None:
        return None
    status = word(STATUSES, row.status)
    return Said(
        phrase("No access: {} has status {} and gives no access.", case.via(row), status),
        (case.row(row),),
        label("`gives access` is what counts, whatever the status is. Ask RevenueCat's support."),
    )


def _refused_although(row: Subscription, statuses: frozenset[str]) -> bool:
    return row.status in statuses and row.gives_access is False


RULES_WITHOUT_ACCESS: Final = (
    Rule("paid-no-entitlement", _paid_no_entitlement),
    Rule("access-not-listed", _not_listed),
    Rule("billing-retry", _billing_retry),
    Rule("paused", _paused),
    Rule("payment-pending", _payment_pending),
    Rule("unfamiliar-status", _unfamiliar),
    Rule("ended-early", ended_early),
    Rule("refunded", refunded),
    Rule("ended", ended),
    Rule("sandbox-ended", sandbox_ended),
    Rule("bought-nothing-lasting", bought_nothing_lasting),
    Rule("cant-tell-why", cant_tell),
    Rule("emptied-by-you", emptied_by_you),
    Rule("nothing-bought", nothing_bought),
    Rule("unexplained", unexplained),
)
