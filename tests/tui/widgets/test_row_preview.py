from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rctui.tables.table import Tone
from rctui.text.safe_text import label, safe
from rctui.text.width import cell_width, fit
from rctui.tui.widgets.row_preview import preview_lines, preview_width


def test_a_value_goes_on_below_itself_and_begins_beside_its_name() -> None:
    row = fit(label("id"), 6) + safe("x" * 20)
    assert [line.plain for line, _ in preview_lines([row], 6, 16, 9)] == [
        "id    " + "x" * 10,
        "      " + "x" * 10,
    ]


def test_what_there_is_no_room_for_is_marked() -> None:
    rows = [safe(f"row {number}") for number in range(9)]
    shown = preview_lines(rows, 0, 30, 4)
    assert [line.plain for line, _ in shown] == ["row 0", "row 1", "row 2", "… enter shows it all"]
    assert shown[-1][1] is Tone.MUTED
    assert len(preview_lines(rows, 0, 30, 9)) == 9


def test_the_list_keeps_seventy_cells() -> None:
    for width in range(120, 400):
        assert width - preview_width(width) - 1 >= 70


@given(st.lists(st.text(max_size=60), max_size=5), st.integers(0, 20), st.integers(4, 60))
def test_no_line_is_wider_than_the_preview(rows: list[str], indent: int, width: int) -> None:
    shown = preview_lines([safe(row) for row in rows], indent, width, 12)
    assert len(shown) <= 12
    assert all(cell_width(line) <= width for line, _ in shown[:11])
