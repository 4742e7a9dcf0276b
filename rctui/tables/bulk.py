"""The rows of a plan, as a list: for whom, what, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from rctui.bulk.standing import RowState
from rctui.customers.effects.before_after import before_after
from rctui.customers.readback.observation import Observation
from rctui.tables.table import Cell, Column, Table, Tone
from rctui.text.safe_text import SafeText, join, label, safe

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rctui.bulk.plan import PlanRow
    from rctui.customers.verdicts.access import Viewpoint

_STATES: Final[Mapping[RowState, Cell]] = {
    RowState.WAITING: Cell(label("to send"), Tone.PLAIN),
    RowState.REFUSED_BEFORE: Cell(label("LEFT OUT"), Tone.ATTENTION),
    RowState.UNDER_WAY: Cell(label("sending"), Tone.ACCENT),
    RowState.APPLIED: Cell(label("done"), Tone.GOOD),
    RowState.REFUSED: Cell(label("REFUSED"), Tone.BAD),
    RowState.NOT_SENT: Cell(label("to send again"), Tone.ATTENTION),
    RowState.UNKNOWN: Cell(label("UNKNOWN"), Tone.BAD),
    RowState.PARTLY: Cell(label("PARTLY"), Tone.BAD),
}
_ORDER: Final = tuple(_STATES)
_UNCHANGED: Final = (RowState.REFUSED_BEFORE, RowState.REFUSED)
"""Rows of which nothing took effect: the reason stands where the change would."""


@dataclass(frozen=True, slots=True)
class BulkRow:
    """One row of a plan, as it stands."""

    row: PlanRow
    state: RowState
    words: SafeText = label("")
    """What was said last about it, or empty."""


def bulk_table(view: Viewpoint) -> Table[BulkRow]:
    """The columns."""
    return Table(
        "bulk",
        (
            Column("row", label("ROW"), 5, _number, lambda b: b.row.number, align="right"),
            Column(
                "customer",
                label("APP USER ID"),
                20,
                _customer,
                _customer_key,
                cut="middle",
                grows=True,
            ),
            Column("state", label("STATE"), 13, _state, lambda b: _ORDER.index(b.state)),
            Column(
                "what",
                label("BEFORE → AFTER"),
                24,
                lambda b: _what(b, view),
                grows=True,
            ),
            Column("said", label("SAID"), 16, _said, grows=True, drop_order=1),
        ),
        key=lambda b: b.row.number,
        empty=label("No rows yet."),
        identity=lambda b: b.row.number,
    )


def steps_words(row: PlanRow, view: Viewpoint) -> SafeText:
    """What the steps of a row change, from what to what."""
    lines = [
        line
        for step in row.steps
        for line in before_after(step.change, step.before or Observation(), view)
    ]
    return join("; ", lines)


def state_words(state: RowState) -> SafeText:
    """A state in a word or two."""
    return _STATES[state].text


def _number(shown: BulkRow) -> Cell:
    return Cell(safe(str(shown.row.number)), Tone.MUTED)


def _customer(shown: BulkRow) -> Cell:
    return Cell(safe(shown.row.customer_id))


def _customer_key(shown: BulkRow) -> str:
    return shown.row.customer_id


def _state(shown: BulkRow) -> Cell:
    return _STATES[shown.state]


def _what(shown: BulkRow, view: Viewpoint) -> Cell:
    """What changes; where nothing does, why: SAID has no room in a narrow terminal."""
    why = why_words(shown)
    if shown.state in _UNCHANGED and why.plain:
        return Cell(why, _STATES[shown.state].tone)
    return Cell(steps_words(shown.row, view))


def why_words(shown: BulkRow) -> SafeText:
    """What was said last about a row, or why it was left out; may be empty."""
    return shown.words if shown.words.plain else safe(shown.row.refused, limit=1000)


def _said(shown: BulkRow) -> Cell:
    return Cell() if shown.state in _UNCHANGED else Cell(why_words(shown))
