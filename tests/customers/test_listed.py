from __future__ import annotations

from rctui.api.page import Unreadable
from rctui.customers.listed import ListedCustomer, listed_rows, remembered_rows
from rctui.tables.listed_customers import listed_customers_table
from tests.customers.made import customer


def test_pinned_customers_come_first_and_nobody_twice() -> None:
    rows = remembered_rows(["a", "b"], ["c", "a", "d"])
    assert [(row.customer_id, row.why) for row in rows] == [
        ("a", "pinned"),
        ("b", "pinned"),
        ("c", "recent"),
        ("d", "recent"),
    ]


def test_nothing_remembered_is_no_row() -> None:
    assert remembered_rows([], []) == ()


def test_rows_that_can_not_be_read_keep_their_place() -> None:
    bad = Unreadable("no id", {})
    rows = listed_rows([customer(id="a"), bad, customer(id="b")])
    assert rows[1] is bad
    assert [row.customer_id for row in rows if isinstance(row, ListedCustomer)] == ["a", "b"]


def test_the_same_customer_remembered_and_listed_are_two_rows_for_the_cursor() -> None:
    key = listed_customers_table(remembered=remembered_rows([], ["a"])).key
    remembered = remembered_rows([], ["a"])[0]
    assert key(remembered) != key(ListedCustomer("a", customer=customer(id="a")))


def test_why_a_row_is_apart_is_only_a_column_where_some_are() -> None:
    with_it = listed_customers_table(remembered=remembered_rows([], ["a"]))
    without = listed_customers_table()
    assert [c.id for c in with_it.columns][:2] == ["id", "why"]
    assert "why" not in [c.id for c in without.columns]
    shown = [cell.text.plain for cell in with_it.row(ListedCustomer("a", "pinned"))]
    assert shown[:2] == ["a", "pinned"]
    assert set(shown[2:]) == {"-"}
