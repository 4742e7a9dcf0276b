"""What happened to a customer, as a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rctui.customers.verdicts.loaded import TITLES
from rctui.tables.formatting import ago_cell, environment_cell, moment_cell
from rctui.tables.table import Cell, Column, Table, Tone
from rctui.text.safe_text import label

if TYPE_CHECKING:
    from rctui.customers.timeline import Event
    from rctui.customers.verdicts.access import Viewpoint


def timeline_table(view: Viewpoint) -> Table[Event]:
    """The columns of the Timeline tab, newest event first."""

    def at(event: Event) -> Cell:
        return moment_cell(event.at_ms, view.zone)

    def distance(event: Event) -> Cell:
        return ago_cell(event.at_ms, view.now_ms)

    def what(event: Event) -> Cell:
        return Cell(event.what, Tone.ACCENT if event.at_ms > view.now_ms else Tone.PLAIN)

    return Table(
        "timeline",
        (
            Column("at", label("WHEN"), 16, at, lambda e: e.at_ms),
            Column("environment", label("ENV"), 4, _environment, lambda e: e.environment),
            Column("what", label("WHAT"), 36, what, lambda e: e.what.plain, grows=True),
            Column("distance", label("AGO"), 10, distance, lambda e: e.at_ms, drop_order=1),
            Column("source", label("FROM"), 13, _source, lambda e: e.section, drop_order=2),
        ),
        key=lambda event: (event.at_ms, event.section, event.row_id, event.what),
        empty=label("No dates are on record."),
        next_step=label("Loading again asks for everything."),
    )


def _environment(event: Event) -> Cell:
    without = event.section not in ("subscriptions", "purchases")
    return Cell(tone=Tone.MUTED) if without else environment_cell(event.environment)


def _source(event: Event) -> Cell:
    return Cell(label("customer") if event.section is None else TITLES[event.section], Tone.MUTED)
