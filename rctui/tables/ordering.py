"""How the loaded rows of a list are shown: which ones, in which order, which are marked.

Everything here is pure. Sorting compares raw values, never the shown text; rows without a value
and rows that could not be read come last in both directions. Rows whose page has been let go are
left out of a sorted list, as they are of a filtered one: nobody knows their values.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar, cast

from rctui.api.page import Unreadable
from rctui.customers.listed import NOT_KEPT
from rctui.tables.table import Sort
from rctui.text.safe_text import SafeText, join, label, phrase

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping, Sequence

    from rctui.tables.table import Column, SortKey, Table

T = TypeVar("T")

RISES = label("↑")
FALLS = label("↓")


class Arrangement(NamedTuple, Generic[T]):
    """What the operator did to a list. Survives a reload and a look at another tab."""

    sort: Sort | None = None
    """`None` is the server's order."""
    marks: Mapping[Hashable, T] = MappingProxyType({})
    """Marked records by identity, in the order in which they were marked."""
    filter_words: str = ""


def first_arrangement(table: Table[T]) -> Arrangement[T]:
    """The order in which a table is shown until somebody chooses another."""
    return Arrangement(table.first_sort)


def arranged(
    table: Table[T], rows: Sequence[T | Unreadable], arrangement: Arrangement[T]
) -> Sequence[T | Unreadable]:
    """The rows that are shown, in the order they are shown in; `rows` itself where nothing is."""
    words = arrangement.filter_words.casefold().split()
    held = [row for row in rows if _holds(table, row, words)] if words else rows
    return _sorted(table, held, arrangement.sort)


def _holds(table: Table[T], row: T | Unreadable, words: list[str]) -> bool:
    if isinstance(row, Unreadable):
        return True
    text = " ".join(cell.text.plain for cell in table.row(row)).casefold()
    return all(word in text for word in words)


def _sorted(
    table: Table[T], rows: Sequence[T | Unreadable], sort: Sort | None
) -> Sequence[T | Unreadable]:
    column = sorting_column(table, sort)
    if column is None or sort is None:
        return rows
    kept = [row for row in rows if row is not NOT_KEPT]
    top = [row for row in kept if stays_on_top(table, row)]
    unreadable = [row for row in kept if isinstance(row, Unreadable)]
    others = [
        row for row in kept if not isinstance(row, Unreadable) and not stays_on_top(table, row)
    ]
    return [*top, *by_value(column, others, falls=sort.falls), *unreadable]


def stays_on_top(table: Table[T], row: T | Unreadable) -> bool:
    """Whether a row stands above the others, however these are sorted."""
    return (
        table.stays_on_top is not None
        and not isinstance(row, Unreadable)
        and table.stays_on_top(row)
    )


def by_value(column: Column[T], rows: Iterable[T], *, falls: bool = False) -> list[T]:
    """The rows by the column's raw values, those without one last; equal ones stay as they were."""
    keyed = [(_comparable(column, row), row) for row in rows]
    valued = [(key, row) for key, row in keyed if key is not None]
    valued.sort(key=lambda pair: cast("Any", pair[0]), reverse=falls)
    return [row for _, row in valued] + [row for key, row in keyed if key is None]


def _comparable(column: Column[T], row: T) -> tuple[int, SortKey, str] | None:
    """A value that compares with every other: numbers before texts, texts without case first."""
    value: SortKey = column.sort_key(row) if column.sort_key is not None else None
    if value is None or value != value:  # not a number
        return None
    if isinstance(value, str):
        return (1, value.casefold(), value)
    return (0, value, "")


def sortable(table: Table[T]) -> list[Column[T]]:
    """The columns that a table can be sorted by."""
    return [column for column in table.columns if column.sort_key is not None]


def sorting_column(table: Table[T], sort: Sort | None) -> Column[T] | None:
    """The column that a table is sorted by, if it has it."""
    if sort is None:
        return None
    return next((column for column in sortable(table) if column.id == sort.column), None)


def next_sort(current: Sort | None, column: str) -> Sort:
    """Sorted by a column; by the same one, the other way round."""
    turned = current is not None and current.column == column and not current.falls
    return Sort(column, falls=turned)


def direction(sort: Sort) -> SafeText:
    """`↑` from the smallest, `↓` from the largest or newest."""
    return FALLS if sort.falls else RISES


# Marks


def with_mark_turned(table: Table[T], arrangement: Arrangement[T], row: T) -> Arrangement[T]:
    """The row marked, or no longer."""
    marks = dict(arrangement.marks)
    if marks.pop(table.identity_of(row), None) is None:
        marks[table.identity_of(row)] = row
    return arrangement._replace(marks=marks)


def with_newest_marks(
    table: Table[T], arrangement: Arrangement[T], rows: Sequence[T | Unreadable]
) -> Arrangement[T]:
    """Each marked record as it was loaded last; one that is not among the rows stays as it was."""
    if not arrangement.marks:
        return arrangement
    marks = dict(arrangement.marks)
    for row in rows:
        if not isinstance(row, Unreadable) and (identity := table.identity_of(row)) in marks:
            marks[identity] = row
    return arrangement._replace(marks=marks)


def arrangement_words(
    table: Table[T], arrangement: Arrangement[T], *, sorted_rows: int, more: bool
) -> SafeText:
    """`3 marked · sorted by LAST SEEN ↓: the 100 loaded rows`; empty where all is as it came."""
    parts = []
    if arrangement.marks:
        parts.append(phrase("{} marked", len(arrangement.marks)))
    column = sorting_column(table, arrangement.sort)
    if sorted_rows and column is not None and arrangement.sort is not None:
        words = phrase("sorted by {} {}", column.title, direction(arrangement.sort))
        parts.append(phrase("{}: the {} loaded rows", words, sorted_rows) if more else words)
    return join(" · ", parts)
