from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from rctui.api.page import Unreadable
from rctui.tables.table import Cell, Column
from rctui.text.safe_text import label, safe
from rctui.text.width import cell_width
from rctui.tui.widgets.column_layout import (
    GAP,
    WIDEST,
    heading,
    needs_of,
    placed_columns,
)


def column(width: int, drop_order: int = 0, *, grows: bool = False) -> Column[str]:
    return Column(
        f"c{width}", label("TITLE"), width, lambda text: Cell(safe(text)),
        grows=grows, drop_order=drop_order,
    )  # fmt: skip


COLUMNS = st.lists(
    st.builds(column, st.integers(1, 30), st.integers(0, 4), grows=st.booleans()),
    min_size=1,
    max_size=8,
)


def test_everything_fits_where_there_is_room_and_the_rest_goes_to_what_grows() -> None:
    placed = placed_columns([column(10), column(10, 1, grows=True)], 40)
    assert [p.width for p in placed] == [10, 28]


def test_the_highest_drop_order_goes_first() -> None:
    placed = placed_columns([column(10), column(11, 2), column(12, 1)], 30)
    assert [p.column.width for p in placed] == [10, 12]


def test_what_never_goes_gives_way_instead() -> None:
    placed = placed_columns([column(10), column(30, grows=True)], 22)
    assert [p.width for p in placed] == [10, 10]


@given(COLUMNS, st.integers(1, 120))
def test_lines_fill_the_width_unless_there_is_no_room_at_all(
    columns: list[Column[str]], width: int
) -> None:
    placed = placed_columns(columns, width)
    used = cell_width(heading(placed))
    least = [c for c in columns if not c.drop_order] or columns[:1]
    needed = sum(c.width for c in least) + len(GAP) * (len(least) - 1)
    assert placed
    assert used == width or needed > width


@given(st.text(max_size=50), st.integers(1, 30))
def test_a_cell_covers_exactly_its_column(text: str, width: int) -> None:
    [placed] = placed_columns([column(width)], width)
    assert cell_width(placed.fitted(Cell(safe(text)))) == width


def grows(id_: str, width: int, drop_order: int = 0) -> Column[str]:
    return Column(
        id_, label("T"), width, lambda text: Cell(safe(text)), grows=True, drop_order=drop_order
    )


def test_columns_that_grow_share_by_what_their_values_need() -> None:
    columns = [grows("name", 20), column(10), grows("text", 24)]
    widths = [p.width for p in placed_columns(columns, 80, {"name": 6, "text": 50})]
    assert widths == [6, 10, 50]


def test_a_modest_column_gets_what_it_needs_and_the_long_ones_share_the_rest() -> None:
    columns = [grows("a", 5), grows("b", 5), grows("c", 5)]
    assert [p.width for p in placed_columns(columns, 64, {"a": 50, "b": 4, "c": 80})] == [28, 4, 28]


def test_a_column_stays_where_the_others_need_less_than_they_want() -> None:
    columns = [grows("name", 30), column(20, 1)]
    assert len(placed_columns(columns, 40)) == 1
    assert [p.width for p in placed_columns(columns, 40, {"name": 5})] == [5, 20]


def test_a_value_is_never_given_more_than_can_be_read() -> None:
    assert needs_of([grows("name", 5)], ["x" * 500]) == {"name": WIDEST}
    assert needs_of([column(5)], ["x"]) == {}
    assert needs_of([grows("name", 5)], [Unreadable("no id", {})]) == {}


def test_one_long_id_among_many_does_not_push_the_other_columns_away() -> None:
    ids = replace(grows("id", 5), cut="middle")
    many = [*["user_42"] * 40, "x" * 90]
    assert needs_of([ids], many) == {"id": 7}
    assert needs_of([grows("name", 5)], many) == {"name": 90}
    assert needs_of([ids], many[-5:]) == {"id": 90}


def test_the_sign_of_the_sorted_column_is_never_cut() -> None:
    [placed] = placed_columns([column(5)], 5)
    assert heading([placed], "c5", label("↑")).plain == "TIT…↑"
    assert heading([placed], "other", label("↑")).plain == "TITLE"
