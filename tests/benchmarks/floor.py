"""The floor: the smallest Textual application with a header, a table of twenty rows, a footer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import App
from textual.widgets import DataTable, Footer, Header

if TYPE_CHECKING:
    from textual.app import ComposeResult

COLUMNS = ("App User ID", "Last seen", "Country", "Platform", "First seen")


class Floor(App[None]):
    """Nothing but stock widgets."""

    def compose(self) -> ComposeResult:
        yield Header()
        yield DataTable(cursor_type="row")
        yield Footer()

    def on_mount(self) -> None:
        table: DataTable[str] = self.query_one(DataTable)
        table.add_columns(*COLUMNS)
        table.add_rows([f"row {row} of {name}" for name in COLUMNS] for row in range(20))


if __name__ == "__main__":
    Floor().run()
