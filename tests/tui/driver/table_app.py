"""A program to be run in a pseudo-terminal: a table that moves, scrolls and opens things."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.widgets import DataTable, Footer, Header, Static

from rctui.tui.driver.terminal_driver import redraw


class TableApp(App[None]):
    """1,000 rows of eight columns; `n` shows a notice, `t` changes the theme, `l` redraws."""

    ENABLE_COMMAND_PALETTE = False
    CSS = "DataTable { height: 1fr; }"
    BINDINGS: ClassVar = [
        ("n", "tell", "notice"),
        ("t", "other_theme", "theme"),
        ("l", "redraw", "redraw"),
        ("z", "suspend_process", "suspend"),
        ("q", "quit", "quit"),
    ]

    def compose(self) -> ComposeResult:
        yield Header()
        yield DataTable(cursor_type="row")
        yield Static("漢字 and é │ at the foot", id="foot")
        yield Footer()

    def on_mount(self) -> None:
        table = self.query_one(DataTable)
        names = ("customer", "name", "status", "store", "product", "price", "since", "country")
        table.add_columns(*names)
        for row in range(1000):
            status = ("active", "in trial", "漢字", "expired")[row % 4]
            table.add_row(
                f"cus_{row:06}", f"Person {row * 7919 % 1000}", status, "app_store",
                f"pro.{row % 12}m", f"{row % 90}.99 €", f"2024-{row % 12 + 1:02}-01", "DE",
            )  # fmt: skip

    def action_tell(self) -> None:
        self.notify("é 漢字 saved", timeout=600)

    def action_other_theme(self) -> None:
        self.theme = "nord" if self.theme != "nord" else "textual-light"

    def action_redraw(self) -> None:
        redraw(self)


if __name__ == "__main__":
    module, _, name = sys.argv[1].partition(":")
    TableApp(driver_class=getattr(import_module(module), name)).run(mouse=False)
