"""One list on its way into a file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rctui.exports.csv_text import csv_bytes
from rctui.exports.json_text import data_json
from rctui.exports.markdown_text import escaped, table_markdown
from rctui.exports.record_values import exact, flat
from rctui.text.safe_text import SafeText, join, label, phrase, safe

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rctui.tables.table import Table


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows, the columns that people read them in, and what is not among them."""

    name: str
    """Lower case; what the list's file is called."""
    title: SafeText
    table: Table[Any]
    items: Sequence[Any]
    """Records, or `Unreadable`."""
    missing: SafeText = label("")
    """What could not be read, and why; empty where everything is there."""

    @property
    def rows(self) -> int:
        """How many there are."""
        return len(self.items)

    def csv(self) -> bytes:
        """The records' own fields, one column each: exact but for the guard, instants in ISO."""
        rows = [flat(item) for item in self.items]
        titles = list(dict.fromkeys(name for row in rows for name in row))
        if not titles:
            titles = [column.id for column in self.table.columns]
        return csv_bytes(titles, ([row.get(name) for name in titles] for row in rows))

    def markdown(self) -> list[SafeText]:
        """The columns of the screen, below a heading."""
        lines = [phrase("## {} ({})", escaped(self.title), self.rows), label("")]
        if self.missing.plain:
            lines += [phrase("**Missing:** {}", escaped(self.missing)), label("")]
        return lines + table_markdown(self.table, self.items)


@dataclass(frozen=True, slots=True)
class ListDocument:
    """A list alone: a screen's rows, all of them or those that were marked."""

    sheet: Sheet
    stem: str
    """What its file is called, unless told otherwise. May hold outside text."""
    about: tuple[tuple[str, str], ...] = ()
    """Whose list it is: names and values. Values may be outside text."""

    @property
    def rows(self) -> int:
        """How many rows it holds."""
        return self.sheet.rows

    @property
    def missing(self) -> tuple[SafeText, ...]:
        """What could not be read."""
        return (self.sheet.missing,) if self.sheet.missing.plain else ()

    def json(self) -> str:
        """Exact and versioned."""
        sheet = self.sheet
        items = [exact(one) for one in sheet.items]
        data = {"list": sheet.name, **dict(self.about), "missing": sheet.missing.plain}
        return data_json({**data, "items": items})

    def markdown(self) -> str:
        """For people."""
        about = [
            phrase("- **{}** {}", escaped(safe(name)), escaped(safe(value, limit=1500)))
            for name, value in self.about
        ]
        head = [*about, label("")] if about else []
        return join("\n", [*head, *self.sheet.markdown()]).plain

    def csv(self) -> bytes:
        """For spreadsheets: one file."""
        return self.sheet.csv()
