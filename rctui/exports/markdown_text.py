"""Tables and fields as Markdown, in which text from outside stays text.

An App User ID can hold a link, an image or HTML. Whatever Markdown reads as its own is escaped,
and what services make of plain text, as addresses and mentions, is kept in code.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, TypeVar

from rctui.api.page import Unreadable
from rctui.text.safe_text import SafeText, join, label, phrase, safe

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rctui.customers.fields import Field
    from rctui.tables.table import Table

T = TypeVar("T")

_SPECIAL: Final = re.compile(r"([\\`*_\[\]<>|~&@$]|(?<=:)/(?=/)|(?<=www)\.)", re.IGNORECASE)
"""With what makes entities, mentions, formulas, and links of bare addresses. What is special at
the start of a line alone is not among it: no line here starts with text from outside."""
_ADDRESS: Final = re.compile(r"(\S*@\S*)")
_NOT_IN_CODE: Final = re.compile(r"[`|\\]")


def escaped(text: SafeText) -> SafeText:
    """The text with Markdown's own characters made plain ones."""
    shown = text.plain
    return safe(_SPECIAL.sub(r"\\\1", shown), limit=2 * len(shown) + 1)


def as_written(text: SafeText) -> SafeText:
    """The same for text that may hold an address: escapes alone don't keep that from a link."""
    parts = _ADDRESS.split(text.plain)
    return join("", [_in_code(part) if "@" in part else _escaped(part) for part in parts])


def _in_code(address: str) -> SafeText:
    if not _NOT_IN_CODE.search(address):
        return phrase("`{}`", safe(address, limit=len(address)))
    return join("`@`", [_escaped(part) for part in address.split("@")])


def _escaped(part: str) -> SafeText:
    return escaped(safe(part, limit=len(part)))


def table_markdown(table: Table[T], rows: Sequence[T | Unreadable]) -> list[SafeText]:
    """One line a row, every value whole; the empty words where there is none."""
    if not rows:
        return [escaped(table.empty)]
    titles = [escaped(column.title) for column in table.columns]
    bars = [label("---:") if c.align == "right" else label("---") for c in table.columns]
    return [_line(titles), _line(bars), *(_line(_cells(table, row)) for row in rows)]


def fields_markdown(fields: Iterable[Field]) -> list[SafeText]:
    """A list of names and values; an indented name belongs to the one above."""
    return [_field(one) for one in fields]


def _field(field: Field) -> SafeText:
    name = field.name.plain
    inner = label("  ") if name.startswith(" ") else label("")
    return phrase("{}- **{}** {}", inner, _escaped(name.strip()), as_written(field.value))


def _cells(table: Table[T], row: T | Unreadable) -> list[SafeText]:
    if isinstance(row, Unreadable):
        first = as_written(phrase("unreadable: {}", safe(row.reason)))
        return [first, *[label("")] * (len(table.columns) - 1)]
    return [as_written(cell.text) for cell in table.row(row)]


def _line(cells: Iterable[SafeText]) -> SafeText:
    return phrase("| {} |", join(" | ", list(cells)))
