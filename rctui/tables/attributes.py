"""Attributes of one customer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rctui.tables.formatting import moment_cell, text_cell
from rctui.tables.table import Cell, Column, Table, Tone
from rctui.text.safe_text import label

if TYPE_CHECKING:
    from rctui.api.models.attribute import CustomerAttribute
    from rctui.customers.verdicts.access import Viewpoint


def attributes_table(view: Viewpoint) -> Table[CustomerAttribute]:
    """The columns of the Attributes tab."""

    def updated(row: CustomerAttribute) -> Cell:
        return moment_cell(row.updated_at, view.zone)

    return Table(
        "attributes",
        (
            Column("name", label("ATTRIBUTE"), 24, _name, lambda a: a.name),
            Column("value", label("VALUE"), 28, _value, lambda a: a.value, grows=True),
            Column("updated", label("SET"), 16, updated, lambda a: a.updated_at, drop_order=1),
            Column("kind", label("KIND"), 8, _kind, _kind_key, drop_order=2),
        ),
        key=lambda row: row.name,
        empty=label("No attributes."),
        next_step=label("The app sets them, or an edit of yours."),
    )


def _name(row: CustomerAttribute) -> Cell:
    return text_cell(row.name)


def _value(row: CustomerAttribute) -> Cell:
    return text_cell(row.value) if row.value else Cell(label("(cleared)"), Tone.MUTED)


def _kind_key(row: CustomerAttribute) -> int:
    return int(row.name.startswith("$"))


def _kind(row: CustomerAttribute) -> Cell:
    words = label("reserved") if row.name.startswith("$") else label("custom")
    return Cell(words, Tone.MUTED)
