from __future__ import annotations

from dataclasses import replace

import pytest

from rctui.customers.verdicts.own_deed import OwnDeed, for_a_ticket, gone_words
from rctui.customers.verdicts.reasons import explain
from rctui.customers.verdicts.verdict import Access
from rctui.text.safe_text import label
from tests.customers.made import DAY, NOW, VIEW, customer, facts, subscription


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("unblock", "unblocked by you 00:00; empty now; the customer must restore purchases."),
        ("create", "created by you 00:00; nothing was bought under it yet."),
        ("delete", "deleted by you 00:00; the id is back, empty;"),
        ("block", "blocked by you 00:00; the id is back, empty;"),
    ],
)
def test_an_empty_customer_is_explained_by_what_we_did(kind: str, words: str) -> None:
    verdict = explain(replace(facts(customer()), own=OwnDeed(kind, NOW)), VIEW)
    assert verdict.access is Access.NO
    assert f"No access: {words}" in verdict.sentence.plain
    assert verdict.rule == "emptied-by-you"


def test_a_ticket_says_by_us_where_the_screen_says_by_you() -> None:
    deed = OwnDeed("unblock", NOW)
    sentence = explain(replace(facts(customer()), own=deed), VIEW).sentence
    told = for_a_ticket(sentence, deed, VIEW).plain
    assert told == sentence.plain.replace("by you", "by us") != sentence.plain
    other = label("Has coins bought by you until 7 Dec 2026.")
    assert for_a_ticket(other, deed, VIEW) is other
    assert for_a_ticket(other, None, VIEW) is other


def test_a_deed_of_another_day_is_told_with_its_date() -> None:
    verdict = explain(replace(facts(customer()), own=OwnDeed("create", NOW - DAY)), VIEW)
    assert "created by you 2 Dec 2026, 00:00;" in verdict.sentence.plain


def test_where_something_is_on_record_that_says_why() -> None:
    ended = subscription(status="expired", gives_access=False)
    known = replace(facts(customer(), (ended,)), own=OwnDeed("unblock", NOW))
    assert explain(known, VIEW).rule != "emptied-by-you"


def test_a_customer_whom_we_ended_and_who_is_not_there_has_no_access() -> None:
    deed = OwnDeed("delete", NOW, is_gone=True)
    verdict = explain(replace(facts(customer("entl_pro")), own=deed), VIEW)
    assert (verdict.access, verdict.rule) == (Access.NO, "gone-by-you")
    assert verdict.sentence.plain == "No access: deleted by you 00:00."
    assert gone_words(deed, VIEW).plain.startswith("Deleted by you 00:00. Restore")
