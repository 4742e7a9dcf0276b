"""The rows of a list as they are shown: loaded ones, arranged as the operator wants them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from rctui.api.page import Unreadable
from rctui.customers.listed import NOT_KEPT
from rctui.tables.ordering import (
    Arrangement,
    arranged,
    arrangement_words,
    first_arrangement,
    sorting_column,
    stays_on_top,
    with_mark_turned,
    with_newest_marks,
)

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from rctui.tables.table import Column, Sort, Table
    from rctui.text.safe_text import SafeText

T = TypeVar("T")


class ShownRows(Generic[T]):
    """Keeps the loaded rows, and an arrangement for each table that was shown here."""

    def __init__(self, table: Table[T]) -> None:
        self.table = table
        self.all: Sequence[T | Unreadable] = ()
        """Every loaded row, in the server's order."""
        self.rows: Sequence[T | Unreadable] = ()
        """Those that are shown, in the order they are shown in."""
        self.more = False
        """Whether the server has more."""
        self._arrangements: dict[str, Arrangement[T]] = {}
        self._sorts: dict[str, Sort | None] = {}

    @property
    def _arrangement(self) -> Arrangement[T]:
        return self._arrangements.get(self.table.name) or self._first

    @property
    def _first(self) -> Arrangement[T]:
        first = first_arrangement(self.table)
        return first._replace(sort=self._sorts.get(self.table.name, first.sort))

    def share_sorts(self, sorts: dict[str, Sort | None]) -> None:
        """Sort as lists of the same name were sorted elsewhere, and tell it there."""
        self._sorts = sorts
        if self.table.name in sorts:
            self._arrange(self._arrangement._replace(sort=sorts[self.table.name]))

    def show(self, rows: Sequence[T | Unreadable], *, more: bool) -> None:
        """Replace the loaded rows. Marks stay, on the newest form of their records."""
        self.all, self.more = rows, more
        self._arrange(with_newest_marks(self.table, self._arrangement, rows))

    def switch(self, table: Table[T]) -> None:
        """Show another list: none of its rows yet. A filter ends; sorting and marks are kept."""
        self.table = table
        self.all = self.rows = ()
        if self.filter_words:
            self.filter("")

    def _arrange(self, arrangement: Arrangement[T]) -> None:
        self._arrangements[self.table.name] = arrangement
        shown = arranged(self.table, self.all, arrangement)
        self.rows = shown

    # Filter, sorting, marks

    @property
    def filter_words(self) -> str:
        """What the shown rows hold."""
        return self._arrangement.filter_words

    def filter(self, words: str) -> None:
        """Show only rows that hold every word, in any column."""
        self._arrange(self._arrangement._replace(filter_words=words))

    @property
    def sort(self) -> Sort | None:
        """What the rows are sorted by; `None` is the server's order."""
        return self._arrangement.sort

    @property
    def sorting_column(self) -> Column[T] | None:
        """The column that the rows are sorted by."""
        return sorting_column(self.table, self.sort)

    def sort_by(self, sort: Sort | None) -> None:
        """Sort the loaded rows by their raw values, and later lists of the same name too."""
        self._sorts[self.table.name] = sort
        self._arrange(self._arrangement._replace(sort=sort))

    @property
    def marked(self) -> list[T]:
        """The marked records, in the order in which they were marked; filtered ones included."""
        return list(self._arrangement.marks.values())

    def is_marked(self, row: T | Unreadable) -> bool:
        """Whether a row is marked."""
        marks = self._arrangement.marks
        if not marks or isinstance(row, Unreadable):
            return False
        return self.table.identity_of(row) in marks

    def turn_mark(self, row: T) -> None:
        """Mark a record, or take its mark off."""
        self._arrange(with_mark_turned(self.table, self._arrangement, row))

    def renew_marks(self, places: Sequence[int]) -> None:
        """Marked rows at these places are other records now: keep those."""
        if self._arrangement.marks:
            rows = [self.rows[place] for place in places]
            renewed = with_newest_marks(self.table, self._arrangement, rows)
            self._arrangements[self.table.name] = renewed

    def unmark(self) -> None:
        """Take every mark off."""
        self._arrange(self._arrangement._replace(marks={}))

    # What is there

    @property
    def readable(self) -> list[T]:
        """Every readable record that is shown, in the order it is shown in."""
        return [row for row in self.rows if not isinstance(row, Unreadable) and row is not NOT_KEPT]

    @property
    def note(self) -> SafeText:
        """How the rows are sorted and how many are marked; empty where neither is so."""
        kept = sum(row is not NOT_KEPT for row in self.all) if self.sort is not None else 0
        return arrangement_words(self.table, self._arrangement, sorted_rows=kept, more=self.more)

    def ends_top(self, place: int) -> bool:
        """Whether the row at a place is the last that stays on top, and others are below it."""
        if self.table.stays_on_top is None or place + 1 >= len(self.rows):
            return False
        here, below = (stays_on_top(self.table, self.rows[n]) for n in (place, place + 1))
        return here and not below

    def key_at(self, place: int) -> Hashable:
        """What tells the row at a place from every other; `None` where there is no row."""
        if place >= len(self.rows):
            return None
        row = self.rows[place]
        return ("unreadable", place) if isinstance(row, Unreadable) else self.table.key(row)

    def place_of(self, key: Hashable, near: int) -> int:
        """Where a row is now; where it is gone, a place near to where it was."""
        near = min(near, max(0, len(self.rows) - 1))
        if key is None or self.key_at(near) == key:
            return near
        places = (place for place in range(len(self.rows)) if self.key_at(place) == key)
        return next(places, near)
