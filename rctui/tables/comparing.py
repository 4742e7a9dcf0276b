"""Two customers side by side, as a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rctui.customers.comparing import NONE, ComparedRow, Likeness
from rctui.tables.table import Cell, Column, Table, Tone
from rctui.text.safe_text import SafeText, label

if TYPE_CHECKING:
    from collections.abc import Callable

_SAME = {
    Likeness.DIFFERENT: label("no"),
    Likeness.NOT_KNOWN: label("?"),
    Likeness.SAME: label("yes"),
}


def comparing_table(left: SafeText, right: SafeText) -> Table[ComparedRow]:
    """The columns; the two customers name theirs."""
    return Table(
        "compare",
        (
            Column("likeness", label("SAME?"), 5, _likeness, lambda row: int(row.likeness)),
            Column("topic", label("PART"), 12, lambda r: Cell(r.topic), lambda r: r.topic.plain),
            Column("what", label("WHAT"), 18, lambda r: Cell(r.what), _plain("what"), grows=True),
            Column("left", left, 16, _side("left"), _plain("left"), grows=True),
            Column("right", right, 16, _side("right"), _plain("right"), grows=True),
        ),
        key=lambda row: (row.topic.plain, row.what.plain),
        empty=label("Nothing to compare."),
    )


def _likeness(row: ComparedRow) -> Cell:
    return Cell(_SAME[row.likeness])


def _plain(name: str) -> Callable[[ComparedRow], str]:
    def key(row: ComparedRow) -> str:
        words: SafeText = getattr(row, name)
        return words.plain

    return key


def _side(name: str) -> Callable[[ComparedRow], Cell]:
    def cell(row: ComparedRow) -> Cell:
        words: SafeText = getattr(row, name)
        return Cell(words, _tone(words, row.likeness))

    return cell


def _tone(words: SafeText, likeness: Likeness) -> Tone:
    """Colour is for what one customer has and the other has not, or not so."""
    if likeness is Likeness.SAME:
        return Tone.PLAIN
    told = likeness is Likeness.DIFFERENT and words != NONE
    return Tone.ATTENTION if told else Tone.MUTED
