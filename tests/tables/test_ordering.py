from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from rctui.api.page import Unreadable
from rctui.customers.listed import NOT_KEPT, ListedCustomer
from rctui.tables.invoices import invoices_table
from rctui.tables.listed_customers import listed_customers_table
from rctui.tables.ordering import arranged, by_value, first_arrangement, next_sort
from rctui.tables.shown_rows import ShownRows
from rctui.tables.table import Cell, Column, Sort, Table
from rctui.text.safe_text import label, safe
from tests.customers.made import VIEW, customer

if TYPE_CHECKING:
    from rctui.tables.table import SortKey

Row = tuple[str, "SortKey"]
VALUE: Column[Row] = Column(
    "value", label("VALUE"), 8, lambda row: Cell(safe(str(row[1]))), lambda row: row[1]
)
TABLE: Table[Row] = Table(
    "rows",
    (Column("name", label("NAME"), 8, lambda row: Cell(safe(row[0]))), VALUE),
    key=lambda row: row[0],
)
VALUES = st.one_of(st.none(), st.integers(), st.floats(), st.text(max_size=5))
ROWS = st.lists(st.tuples(st.text(max_size=3), VALUES), max_size=12)


def shown(*rows: Row | Unreadable) -> ShownRows[Row]:
    made = ShownRows(TABLE)
    made.show(rows, more=False)
    return made


@given(ROWS, st.booleans())
def test_rows_of_any_values_are_sorted_and_none_is_lost(rows: list[Row], falls: bool) -> None:
    ordered = by_value(VALUE, rows, falls=falls)
    assert sorted(map(id, ordered)) == sorted(map(id, rows))
    has_value = [row[1] is not None and row[1] == row[1] for row in ordered]
    assert has_value == sorted(has_value, reverse=True)
    numbers = [row[1] for row in ordered if isinstance(row[1], int | float) and row[1] == row[1]]
    assert numbers == sorted(numbers, reverse=falls)


def test_equal_values_keep_the_order_of_the_server_both_ways() -> None:
    rows: list[Row] = [("a", 1), ("b", 0), ("c", 1), ("d", None), ("e", 0)]
    assert [name for name, _ in by_value(VALUE, rows)] == ["b", "e", "a", "c", "d"]
    assert [name for name, _ in by_value(VALUE, rows, falls=True)] == ["a", "c", "b", "e", "d"]


def test_numbers_are_sorted_as_numbers_and_texts_without_case() -> None:
    assert [row[1] for row in by_value(VALUE, [("a", 10), ("b", 9)])] == [9, 10]
    rows: list[Row] = [("a", "beta"), ("b", "Alpha"), ("c", "alpha")]
    assert [row[1] for row in by_value(VALUE, rows)] == ["Alpha", "alpha", "beta"]


def test_the_same_column_again_turns_the_order_round() -> None:
    first = next_sort(None, "value")
    assert (first, next_sort(first, "value")) == (Sort("value"), Sort("value", falls=True))
    assert next_sort(next_sort(first, "value"), "value") == Sort("value")
    assert next_sort(Sort("value"), "name") == Sort("name")


def test_what_can_not_be_read_comes_last_and_is_never_filtered_out() -> None:
    bad = Unreadable("no id", {})
    rows = shown(bad, ("a", 2), ("b", 1))
    rows.sort_by(Sort("value"))
    assert list(rows.rows) == [("b", 1), ("a", 2), bad]
    rows.filter("nothing like it")
    assert list(rows.rows) == [bad]
    assert rows.readable == []


def test_the_order_of_the_server_is_a_choice_and_no_copy() -> None:
    rows = shown(("b", 2), ("a", 1))
    loaded = rows.all
    rows.sort_by(Sort("value"))
    assert rows.rows is not loaded
    rows.sort_by(None)
    assert rows.rows is loaded


def test_a_column_that_the_table_has_not_got_sorts_nothing() -> None:
    rows = shown(("b", 2), ("a", 1))
    rows.sort_by(Sort("gone"))
    assert list(rows.rows) == [("b", 2), ("a", 1)]
    assert rows.note.plain == ""


def test_marks_outlive_sorting_filter_and_reload_and_keep_the_newest_record() -> None:
    rows = shown(("a", 1), ("b", 2), ("c", 3))
    rows.turn_mark(("c", 3))
    rows.turn_mark(("a", 1))
    rows.sort_by(Sort("value", falls=True))
    rows.filter("b")
    assert rows.marked == [("c", 3), ("a", 1)]
    rows.show([("c", 30), ("b", 2)], more=True)
    assert rows.marked == [("c", 30), ("a", 1)]
    assert rows.is_marked(("c", 30))
    assert rows.note.plain == "2 marked · sorted by VALUE ↓: the 2 loaded rows"
    rows.turn_mark(("c", 30))
    assert rows.marked == [("a", 1)]
    rows.unmark()
    assert (rows.marked, rows.note.plain) == ([], "sorted by VALUE ↓: the 2 loaded rows")


def test_each_list_keeps_its_own_sorting_and_marks_and_no_filter() -> None:
    other = Table("other", TABLE.columns, key=TABLE.key)
    rows = shown(("a", 1), ("b", 2))
    rows.sort_by(Sort("value", falls=True))
    rows.turn_mark(("a", 1))
    rows.filter("b")
    rows.switch(other)
    rows.show([("c", 1), ("d", 2)], more=False)
    assert (list(rows.rows), rows.marked) == ([("c", 1), ("d", 2)], [])
    rows.switch(TABLE)
    rows.show([("a", 1), ("b", 2)], more=False)
    assert (list(rows.rows), rows.marked) == ([("b", 2), ("a", 1)], [("a", 1)])


def test_remembered_customers_stay_on_top_and_what_was_let_go_is_left_out() -> None:
    pin = ListedCustomer("zoe", "pinned")
    rows = [pin, ListedCustomer("b"), NOT_KEPT, ListedCustomer("a")]
    table = listed_customers_table(remembered=[pin])
    kept = ShownRows(table)
    kept.show(rows, more=True)
    kept.sort_by(Sort("id"))
    assert list(kept.rows) == [pin, rows[3], rows[1]]
    assert kept.note.plain == "sorted by APP USER ID ↑: the 3 loaded rows"


def test_a_remembered_customer_and_the_same_in_the_list_are_one_for_a_mark() -> None:
    pin, listed = ListedCustomer("a", "pinned"), ListedCustomer("a", customer=customer(id="a"))
    kept = ShownRows(listed_customers_table(remembered=[pin]))
    kept.show([pin, listed], more=False)
    kept.turn_mark(pin)
    assert kept.is_marked(listed)
    assert len(kept.marked) == 1


def test_invoices_begin_with_the_newest() -> None:
    table = invoices_table(VIEW)
    assert first_arrangement(table).sort == Sort("issued", falls=True)
    assert arranged(table, (), first_arrangement(table)) == []
