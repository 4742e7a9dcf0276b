"""In a comparison colour is for the value that is there on one side only, or is another one."""

from __future__ import annotations

from rctui.customers.comparing import NONE, ComparedRow, Likeness
from rctui.tables.comparing import comparing_table
from rctui.tables.table import Tone
from rctui.text.safe_text import SafeText, label


def tones(left: SafeText, right: SafeText, likeness: Likeness) -> list[Tone]:
    row = ComparedRow(label("Entitlement"), label("pro"), left, right, likeness)
    return [cell.tone for cell in comparing_table(label("a"), label("b")).row(row)]


def test_only_the_value_that_differs_is_coloured() -> None:
    plain = [Tone.PLAIN] * 3
    there, other = label("no end"), label("until 2025-12-06")
    assert tones(there, NONE, Likeness.DIFFERENT) == [*plain, Tone.ATTENTION, Tone.MUTED]
    assert tones(there, other, Likeness.DIFFERENT) == [*plain, Tone.ATTENTION, Tone.ATTENTION]
    assert tones(there, there, Likeness.SAME) == [*plain, Tone.PLAIN, Tone.PLAIN]
    assert tones(there, NONE, Likeness.NOT_KNOWN) == [*plain, Tone.MUTED, Tone.MUTED]
