"""The App User IDs of one customer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rctui.customers.api_words import is_anonymous
from rctui.tables.formatting import ago_cell, moment_cell, text_cell
from rctui.tables.table import Cell, Column, Table, Tone
from rctui.text.safe_text import label

if TYPE_CHECKING:
    from rctui.api.models.alias import CustomerAlias
    from rctui.customers.verdicts.access import Viewpoint


def aliases_table(view: Viewpoint, customer_id: str, asked: str) -> Table[CustomerAlias]:
    """The columns of the Aliases tab. Every one of them opens this same customer."""

    def note(row: CustomerAlias) -> Cell:
        return _note(row.id, customer_id, asked)

    def created(row: CustomerAlias) -> Cell:
        return moment_cell(row.created_at, view.zone)

    def age(row: CustomerAlias) -> Cell:
        return ago_cell(row.created_at, view.now_ms)

    return Table(
        "aliases",
        (
            Column("kind", label("KIND"), 5, _kind, lambda a: int(is_anonymous(a.id))),
            Column("id", label("APP USER ID"), 30, _id, lambda a: a.id, cut="middle", grows=True),
            Column("note", label("NOTE"), 10, note),
            Column("created", label("SINCE"), 16, created, lambda a: a.created_at),
            Column("age", label("AGE"), 10, age, lambda a: a.created_at, drop_order=1),
        ),
        key=lambda row: row.id,
        empty=label("No aliases."),
        next_step=label("Every customer has at least its own id: load again."),
    )


def _kind(row: CustomerAlias) -> Cell:
    return Cell(label("ANON"), Tone.MUTED) if is_anonymous(row.id) else Cell(label("named"))


def _id(row: CustomerAlias) -> Cell:
    return text_cell(row.id)


def _note(alias: str, customer_id: str, asked: str) -> Cell:
    if alias == customer_id:
        return Cell(label("current id"), Tone.ACCENT)
    if alias == asked:
        return Cell(label("looked up"), Tone.ATTENTION)
    return Cell(tone=Tone.MUTED)
