"""Tables and fields as aligned text, for terminals, pipes and screen readers."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from rctui.api.page import Unreadable
from rctui.text.safe_text import SafeText, join, phrase, safe
from rctui.text.width import cell_width, fit

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rctui.customers.fields import Field
    from rctui.tables.table import Table

T = TypeVar("T")


def table_lines(table: Table[T], rows: Sequence[T | Unreadable]) -> list[SafeText]:
    """A title line and one line a row, every value whole; the empty words where there is none."""
    if not rows:
        return [table.empty]
    titles = [column.title for column in table.columns]
    texts = [_texts(table, row) for row in rows]
    readable = [titles, *(cells for cells in texts if len(cells) == len(titles))]
    widths = [max(cell_width(line[place]) for line in readable) for place in range(len(titles))]
    return [_line(table, cells, widths) for cells in (titles, *texts)]


def field_lines(fields: Iterable[Field]) -> list[SafeText]:
    """One `name: value` a line. Not aligned: a screen reader would read the blanks."""
    return [phrase("{}: {}", field.name, field.value) for field in fields]


def _texts(table: Table[T], row: T | Unreadable) -> list[SafeText]:
    if isinstance(row, Unreadable):
        return [phrase("unreadable: {}", safe(row.reason))]
    return [cell.text for cell in table.row(row)]


def _line(table: Table[T], cells: Sequence[SafeText], widths: Sequence[int]) -> SafeText:
    """The cells in their columns; nothing is padded after the last one."""
    if len(cells) != len(widths):
        return join("  ", cells)
    padded = [
        fit(cell, width, column.align)
        for cell, width, column in zip(cells, widths, table.columns, strict=True)
    ]
    last = padded[-1] if table.columns[-1].align == "right" else cells[-1]
    return join("  ", [*padded[:-1], last])
