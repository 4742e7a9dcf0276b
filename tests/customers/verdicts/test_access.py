from __future__ import annotations

from rctui.customers.verdicts.access import access_verdict
from rctui.customers.verdicts.verdict import Access
from tests.customers.made import VIEW, customer, listed


def test_an_active_entitlement_is_access_until_its_end() -> None:
    verdict = access_verdict(customer("entl_pro"), VIEW)
    assert verdict.access is Access.YES
    assert verdict.sentence.plain == "Has access: pro until 12 Dec 2026 (in 9 d)."


def test_no_end_is_without_end() -> None:
    verdict = access_verdict(customer("entl_pro", until=None), VIEW)
    assert verdict.sentence.plain == "Has access: pro without end."


def test_an_end_that_is_past_is_told_with_the_servers_word() -> None:
    verdict = access_verdict(customer("entl_pro", until=-1), VIEW)
    assert verdict.access is Access.YES
    assert "the server says active, though its end 2 Dec 2026 is past" in verdict.sentence.plain


def test_an_empty_list_is_no_access() -> None:
    assert access_verdict(customer(), VIEW).access is Access.NO


def test_an_absent_list_is_no_answer() -> None:
    assert access_verdict(customer(active_entitlements=None), VIEW).access is Access.UNKNOWN


def test_a_list_of_unreadable_items_is_no_answer() -> None:
    unread = customer(active_entitlements=listed({"entitlement_id": 5}))
    verdict = access_verdict(unread, VIEW)
    assert verdict.access is Access.UNKNOWN
    assert verdict.evidence[0].plain.startswith("entitlement_id")


def test_an_empty_page_with_another_after_it_is_not_none() -> None:
    page = customer(active_entitlements=listed(next_page="/x?starting_after=a"))
    assert access_verdict(page, VIEW).access is not Access.NO
