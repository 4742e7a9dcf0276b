from __future__ import annotations

from rctui.customers.verdicts.facts import Facts
from rctui.customers.verdicts.reasons import also, explain
from rctui.exports.plain_text import field_lines
from rctui.tables.evidence import verdict_fields
from tests.customers.made import VIEW, alias, customer, loaded, subscription

FACTS = Facts(
    customer("entl_pro"),
    "other",
    subscriptions=loaded(subscription()),
    purchases=loaded(),
    aliases=loaded(alias("other")),
)


def test_a_verdict_shows_what_it_rests_on_and_what_comes_next() -> None:
    verdict = explain(FACTS, VIEW)
    lines = [line.plain for line in field_lines(verdict_fields(verdict, also(FACTS, VIEW)))]
    assert lines[0].startswith("verdict: Has pro until ")
    assert any(line.startswith("  because: subscription sub1: PROD Play Store") for line in lines)
    assert any(line.startswith("  next step: The server says yes.") for line in lines)
    assert "also: Looked up other, which belongs to user_1." in lines
    assert not any("rule" in line for line in lines)
