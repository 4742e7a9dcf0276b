from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rctui.tables.table import Tone
from rctui.text.safe_text import label, safe
from rctui.text.width import cell_width, fit
from rctui.tui.widgets.row_preview import preview_lines, preview_width


def _shown(value: str, indent: int, width: int) -> list[str]:
    row = fit(label("id"), indent) + safe(value)
    return [line.plain for line, _ in preview_lines([row], indent, width, 9)]


def test_an_id_that_is_too_long_beside_its_name_stands_whole_below_it() -> None:
    assert _shown("subPre1f1ede0d9167c4f65aa265104c80f6c9", 16, 40) == [
        "id",
        "  subPre1f1ede0d9167c4f65aa265104c80f6c9",
    ]


def test_a_value_too_long_for_a_line_begins_beside_its_name_and_goes_on_below_itself() -> None:
    assert _shown("x" * 20, 6, 16) == ["id    " + "x" * 10, "      " + "x" * 10]


def test_a_moment_is_broken_before_how_long_ago_it_was() -> None:
    assert _shown("2025-12-06 16:00:00 UTC (in 12 d)", 16, 40) == [
        "id              2025-12-06 16:00:00 UTC",
        "                (in 12 d)",
    ]
    assert _shown("2025-12-06 16:00:00 UTC (90 d ago)", 10, 40) == [
        "id        2025-12-06 16:00:00 UTC",
        "          (90 d ago)",
    ]


def test_what_there_is_no_room_for_is_marked() -> None:
    rows = [safe(f"row {number}") for number in range(9)]
    shown = preview_lines(rows, 0, 30, 4)
    assert [line.plain for line, _ in shown] == ["row 0", "row 1", "row 2", "… enter shows it all"]
    assert shown[-1][1] is Tone.MUTED
    assert len(preview_lines(rows, 0, 30, 9)) == 9


def test_the_list_keeps_what_it_has_on_a_small_screen() -> None:
    for width in range(120, 400):
        assert width - preview_width(width) >= 76


@given(st.lists(st.text(max_size=60), max_size=5), st.integers(0, 20), st.integers(4, 60))
def test_no_line_is_wider_than_the_preview(rows: list[str], indent: int, width: int) -> None:
    shown = preview_lines([safe(row) for row in rows], indent, width, 12)
    assert len(shown) <= 12
    assert all(cell_width(line) <= width for line, _ in shown[:11])
