"""What was paid, refunded, granted or credited, as far as it matters beside the verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rctui.customers.api_words import STORES, word
from rctui.customers.environments import is_sandbox
from rctui.customers.sections import Phase, Section
from rctui.customers.verdicts.loaded import records_of, shortfall
from rctui.customers.verdicts.reasons_rules import Rule, Said
from rctui.customers.verdicts.sources import (
    as_subscription,
    gives_nothing,
    gives_now,
    is_grant,
    is_shared,
)
from rctui.text.safe_text import SafeText, join, label, phrase, safe

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rctui.api.models.currency import VirtualCurrencyBalance
    from rctui.api.models.subscription import Subscription
    from rctui.customers.verdicts.reasons_rules import Case
    from rctui.customers.verdicts.sources import Source

MOST: Final = 2_000_000_000
"""The largest balance that the API keeps."""

_NEARLY: Final = MOST - 1_000
_SHOWN: Final = 4

_REFUND_RULES: Final[Mapping[str, SafeText]] = {
    "amazon": label("Amazon doesn't tell RevenueCat of refunds: access ends with the period."),
    "app_store": label("Apple tells RevenueCat of refunds, and access ends when it does."),
    "play_store": label(
        "A refund in Google's console ends access only where it also revokes, and can take 24 "
        "hours to be seen."
    ),
    "rc_billing": label("A Web Billing refund ends access at once."),
    "stripe": label("A refund in Stripe doesn't end access by itself: the subscription must end."),
}
_OTHER_STORES: Final = label("Whether a refund ends access is the store's rule.")


def _grant_beside_paid(case: Case) -> Said | None:
    for record in case.active:
        sources = case.sources.get(record.entitlement_id, ())
        paid = [row for row in sources if not is_grant(row) and as_subscription(row)]
        granted = [row for row in sources if is_grant(row)]
        if paid and granted:
            name = case.view.names.of(record.entitlement_id)
            return Said(
                phrase("{} comes from a grant and from {}.", name, case.via(paid[0])),
                case.rows([*granted, *paid]),
                label(
                    "They run side by side: the grant doesn't extend what is paid, and the app "
                    "may show the grant only. A revoke ends the grant alone."
                ),
            )
    return None


def _paid_no_entitlement(case: Case) -> Said | None:
    rows = [row for row in case.facts.subscription_rows if gives_nothing(row)]
    if not rows:
        return None
    return Said(
        phrase("{} gives access to nothing: its product has no entitlement.", case.via(rows[0])),
        case.rows(rows),
        label("The catalogue, not the customer: the app team attaches the product."),
    )


def _other_retry(case: Case) -> Said | None:
    rows = [row for row in case.facts.subscription_rows if row.status == "in_billing_retry"]
    if not rows:
        return None
    since = case.day(rows[0].current_period_ends_at)
    return Said(
        phrase("{} is in billing retry since {}.", case.via(rows[0]), since),
        case.rows(rows),
        phrase("The customer updates the payment in {}.", word(STORES, rows[0].store)),
    )


def _refunded_yet_access(case: Case) -> Said | None:
    refunded = [row for row in case.facts.purchase_rows if row.status == "refunded"]
    earned_nothing = [row for row in _paid_rows(case) if _earned_nothing(row)]
    if not refunded and not earned_nothing:
        return None
    rows: list[Source] = [*refunded[:_SHOWN], *earned_nothing[:_SHOWN]]
    return Said(
        _refund_words(case, len(refunded), earned_nothing),
        case.rows(rows),
        _REFUND_RULES.get(rows[0].store or "", _OTHER_STORES),
    )


def _paid_rows(case: Case) -> tuple[Subscription, ...]:
    """Subscriptions that give access and are no grants."""
    rows = (as_subscription(row) for row in case.facts.subscription_rows)
    return tuple(row for row in rows if row is not None and gives_now(row) and not is_grant(row))


def _refund_words(case: Case, refunded: int, earned_nothing: list[Subscription]) -> SafeText:
    words = []
    if refunded:
        words.append(phrase("{} refunded on record", _purchases(refunded)))
    if earned_nothing:
        via = case.via(earned_nothing[0])
        words.append(phrase("{} gives access and earned nothing: refunded, or free", via))
    return join("; ", words) + label(".")


def _purchases(count: int) -> SafeText:
    return label("1 purchase") if count == 1 else phrase("{} purchases", count)


def _earned_nothing(row: Subscription) -> bool:
    money = row.total_revenue_in_usd
    free = row.status == "trialing" or is_shared(row) or is_sandbox(row.environment)
    return money is not None and money.gross == 0 and not free


def _balances(case: Case) -> Said | None:
    balances = records_of(case.facts.currencies)
    if not balances:
        return _balances_unread(case)
    if not any(one.balance for one in balances):
        return None
    bought = [row for row in case.facts.purchase_rows if gives_nothing(row)]
    return Said(
        phrase("Balances: {}.", _amounts(balances)),
        case.rows(bought[:_SHOWN]),
        label(
            "A transfer never moves balances. If the app shows another number, it keeps an old "
            "one: ask the customer to reopen it."
        ),
    )


def _balances_unread(case: Case) -> Said | None:
    """No balance, and a refusal or a failure: that is not "no coins"."""
    if case.facts.currencies.phase not in (Phase.NOT_ALLOWED, Phase.FAILED):
        return None
    missing = shortfall(case.facts.currencies, Section.CURRENCIES, case.view.zone)
    return Said(phrase("Can't tell the balances: {}.", missing)) if missing else None


def _amounts(balances: tuple[VirtualCurrencyBalance, ...]) -> SafeText:
    named = [
        phrase("{} {}", safe(one.currency_code), safe(_number(one.balance)))
        for one in sorted(balances, key=lambda one: -(one.balance or 0))[:_SHOWN]
    ]
    left = len(balances) - len(named)
    return join(", ", [*named, phrase("{} more", left)] if left > 0 else named)


def _number(balance: int | None) -> str:
    return "not told" if balance is None else str(balance)


def _balance_full(case: Case) -> Said | None:
    full = [one for one in records_of(case.facts.currencies) if (one.balance or 0) > _NEARLY]
    if not full:
        return None
    code = safe(full[0].currency_code)
    return Said(
        phrase("{} is nearly full: a balance holds at most 2 000 000 000.", code),
        (phrase("{} {}", code, safe(_number(full[0].balance))),),
        label("A larger credit is refused, in every currency of the same call."),
    )


MONEY_RULES: Final = (
    Rule("paid-no-entitlement", _paid_no_entitlement),
    Rule("grant-beside-paid", _grant_beside_paid),
    Rule("billing-retry", _other_retry),
    Rule("refund-on-record", _refunded_yet_access),
    Rule("balance-full", _balance_full),
    Rule("balances", _balances),
)
