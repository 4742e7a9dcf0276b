"""The second stage of the verdict: why a customer has access or not, and what else matters.

`explain` gives the one sentence for the header and the ticket; `also` what a reader should know
besides. Both only use what was really loaded, and say what was not.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from rctui.customers.verdicts.access import access_verdict
from rctui.customers.verdicts.reasons_deeds import gone_by_you
from rctui.customers.verdicts.reasons_identity import IDENTITY_RULES
from rctui.customers.verdicts.reasons_money import MONEY_RULES
from rctui.customers.verdicts.reasons_rules import Case, Rule, verdict_of
from rctui.customers.verdicts.reasons_with_access import RULES_WITH_ACCESS
from rctui.customers.verdicts.reasons_without_access import RULES_WITHOUT_ACCESS
from rctui.customers.verdicts.sources import attached, gives_now
from rctui.customers.verdicts.verdict import Access, Verdict
from rctui.text.safe_text import SafeText, join, phrase

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rctui.customers.verdicts.access import Viewpoint
    from rctui.customers.verdicts.facts import Facts

RULES: Final[Mapping[Access, tuple[Rule, ...]]] = {
    Access.YES: RULES_WITH_ACCESS,
    Access.NO: RULES_WITHOUT_ACCESS,
    Access.UNKNOWN: (),
}
"""The rules that may explain each end of the first stage, in the order they are asked."""

SIDE_RULES: Final = (*IDENTITY_RULES, *MONEY_RULES)
"""Everything else worth knowing; each that has something to say is heard."""


def explain(facts: Facts, view: Viewpoint) -> Verdict:
    """Whether the customer has access, and why, as far as the loaded parts tell."""
    if facts.own is not None and facts.own.is_gone:
        return gone_by_you(facts.own, view)
    first_stage = access_verdict(facts.customer, view)
    if first_stage.access is Access.UNKNOWN:
        return _from_the_rows(facts, view, first_stage)
    case = Case.of(facts, view)
    for rule in RULES[first_stage.access]:
        verdict = verdict_of(rule, first_stage.access, case)
        if verdict is not None:
            return replace(verdict, evidence=_distinct(first_stage.evidence + verdict.evidence))
    return first_stage


def also(facts: Facts, view: Viewpoint) -> tuple[Verdict, ...]:
    """What else is worth knowing, the most important first; never the verdict's own rule."""
    verdict = explain(facts, view)
    case = Case.of(facts, view)
    said = (verdict_of(rule, verdict.access, case) for rule in SIDE_RULES)
    return tuple(one for one in said if one is not None and one.rule != verdict.rule)


def _from_the_rows(facts: Facts, view: Viewpoint, first_stage: Verdict) -> Verdict:
    """The customer's answer doesn't tell; a row that gives access is evidence of it, though."""
    case = Case.of(facts, view)
    giving = [row for row in facts.subscription_rows if gives_now(row) and attached(row)]
    if not giving:
        return replace(first_stage, evidence=first_stage.evidence + facts.missing(view.zone))
    names = [view.names.of(one.id) for one in attached(giving[0])]
    sentence = phrase(
        "Has access: {} gives {}. The customer's own answer doesn't tell.",
        case.via(giving[0]),
        join(", ", names),
    )
    return Verdict(Access.YES, sentence, case.rows(giving[:10]), "a-row-gives-access")


def _distinct(evidence: tuple[SafeText, ...]) -> tuple[SafeText, ...]:
    return tuple(dict.fromkeys(evidence))
