"""The rows of a list as the operator has arranged them: filtered, sorted, marked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from rctui.api.page import Unreadable
from rctui.customers.listed import NOT_KEPT

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from rctui.tables.shown_rows import ShownRows
    from rctui.tables.table import Sort

T = TypeVar("T")


class ArrangedRows(Generic[T]):
    """A list that can be arranged. Whatever is done, the cursor stays on its record."""

    shown: ShownRows[T]
    """The loaded rows, and how the operator has arranged them."""
    cursor: int

    def _rearrange(self, change: Callable[[], None]) -> None:
        raise NotImplementedError

    @property
    def rows(self) -> Sequence[T | Unreadable]:
        """What is shown: those of the loaded rows that hold the words of the filter."""
        return self.shown.rows

    @property
    def shown_rows(self) -> list[T]:
        """Every readable record that is shown, in the order it is shown in."""
        return self.shown.readable

    @property
    def marked(self) -> list[T]:
        """The marked records, in the order in which they were marked; filtered ones included."""
        return self.shown.marked

    @property
    def loaded(self) -> int:
        """How many rows there are without the filter."""
        return len(self.shown.all)

    def filter(self, words: str) -> None:
        """Show only rows that hold every word, in any column."""
        self._rearrange(lambda: self.shown.filter(words))

    def sort_by(self, sort: Sort | None) -> None:
        """Sort the loaded rows by their raw values; `None` is the server's order."""
        self._rearrange(lambda: self.shown.sort_by(sort))

    def turn_mark(self) -> None:
        """Mark the row under the cursor, or take its mark off."""
        record = self.cursor_record
        if record is not None and record is not NOT_KEPT:
            self._rearrange(lambda: self.shown.turn_mark(record))

    def unmark(self) -> bool:
        """Take every mark off; whether there was one."""
        if not self.marked:
            return False
        self._rearrange(self.shown.unmark)
        return True

    @property
    def cursor_row(self) -> T | Unreadable | None:
        """The row under the cursor, readable or not."""
        return self.rows[self.cursor] if self.cursor < len(self.rows) else None

    @property
    def cursor_record(self) -> T | None:
        """The record under the cursor; `None` on an empty list and on an unreadable row."""
        row = self.cursor_row
        return None if isinstance(row, Unreadable) else row
