"""Which columns of a table fit into a width, and how wide each is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from rctui.api.page import Unreadable
from rctui.customers.listed import NOT_KEPT
from rctui.text.safe_text import SafeText, join, label
from rctui.text.width import cell_width, cut, cut_middle, fit

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rctui.tables.table import Cell, Column

T = TypeVar("T")

GAP = label("  ")
"""Between two columns."""
LOOKED_AT = 60
"""Rows that tell how wide the values of a column are."""
MANY = 20
"""Rows from which on the longest ids are cut for the sake of the others."""
WIDEST = 100
"""Cells beyond which a value is no longer read but searched."""


class PlacedColumn(NamedTuple, Generic[T]):
    """A column that is on screen, and its width in cells."""

    column: Column[T]
    width: int

    def fitted(self, cell: Cell) -> SafeText:
        """The cell's text in exactly this width."""
        text = _drawn(self.column, cell)
        if self.column.cut == "middle" and cell_width(text) > self.width:
            text = cut_middle(text, self.width)
        return fit(text, self.width, self.column.align)

    @property
    def title(self) -> SafeText:
        """The heading in exactly this width."""
        return fit(self.column.title, self.width, self.column.align)

    def title_with(self, sign: SafeText) -> SafeText:
        """The heading with a sign after it, which stays whole where there is little room."""
        words = cut(self.column.title, self.width - cell_width(sign))
        return fit(words + sign, self.width, self.column.align)


def needs_of(columns: Sequence[Column[T]], rows: Sequence[T | Unreadable]) -> dict[str, int]:
    """How wide the values of the columns that grow are, by a few dozen of the rows."""
    step = max(1, len(rows) // LOOKED_AT)
    looked_at = [rows[place] for place in range(0, len(rows), step)][:LOOKED_AT]
    known = [row for row in looked_at if not isinstance(row, Unreadable) and row is not NOT_KEPT]
    if not known:
        return {}
    return {column.id: min(WIDEST, _need(column, known)) for column in columns if column.grows}


def _need(column: Column[T], rows: Sequence[T]) -> int:
    """What all values need; nine of ten where one that is cut in its middle is known again.

    One long id among many would take the other columns so far from the rest that the eye loses
    the row on the way.
    """
    widths = sorted(_drawn_width(column, row) for row in rows)
    few = column.cut != "middle" or len(widths) < MANY
    return widths[-1] if few else widths[len(widths) * 9 // 10]


def _drawn_width(column: Column[T], row: T) -> int:
    return cell_width(_drawn(column, column.cell(row)))


def _drawn(column: Column[T], cell: Cell) -> SafeText:
    return cell.text if column.drawn is None else column.drawn(cell.text)


_NO_NEEDS: dict[str, int] = {}


def placed_columns(
    columns: Sequence[Column[T]], width: int, needs: Mapping[str, int] = _NO_NEEDS
) -> list[PlacedColumn[T]]:
    """The columns that fit into `width` cells, in their order.

    The least important go first where it is narrow. Those that grow then share what there is by
    what their values need, the modest first; what nobody needs stays blank at the end. Where
    nothing is known of the values, all that is left goes to what grows. Where even the
    indispensable columns are too wide, those that grow give way.
    """
    kept = _kept(columns, width, needs)
    growing = [column for column in kept if column.grows] or kept[:1]
    wishes = [_wish(column, needs, width) for column in growing]
    widths = {id(column): column.width for column in kept}
    for column in growing:
        del widths[id(column)]
    room = width - sum(widths.values()) - len(GAP) * max(0, len(kept) - 1)
    widths.update(zip(map(id, growing), _shared(room, wishes), strict=True))
    return [PlacedColumn(column, widths[id(column)]) for column in kept]


def _kept(columns: Sequence[Column[T]], width: int, needs: Mapping[str, int]) -> list[Column[T]]:
    kept = list(columns)
    while _least_width(kept, needs) > width and any(column.drop_order for column in kept):
        if len(kept) == 1:
            break
        kept.remove(max(kept, key=lambda column: column.drop_order))
    return kept


def _least_width(columns: Sequence[Column[T]], needs: Mapping[str, int]) -> int:
    """What the columns take where none of those that grow has more than its values need."""
    least = (_least(column, needs) for column in columns)
    return sum(least) + len(GAP) * max(0, len(columns) - 1)


def _least(column: Column[T], needs: Mapping[str, int]) -> int:
    need = needs.get(column.id)
    if need is None:
        return column.width
    return min(column.width, max(need, cell_width(column.title)))


def _wish(column: Column[T], needs: Mapping[str, int], width: int) -> int:
    """What a column that grows would take: all there is where its values are not known."""
    need = needs.get(column.id)
    return width if need is None else max(need, cell_width(column.title))


def _shared(room: int, wishes: Sequence[int]) -> list[int]:
    """The room in whole cells: who wishes little gets it, the others share the rest equally."""
    given = [0] * len(wishes)
    left = room
    by_wish = sorted(range(len(wishes)), key=lambda place: wishes[place])
    for number, place in enumerate(by_wish):
        among = len(by_wish) - number
        given[place] = max(1, min(wishes[place], left // among))
        left -= given[place]
    return given


def heading(
    placed: Sequence[PlacedColumn[T]], sorted_by: str = "", sign: SafeText = label("")
) -> SafeText:
    """The line of titles; the sorted one with a sign."""
    return join(
        "  ", [one.title_with(sign) if one.column.id == sorted_by else one.title for one in placed]
    )
