"""What is asked of a list: by which column it is sorted, and which columns it shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from rctui.tables.column_choice import chosen_columns, turned
from rctui.tables.ordering import FALLS, RISES, next_sort, sortable
from rctui.text.safe_text import SafeText, label, safe
from rctui.tui.screens.pick import PickRow, PickScreen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.screen import Screen

    from rctui.tables.table import Column, Sort, Table
    from rctui.tui.widgets.record_table import RecordTable

_SERVER_ORDER = "server"


def ask_sort(screen: Screen[None], table: RecordTable[Any]) -> None:
    """Ask by what the rows are to be sorted, and sort them."""
    sort = table.shown.sort

    def chosen(id_: str | None) -> None:
        if id_ is not None:
            table.sort_by(None if id_ == _SERVER_ORDER else next_sort(sort, id_))

    pick = PickScreen(
        label("Sort the loaded rows by"),
        label("enter or s chooses; the same column again reverses the order. esc closes."),
        lambda: sort_rows(table.shown.table, sort),
        what=label("COLUMN"),
        at=sort.column if sort is not None else _SERVER_ORDER,
    )
    screen.app.push_screen(pick, chosen)


def ask_columns(screen: Screen[None], table: RecordTable[Any]) -> None:
    """Ask which columns are shown. Each shows or goes as soon as it is turned."""
    described = table.shown.table
    choices = cast("dict[str, Sequence[str]]", table.columns.chosen)

    def turn(id_: str) -> None:
        if id_ != described.columns[0].id:
            choices[described.name] = turned(described.columns, choices.get(described.name), id_)
            table.place_columns()

    pick = PickScreen(
        label("Columns of this list"),
        label("space shows or hides one for this run. Narrow screens show fewer. esc closes."),
        lambda: column_rows(described, choices.get(described.name)),
        what=label("COLUMN"),
        turn=turn,
    )
    screen.app.push_screen(pick)


def sort_rows(table: Table[Any], sort: Sort | None) -> list[PickRow]:
    """What a table can be sorted by, and what choosing each comes to."""
    note = label("") if sort else label("so they are sorted now")
    rows = [PickRow(_SERVER_ORDER, label(""), label("as the server sends them"), note)]
    for column in sortable(table):
        is_sorted = sort is not None and sort.column == column.id
        sign, note = _way(sort) if sort is not None and is_sorted else (label(""), label(""))
        rows.append(PickRow(column.id, sign, _title(column), note))
    return rows


def _way(sort: Sort) -> tuple[SafeText, SafeText]:
    """How the rows are sorted now, by sign and in words."""
    if sort.falls:
        return FALLS, label("largest and newest first")
    return RISES, label("smallest and oldest first")


def column_rows(table: Table[Any], chosen: Sequence[str] | None) -> list[PickRow]:
    """Every column of a table, and whether it is shown."""
    shown = {column.id for column in chosen_columns(table.columns, chosen)}
    first = table.columns[0].id
    return [
        PickRow(
            column.id,
            label("x") if column.id in shown else label("-"),
            _title(column),
            label("always shown") if column.id == first else label(""),
        )
        for column in table.columns
    ]


def _title(column: Column[Any]) -> SafeText:
    """What a column is called; one without a title, as the configuration has it."""
    return column.title if column.title.plain else safe(column.id)
