"""Which columns of a table fit into a width, and how wide each is drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from rctui.text.safe_text import SafeText, join, label
from rctui.text.width import cell_width, cut_middle, fit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rctui.tables.table import Cell, Column

T = TypeVar("T")

GAP = label("  ")
"""Between two columns."""


@dataclass(frozen=True, slots=True)
class PlacedColumn(Generic[T]):
    """A column that is on screen, and its width in cells."""

    column: Column[T]
    width: int

    def fitted(self, cell: Cell) -> SafeText:
        """The cell's text in exactly this width."""
        text = cell.text
        if self.column.cut == "middle" and cell_width(text) > self.width:
            text = cut_middle(text, self.width)
        return fit(text, self.width, self.column.align)

    @property
    def title(self) -> SafeText:
        """The heading in exactly this width."""
        return fit(self.column.title, self.width, self.column.align)


def placed_columns(columns: Sequence[Column[T]], width: int) -> list[PlacedColumn[T]]:
    """The columns that fit into `width` cells, in their order.

    The least important go first where it is narrow; what room is left over goes to the columns
    that grow. Where even the indispensable ones are too wide, those that grow give way.
    """
    kept = list(columns)
    while needed_width(kept) > width and len(kept) > 1 and any(c.drop_order for c in kept):
        kept.remove(max(kept, key=lambda column: column.drop_order))
    growing = [column for column in kept if column.grows] or kept[:1]
    spare = width - needed_width(kept)
    shares = dict(zip(map(id, growing), _shares(spare, len(growing)), strict=True))
    return [PlacedColumn(c, max(1, c.width + shares.get(id(c), 0))) for c in kept]


def needed_width(columns: Sequence[Column[T]]) -> int:
    """Cells that the columns take at the width each wants, gaps included."""
    gaps = len(GAP) * max(0, len(columns) - 1)
    return sum(column.width for column in columns) + gaps


def heading(placed: Sequence[PlacedColumn[T]]) -> SafeText:
    """The line of titles."""
    return join("  ", [column.title for column in placed])


def _shares(spare: int, among: int) -> list[int]:
    """The spare cells in equal whole parts, what remains to the first; negative ones too."""
    if not among:
        return []
    each, rest = divmod(abs(spare), among)
    sign = 1 if spare >= 0 else -1
    return [sign * (each + (1 if place < rest else 0)) for place in range(among)]
