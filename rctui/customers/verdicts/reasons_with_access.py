"""Why a customer has access: rules over what gives each active entitlement.

The rules are asked in order, those that need attention first; the first that speaks decides.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rctui.customers.api_words import RENEWALS, STORES, word
from rctui.customers.environments import is_sandbox
from rctui.customers.verdicts.access_sentence import USUAL_STATUSES, access_sentence
from rctui.customers.verdicts.reasons_rules import Rule, Said
from rctui.customers.verdicts.sources import (
    as_purchase,
    as_subscription,
    is_grant,
    is_shared,
    product_name,
)
from rctui.text.safe_text import SafeText, join, label, phrase

if TYPE_CHECKING:
    from collections.abc import Callable

    from rctui.api.models.subscription import Subscription
    from rctui.customers.verdicts.reasons_rules import Case


_REOPEN = label("The server says yes. If the app disagrees, ask the customer to reopen the app.")


def _where(
    holds: Callable[[Subscription], bool], next_step: Callable[[Subscription, Case], SafeText]
) -> Callable[[Case], Said | None]:
    """A rule over the main sources that are subscriptions and no grants."""

    def speak(case: Case) -> Said | None:
        for source in case.main_sources:
            row = as_subscription(source)
            if row is not None and not is_grant(row) and holds(row):
                evidence = case.rows([row, *(o for o in case.all_sources if o.id != row.id)])
                return Said(access_sentence(case), evidence, next_step(row, case))
        return None

    return speak


def _sandbox_only(case: Case) -> Said | None:
    """Only once every row is there: an unloaded one could be from production."""
    if not case.facts.paid_for_is_whole:
        return None
    sources = case.main_sources
    if len(sources) < len(case.active) or not all(is_sandbox(s.environment) for s in sources):
        return None
    step = label(
        "A test purchase: a production app gives no access for it. Nothing was paid in the store."
    )
    sentence = phrase("{} Sandbox only.", access_sentence(case))
    return Said(sentence, case.rows(case.all_sources), step)


def _grace_step(row: Subscription, case: Case) -> SafeText:
    store = word(STORES, row.store)
    if row.store == "stripe":
        ends = label("Access lasts until the end of the period; Stripe shows no grace date")
    else:
        ends = phrase("Access lasts until {}", case.day(row.current_period_ends_at))
    return phrase("{}. Nothing for us to do: the customer updates the payment in {}.", ends, store)


def _ends_step(row: Subscription, case: Case) -> SafeText:
    ends = case.day(row.current_period_ends_at)
    return phrase("Access until {} by right. Only the customer can renew it, in the store.", ends)


def _consent_step(row: Subscription, case: Case) -> SafeText:
    store, ends = word(STORES, row.store), case.day(row.current_period_ends_at)
    return phrase("The customer must accept the new price in {}, or it ends on {}.", store, ends)


def _change_step(row: Subscription, case: Case) -> SafeText:
    now, ends = product_name(row, case.view), case.day(row.current_period_ends_at)
    return phrase("{} stays until {}; then the new product starts.", now, ends)


def _pause_step(row: Subscription, case: Case) -> SafeText:
    ends = case.day(row.current_period_ends_at)
    return phrase("Access until {}; the customer resumes it in the store.", ends)


def _renewed_step(row: Subscription, case: Case) -> SafeText:
    return phrase("Paid ahead: access until {}.", case.day(row.ends_at))


def _granted(case: Case) -> Said | None:
    sources = case.main_sources
    if not sources or not all(is_grant(source) for source in sources):
        return None
    step = label("A grant, not a purchase; always counted as production. A revoke ends it early.")
    return Said(access_sentence(case), case.rows(case.all_sources), step)


def _lifetime(case: Case) -> Said | None:
    bought = [source for source in case.main_sources if as_purchase(source) is not None]
    if not bought:
        return None
    return Said(access_sentence(case), case.rows(case.all_sources), _REOPEN)


def _own_grant(case: Case) -> Said | None:
    """No row gives anything yet; the evidence is our own journal, which is added to any rule's."""
    if case.main_sources or not case.own_grants:
        return None
    step = label("A new grant is listed minutes late: load again. A revoke ends it early.")
    return Said(access_sentence(case), (), step)


def _cant_tell(case: Case) -> Said | None:
    """No row gives it, and not every row is there: absence would be a guess."""
    missing = case.facts.missing(case.view.zone)
    if case.main_sources or not missing:
        return None
    sentence = phrase("{} Can't tell why: {}.", access_sentence(case), join("; ", missing))
    return Said(sentence, ())


def _no_source(case: Case) -> Said | None:
    if case.main_sources or not case.facts.paid_for_is_whole:
        return None
    evidence = (label("no subscription or purchase gives an active entitlement"),)
    step = label("Load again: the answers may be moments apart. A new grant appears late.")
    return Said(access_sentence(case), evidence, step)


def _unfamiliar(row: Subscription) -> bool:
    return row.status not in USUAL_STATUSES or row.auto_renewal_status not in RENEWALS


RULES_WITH_ACCESS: Final = (
    Rule("sandbox-only", _sandbox_only),
    Rule("grace-period", _where(lambda row: row.status == "in_grace_period", _grace_step)),
    Rule(
        "price-increase-consent",
        _where(
            lambda row: row.auto_renewal_status == "requires_price_increase_consent", _consent_step
        ),
    ),
    Rule(
        "payment-pending",
        _where(
            lambda row: row.pending_payment is True,
            lambda _row, _case: label("The store has not confirmed the payment; access may end."),
        ),
    ),
    Rule(
        "unfamiliar-status",
        _where(
            _unfamiliar,
            lambda _row, _case: label("`gives access` is what counts, whatever the status is."),
        ),
    ),
    Rule(
        "product-change-pending",
        _where(lambda row: row.auto_renewal_status == "will_change_product", _change_step),
    ),
    Rule("will-pause", _where(lambda row: row.auto_renewal_status == "will_pause", _pause_step)),
    Rule(
        "family-shared",
        _where(
            is_shared,
            lambda _row, _case: label(
                "The buyer shares it and pays for it. Do not transfer a family share."
            ),
        ),
    ),
    Rule(
        "will-not-renew",
        _where(lambda row: row.auto_renewal_status == "will_not_renew", _ends_step),
    ),
    Rule(
        "already-renewed",
        _where(lambda row: row.auto_renewal_status == "has_already_renewed", _renewed_step),
    ),
    Rule("trial", _where(lambda row: row.status == "trialing", lambda _row, _case: _REOPEN)),
    Rule("renews", _where(lambda _row: True, lambda _row, _case: _REOPEN)),
    Rule("granted", _granted),
    Rule("lifetime-purchase", _lifetime),
    Rule("own-grant", _own_grant),
    Rule("cant-tell-why", _cant_tell),
    Rule("no-source", _no_source),
)
