from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rctui.tables.table import Cell, Column
from rctui.text.safe_text import label, safe
from rctui.text.width import cell_width
from rctui.tui.widgets.column_layout import heading, needed_width, placed_columns


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
    least = [c for c in columns if not c.drop_order]
    assert placed
    assert used == width or needed_width(least or columns[:1]) > width


@given(st.text(max_size=50), st.integers(1, 30))
def test_a_cell_covers_exactly_its_column(text: str, width: int) -> None:
    [placed] = placed_columns([column(width)], width)
    assert cell_width(placed.fitted(Cell(safe(text)))) == width
