"""Blocked customers of the project."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rctui.tables.formatting import ago_cell, moment_cell, text_cell
from rctui.tables.table import Cell, Column, Table
from rctui.text.safe_text import label

if TYPE_CHECKING:
    from rctui.api.models.blocked import BlockedCustomer
    from rctui.customers.verdicts.access import Viewpoint


def blocked_table(view: Viewpoint) -> Table[BlockedCustomer]:
    """The columns of the Blocked screen."""

    def since(row: BlockedCustomer) -> Cell:
        return moment_cell(row.updated_at_ms, view.zone)

    def age(row: BlockedCustomer) -> Cell:
        return ago_cell(row.updated_at_ms, view.now_ms)

    return Table(
        "blocked",
        (
            Column("id", label("APP USER ID"), 40, _id, lambda b: b.id, cut="middle", grows=True),
            Column("since", label("BLOCKED"), 16, since, lambda b: b.updated_at_ms),
            Column("age", label("AGO"), 10, age, lambda b: b.updated_at_ms, drop_order=1),
        ),
        key=lambda row: row.id,
        empty=label("Nobody is blocked."),
        next_step=label("B on a customer blocks one."),
    )


def _id(row: BlockedCustomer) -> Cell:
    return text_cell(row.id)
