"""A record's fields, or a customer's profile, as a list of names and values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rctui.tables.table import Cell, Column, Table, Tone
from rctui.text.safe_text import label

if TYPE_CHECKING:
    from rctui.customers.fields import Field


def fields_table() -> Table[Field]:
    """Two columns: what it is, and its value in words."""
    return Table(
        "fields",
        (
            Column("name", label("FIELD"), 28, _name, lambda f: f.name.plain),
            Column("value", label("VALUE"), 40, _value, lambda f: f.value.plain, grows=True),
        ),
        key=lambda field: (field.name, field.value),
        empty=label("No fields."),
    )


def _name(field: Field) -> Cell:
    return Cell(field.name, Tone.MUTED)


def _value(field: Field) -> Cell:
    return Cell(field.value)
