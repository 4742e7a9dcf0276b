"""Why a customer has no access: what has ended, or was taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rctui.customers.api_words import TEST_STORE
from rctui.customers.effects.restore_advice import restore_advice
from rctui.customers.environments import is_sandbox
from rctui.customers.verdicts.loaded import is_whole
from rctui.customers.verdicts.reasons_rules import Said
from rctui.customers.verdicts.sources import attached, is_grant
from rctui.text.safe_text import SafeText, join, label, phrase

if TYPE_CHECKING:
    from rctui.api.models.subscription import Subscription
    from rctui.customers.verdicts.reasons_rules import Case


def ended_early(case: Case) -> Said | None:
    """A period that should still run: a refund or a revocation."""
    now_ms = case.view.now_ms
    row = case.first(
        lambda row: (
            row.status == "expired"
            and not is_grant(row)
            and (row.current_period_ends_at or 0) > now_ms
        ),
    )
    if row is None:
        return None
    ends = case.day(row.current_period_ends_at)
    return Said(
        phrase("No access: {} ended before its period did ({}).", case.via(row), ends),
        (case.row(row),),
        label("That is what a refund or a revocation looks like; the store has the reason."),
    )


def refunded(case: Case) -> Said | None:
    """A purchase that gave an entitlement and was refunded."""
    rows = [row for row in case.facts.purchase_rows if row.status == "refunded" and attached(row)]
    if not rows:
        return None
    return Said(
        phrase("No access: {} was refunded.", case.via(rows[0])),
        case.rows(rows),
        label("A refund takes the entitlement away. Buying again or a grant gives it back."),
    )


def _latest_ended(case: Case) -> Subscription | None:
    """The production row that ended last, or the sandbox one where there is no other."""
    rows = [row for row in case.facts.subscription_rows if row.status == "expired"]
    real = [row for row in rows if not is_sandbox(row.environment)]
    return max(real or rows, key=_ended_at, default=None)


def ended(case: Case) -> Said | None:
    """The production subscription or grant that ended last."""
    row = _latest_ended(case)
    if row is None or is_sandbox(row.environment):
        return None
    loaded = label("") if is_whole(case.facts.subscriptions) else label(", the last one loaded")
    evidence = (case.row(row),)
    if is_grant(row):
        names = join(", ", [case.view.names.of(one.id) for one in attached(row)])
        words = phrase("No access: the grant of {} ended {}{}.", names, _when(row, case), loaded)
        return Said(words, evidence, label("A grant gives it again."))
    return Said(
        phrase("No access: {} expired {}{}.", case.via(row), _when(row, case), loaded),
        evidence,
        phrase(
            "If they pay now, the purchase is with another id. {}",
            restore_advice(case.facts.restore_behavior),
        ),
    )


def _when(row: Subscription, case: Case) -> SafeText:
    return phrase("on {}", case.day(_ended_at(row) or None))


def sandbox_ended(case: Case) -> Said | None:
    """Only tests are on record, and they have ended."""
    row = _latest_ended(case)
    if row is None or not is_sandbox(row.environment):
        return None
    step = label("A test purchase gives no access in production; was the app a test build?")
    if row.store == TEST_STORE:
        step = label("Restoring does nothing for Test Store purchases: they must be made again.")
    return Said(
        phrase("No access: only sandbox subscriptions, the last ended {}.", _when(row, case)),
        case.rows(case.facts.subscription_rows[:10]),
        step,
    )


def _ended_at(row: Subscription) -> int:
    return row.ends_at or row.current_period_ends_at or 0
