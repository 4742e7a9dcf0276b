"""What the terminal shows, as far as this program has drawn it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rctui.tui.driver.cells import CLUSTER, UNKNOWN, WIDE, Clusters
from rctui.tui.driver.looks import PLAIN, Palette

if TYPE_CHECKING:
    from collections.abc import Iterable


class Row(NamedTuple):
    """One line of the screen: two strings with one character for each cell."""

    cells: str
    looks: str

    def with_part(self, column: int, part: Row) -> Row:
        """The row after `part` was written at `column`; halves of wide characters are lost."""
        end = column + len(part.cells)
        before, after = self.cells[:column], self.cells[end:]
        if after.startswith(WIDE):
            after = UNKNOWN + after[1:]
        if self.cells[column : column + 1] == WIDE and part.cells:
            whole = before.rstrip(WIDE)
            before = whole[:-1] + UNKNOWN * (len(before) - len(whole) + 1)
        return Row(before + part.cells + after, self.looks[:column] + part.looks + self.looks[end:])


class Position(NamedTuple):
    """A place on the screen, counted from 0."""

    row: int
    column: int


class ScreenModel:
    """The rows of a screen of a certain size, with the codes that its cells are written in."""

    def __init__(self, columns: int, lines: int, *, erases_background: bool) -> None:
        self.columns = columns
        self.lines = lines
        self.palette = Palette(erases_background=erases_background)
        self.clusters = Clusters()
        self.cursor: Position | None = None
        self.rows = self._unknown_rows()

    @property
    def is_full(self) -> bool:
        """Whether codes are running out, so that a new model is needed."""
        return self.palette.is_full or self.clusters.is_full

    def forget(self) -> list[Row]:
        """Take nothing on the terminal for granted any more; returns what was known."""
        known, self.rows = self.rows, self._unknown_rows()
        self.cursor = None
        return known

    def distrust_clusters(self, places: Iterable[int]) -> None:
        """Forget those of these rows whose cells may stand elsewhere on the terminal.

        A frame that is sent as it is lets the terminal decide how wide a disputed cluster is.
        """
        for place in places:
            if CLUSTER.search(self.rows[place].cells):
                self.rows[place] = self._unknown_row()

    def blank_row(self) -> Row:
        """An erased row."""
        return Row(" " * self.columns, PLAIN * self.columns)

    def _unknown_rows(self) -> list[Row]:
        return [self._unknown_row()] * self.lines

    def _unknown_row(self) -> Row:
        return Row(UNKNOWN * self.columns, PLAIN * self.columns)
