"""The rows of a plan, as a list: for whom, what, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from rctui.bulk.standing import RowState
from rctui.customers.effects.in_short import adds_nothing, in_short
from rctui.customers.readback.observation import Observation
from rctui.tables.table import Cell, Column, Table, Tone
from rctui.text.safe_text import SafeText, join, label, safe

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rctui.bulk.plan import PlanRow
    from rctui.customers.verdicts.access import Viewpoint

_TONES: Final[Mapping[RowState, Tone]] = {
    RowState.WAITING: Tone.PLAIN,
    RowState.REFUSED_BEFORE: Tone.ATTENTION,
    RowState.UNDER_WAY: Tone.ACCENT,
    RowState.APPLIED: Tone.GOOD,
    RowState.REFUSED: Tone.BAD,
    RowState.NOT_SENT: Tone.ATTENTION,
    RowState.UNKNOWN: Tone.BAD,
    RowState.PARTLY: Tone.BAD,
}
_ORDER: Final = tuple(_TONES)
_WITH_A_REASON: Final = (RowState.REFUSED_BEFORE, RowState.REFUSED)
"""Rows of which nothing took effect: what counts is why."""
_UNSEEN: Final = Observation()


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
                16,
                _customer,
                _customer_key,
                cut="middle",
                grows=True,
            ),
            Column("state", label("STATE"), 8, _state, lambda b: _ORDER.index(b.state)),
            Column(
                "what",
                label("BEFORE → AFTER"),
                20,
                lambda b: _what(b, view),
                grows=True,
            ),
            Column("said", label("SAID"), 16, _said, grows=True),
        ),
        key=lambda b: b.row.number,
        empty=label("No rows yet."),
        identity=lambda b: b.row.number,
    )


def steps_words(row: PlanRow, view: Viewpoint) -> SafeText:
    """What the steps of a row change, from what to what, in short."""
    lines = [
        line for step in row.steps for line in in_short(step.change, step.before or _UNSEEN, view)
    ]
    return join("; ", lines)


def state_words(state: RowState) -> SafeText:
    """A state in a word or two; in capitals where somebody should look at it."""
    is_loud = _TONES[state] in (Tone.ATTENTION, Tone.BAD)
    return safe(state.value.upper() if is_loud else state.value)


def _number(shown: BulkRow) -> Cell:
    return Cell(safe(str(shown.row.number)), Tone.MUTED)


def _customer(shown: BulkRow) -> Cell:
    return Cell(safe(shown.row.customer_id))


def _customer_key(shown: BulkRow) -> str:
    return shown.row.customer_id


def _state(shown: BulkRow) -> Cell:
    return Cell(state_words(shown.state), _TONES[shown.state])


def _what(shown: BulkRow, view: Viewpoint) -> Cell:
    """What changes; a grant that adds nothing stands out, and of what is left out nothing does."""
    if not shown.row.will_be_sent:
        return Cell()
    steps = shown.row.steps
    in_vain = any(adds_nothing(step.change, step.before or _UNSEEN) for step in steps)
    return Cell(steps_words(shown.row, view), Tone.ATTENTION if in_vain else Tone.PLAIN)


def why_words(shown: BulkRow) -> SafeText:
    """What was said last about a row, or why it was left out; may be empty."""
    return shown.words if shown.words.plain else safe(shown.row.refused, limit=1000)


def _said(shown: BulkRow) -> Cell:
    why = why_words(shown)
    if not why.plain:
        return Cell()
    return Cell(why, _TONES[shown.state] if shown.state in _WITH_A_REASON else Tone.PLAIN)
