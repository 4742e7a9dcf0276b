"""The columns of a list as they are placed on the screen, and what they were placed by."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from rctui.tables.column_choice import chosen_columns
from rctui.tables.ordering import direction
from rctui.tui.widgets.column_layout import MANY, PlacedColumn, heading, needs_of, placed_columns

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rctui.api.page import Unreadable
    from rctui.tables.shown_rows import ShownRows
    from rctui.tables.table import Table
    from rctui.text.safe_text import SafeText

T = TypeVar("T")

_NO_CHOICE: dict[str, list[str]] = {}


class ShownColumns(Generic[T]):
    """Remembers, for each table that is shown here, how wide its values were."""

    def __init__(self) -> None:
        self.chosen: Mapping[str, Sequence[str]] = _NO_CHOICE
        """Ids of the columns to show, by the table's name; a table that is missing shows all."""
        self.placed: list[PlacedColumn[T]] = []
        self._needs: dict[str, dict[str, int]] = {}

    def place(self, table: Table[T], width: int) -> None:
        """Place the columns that are chosen now in so many cells."""
        chosen = self.chosen.get(table.name)
        columns = chosen_columns(table.columns, chosen)
        if not chosen:
            columns = tuple(column for column in columns if column.room <= width)
        self.placed = placed_columns(columns, width, self._needs.get(table.name, {}))

    def look_at(self, rows: ShownRows[T], newest: Sequence[T | Unreadable] | None = None) -> bool:
        """Note values that are wider than any before, of some rows or all; whether there were any.

        No column ever gets narrower by it: a list must not dance while it is read.
        """
        name = rows.table.name
        known = self._needs.get(name, {})
        columns = rows.table.columns
        found = needs_of(columns, rows.rows if newest is None else newest)
        if newest is not None and len(newest) < MANY:
            # A few tell nothing of what nine of ten need: for long ids all are looked at.
            ids = [one for one in columns if one.cut == "middle"]
            longer = [one for one in ids if found.get(one.id, 0) > known.get(one.id, 0)]
            found |= needs_of(longer, rows.rows) if longer else {}
        needs = {id_: max(width, known.get(id_, 0)) for id_, width in found.items()} or known
        self._needs[name] = needs
        return needs != known

    def heading(self, rows: ShownRows[T]) -> SafeText:
        """The line of titles, with a sign at the sorted one."""
        column, sort = rows.sorting_column, rows.sort
        if column is None or sort is None:
            return heading(self.placed)
        return heading(self.placed, column.id, direction(sort))
