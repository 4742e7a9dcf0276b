"""Two customers are compared line by line; what could not be read is not "none"."""

from __future__ import annotations

from typing import Any

from rctui.customers.comparing import Likeness, Side, compared, same_customer
from rctui.customers.verdicts.facts import Facts
from tests.customers import made


def side(*active: str, id_: str = "user_1", **lists: Any) -> Side:
    record = made.customer(*active, id=id_)
    return Side(Facts(record, id_, **lists), made.VIEW)


def told(left: Side, right: Side) -> dict[str, tuple[str, str, Likeness]]:
    return {
        f"{row.topic.plain}/{row.what.plain}": (row.left.plain, row.right.plain, row.likeness)
        for row in compared(left, right)
    }


def test_what_differs_comes_first() -> None:
    rows = compared(side("entl_pro"), side(id_="user_2"))
    likenesses = [row.likeness for row in rows]
    assert likenesses == sorted(likenesses)


def test_access_comes_before_the_person_and_the_ids_are_no_difference() -> None:
    topics = [row.topic.plain for row in compared(side("entl_pro"), side(id_="user_2"))]
    assert topics[0] == "Entitlement"
    assert topics[-1] == "Customer"
    assert not any(row.endswith("App User ID") for row in told(side(), side(id_="user_2")))


def test_access_on_one_side() -> None:
    rows = told(side("entl_pro"), side(id_="user_2"))
    assert rows["Entitlement/pro"] == ("until 2026-12-12 00:00", "none", Likeness.DIFFERENT)


def test_the_same_on_both() -> None:
    rows = told(side("entl_pro"), side("entl_pro"))
    assert rows["Entitlement/pro"][2] is Likeness.SAME


def test_subscriptions_meet_by_what_they_are() -> None:
    active = made.loaded(made.subscription())
    expired = made.loaded(made.subscription("sub2", status="expired"))
    rows = told(side(subscriptions=active), side(subscriptions=expired))
    [(name, row)] = [(n, r) for n, r in rows.items() if n.startswith("Subscription/")]
    assert "pro_monthly" in name
    assert row[0].startswith("Active")
    assert row[1].startswith("Expired")
    assert row[2] is Likeness.DIFFERENT


def test_a_list_that_was_not_read_can_not_tell() -> None:
    active = made.loaded(made.subscription())
    rows = told(side(subscriptions=active), side())
    [row] = [r for n, r in rows.items() if n == "Subscription/pro_monthly, Play Store PROD"]
    assert row[2] is Likeness.NOT_KNOWN
    assert rows["Subscription/subscriptions"][1] == "subscriptions not loaded"


def test_one_customer_under_two_names() -> None:
    left = side().facts
    assert same_customer(left, Facts(made.customer(id="user_1"), "an_alias"))
    assert not same_customer(left, side(id_="user_2").facts)
