"""One row of a list as a line of the screen: signs at the margin, then the columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

from rich.segment import Segment
from textual.strip import Strip

from rctui.api.page import Unreadable
from rctui.tables.table import Tone
from rctui.text.safe_text import SafeText, phrase, safe
from rctui.text.width import cell_width, cut
from rctui.tui.widgets.column_layout import GAP

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from rich.style import Style

    from rctui.tables.table import Cell
    from rctui.tui.widgets.column_layout import PlacedColumn

T = TypeVar("T")

CURSOR: Final = ">"
"""Tells the cursor's row to those who see no colours."""
MARK: Final = "*"
MARKER_WIDTH: Final = 2
NO_MARKER: Final = "  "

Parts = list[tuple[SafeText, Tone]]


def row_parts(row: T | Unreadable, columns: Sequence[PlacedColumn[T]], width: int) -> Parts:
    """What stands in the columns, and in which tone. A row that can't be read says why instead."""
    if isinstance(row, Unreadable):
        room = max(0, width - MARKER_WIDTH)
        return [(cut(phrase("unreadable: {}", safe(row.reason)), room), Tone.BAD)]
    parts: Parts = []
    for placed in columns:
        cell: Cell = placed.column.cell(row)
        gap = [(GAP, Tone.PLAIN)] if parts else []
        parts += [*gap, (placed.fitted(cell), cell.tone)]
    return parts


def row_strip(parts: Parts, mark: str, width: int, style: Callable[[str], Style]) -> Strip:
    """The line of a row without the cursor; `style` gives a tone's, and "" the list's own."""
    segments = [Segment(" " + mark, style("accent" if mark == MARK else "plain"))]
    segments += [Segment(part.plain, style(tone)) for part, tone in parts]
    return Strip(segments, _cells(parts)).adjust_cell_length(width, style(""))


def cursor_strip(parts: Parts, mark: str, width: int, style: Style, sign: str = CURSOR) -> Strip:
    """The line of the row under the cursor: all of it in one style."""
    text = "".join(part.plain for part, _ in parts)
    strip = Strip([Segment(sign + mark + text, style)], _cells(parts))
    return strip.adjust_cell_length(width, style)


def _cells(parts: Parts) -> int:
    return MARKER_WIDTH + sum(cell_width(part) for part, _ in parts)
