"""The words in which every list is described: table, column, cell, tone."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Generic, Literal, NamedTuple, TypeVar

from rctui.text.safe_text import SafeText, label

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

Record = TypeVar("Record")

SortKey = int | float | str | None
"""What a column sorts by: the raw value, never the shown text. `None` goes last."""

DASH = label("-")
"""Shown where a record has no value."""


class Tone(StrEnum):
    """What a cell means; a theme gives it a colour. The words must say it without the colour."""

    PLAIN = "plain"
    GOOD = "good"
    ATTENTION = "attention"
    BAD = "bad"
    MUTED = "muted"
    ACCENT = "accent"


@dataclass(frozen=True, slots=True)
class Cell:
    """One value as it is shown."""

    text: SafeText = DASH
    tone: Tone = Tone.PLAIN


class Sort(NamedTuple):
    """By which column rows are sorted, and which way."""

    column: str
    """The column's id."""
    falls: bool = False
    """From the largest or newest down."""


@dataclass(frozen=True, slots=True)
class Column(Generic[Record]):
    """How one property of a record is shown, and what it is sorted by."""

    id: str
    """Kebab-case; what a configuration names the column by."""
    title: SafeText
    width: int
    """Cells it wants. Never less on screen, unless the screen is too narrow for it alone."""
    cell: Callable[[Record], Cell]
    sort_key: Callable[[Record], SortKey] | None = None
    align: Literal["left", "right"] = "left"
    cut: Literal["end", "middle"] = "end"
    """Where a long value loses its middle or its end; ids differ at both ends."""
    grows: bool = False
    """Gets of the room that is left over what its values need, and gives way where it is narrow."""
    drop_order: int = 0
    """Columns with the highest number go first where the screen is narrow; 0 never goes."""
    room: int = 0
    """Cells of a list from which on the column is shown, unless somebody chose it."""
    drawn: Callable[[SafeText], SafeText] | None = None
    """How a list on the screen draws a text. Filters, copies and exports use it as it is."""


@dataclass(frozen=True, slots=True)
class Table(Generic[Record]):
    """How records of one kind are listed."""

    name: str
    columns: tuple[Column[Record], ...]
    key: Callable[[Record], Hashable]
    """Tells a record from every other in the list, so that a cursor survives a reload."""
    empty: SafeText = field(default=label("Nothing here."))
    next_step: SafeText = field(default=label(""))
    """What to press where there is nothing here; for a screen alone."""
    first_sort: Sort | None = None
    """The order until somebody chooses another; `None` is the server's."""
    identity: Callable[[Record], Hashable] | None = None
    """What a mark is kept by, where rows of their own can be the same thing."""
    stays_on_top: Callable[[Record], bool] | None = None
    """Rows that no sorting moves."""

    def identity_of(self, record: Record) -> Hashable:
        """What a mark of the record is kept by."""
        return (self.identity or self.key)(record)

    def row(self, record: Record) -> tuple[Cell, ...]:
        """The cells of one record, in the order of the columns."""
        return tuple(column.cell(record) for column in self.columns)


def with_columns(table: Table[Record], ids: Sequence[str]) -> Table[Record]:
    """The table with these of its columns alone, in this order."""
    columns = {column.id: column for column in table.columns}
    return replace(table, columns=tuple(columns[id_] for id_ in ids))
