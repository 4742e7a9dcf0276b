from __future__ import annotations

from typing import Any

from rctui.api.page import Unreadable
from rctui.customers.fields import Field
from rctui.exports.plain_text import field_lines, table_lines
from rctui.tables.currencies import currencies_table
from rctui.tables.table import Cell, Column, Table
from rctui.text.safe_text import label, safe
from rctui.text.width import cell_width
from tests.customers.made import balance


def test_numbers_stand_at_the_right_of_their_column() -> None:
    lines = table_lines(currencies_table(), [balance("GLD", 1000), balance("SLV", 5)])
    assert [line.plain for line in lines] == [
        "CODE  BALANCE  NAME  DESCRIPTION",
        "GLD      1000  -     -",
        "SLV         5  -     -",
    ]


def test_a_list_without_rows_says_so() -> None:
    assert table_lines(currencies_table(), []) == [currencies_table().empty]


def test_an_unreadable_row_is_a_line_and_widens_no_column() -> None:
    rows: list[Any] = [Unreadable("a very long reason that would not fit", {}), balance("GLD", 1)]
    lines = [line.plain for line in table_lines(currencies_table(), rows)]
    assert lines[1] == "unreadable: a very long reason that would not fit"
    assert lines[2] == "GLD         1  -     -"


def test_an_unreadable_row_fits_a_table_of_one_column_too() -> None:
    table: Table[str] = Table(
        "one", (Column("x", label("X"), 5, lambda text: Cell(safe(text))),), key=str
    )
    rows: list[str | Unreadable] = ["a", Unreadable("odd", {})]
    lines = table_lines(table, rows)
    assert [line.plain for line in lines] == ["X", "a", "unreadable: odd"]


def test_wide_characters_keep_the_columns_straight() -> None:
    lines = table_lines(currencies_table(), [balance("金", 1), balance("GLD", 22)])
    assert cell_width(lines[1]) == cell_width(lines[2])


def test_fields_are_not_aligned() -> None:
    fields = [Field(label("store"), label("Play Store")), Field(label("x"), label("1"))]
    assert [line.plain for line in field_lines(fields)] == ["store: Play Store", "x: 1"]
