"""Below a list: the whole of what the row under the cursor has no room for in its columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rctui.tables.table import DASH
from rctui.text.safe_text import join
from rctui.text.width import cell_width
from rctui.tui.widgets.plain import Plain

if TYPE_CHECKING:
    from rctui.text.safe_text import SafeText
    from rctui.tui.widgets.plain import Toned
    from rctui.tui.widgets.record_table import RecordTable


class WholeLine(Plain):
    """Takes no room where nothing is cut; where something is it stays, and the list never jumps."""

    DEFAULT_CSS = "WholeLine { height: auto; min-height: 2; max-height: 8; display: none; }"

    _was_needed = False

    def tell(self, words: Toned | None, *, is_needed: bool = False) -> None:
        """Say it; `None` where the row under the cursor is seen whole.

        `is_needed` says whether another row of the list is cut, where that is known.
        """
        self._was_needed = self._was_needed or is_needed or words is not None
        self.display = self._was_needed
        self.show(*(() if words is None else (words,)))


def cut_words(table: RecordTable[Any], *column_ids: str) -> Toned | None:
    """What some columns have no room for, of the row under the cursor; `None` for nothing."""
    record = table.cursor_record
    if record is None:
        return None
    columns = (one for one in table.shown.table.columns if one.id in column_ids)
    cells = {one.id: one.cell(record) for one in columns}
    cut = [cell for id_, cell in cells.items() if _is_cut(cell.text, room_of(table, id_))]
    return (join(" · ", [cell.text for cell in cut]), cut[-1].tone) if cut else None


def _is_cut(text: SafeText, room: int) -> bool:
    return text is not DASH and cell_width(text) > room


def room_of(table: RecordTable[Any], column_id: str) -> int:
    """How many cells a column of a list has now; 0 where it is not shown."""
    placed = table.columns.placed
    return next((one.width for one in placed if one.column.id == column_id), 0)
