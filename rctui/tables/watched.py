"""What a watch has seen, as a list, the newest first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rctui.tables.table import Cell, Column, Table, Tone
from rctui.text import moments
from rctui.text.safe_text import SafeText, label

if TYPE_CHECKING:
    from datetime import tzinfo


@dataclass(frozen=True, slots=True)
class WatchedLine:
    """One line of a watch."""

    number: int
    """From 1, in the order in which they were seen."""
    at_ms: int
    words: SafeText
    is_change: bool
    """Whether something about the customer changed; else it is about the watch itself."""


def watched_table(zone: tzinfo | None = None) -> Table[WatchedLine]:
    """The columns."""

    def at(line: WatchedLine) -> Cell:
        return Cell(moments.clock_second(line.at_ms, zone), Tone.MUTED)

    return Table(
        "watch",
        (
            Column("at", label("SEEN"), 8, at, lambda line: line.at_ms),
            Column("what", label("WHAT CHANGED"), 40, _what, grows=True),
        ),
        key=lambda line: line.number,
        empty=label("Nothing has changed yet."),
    )


def _what(line: WatchedLine) -> Cell:
    return Cell(line.words, Tone.ACCENT if line.is_change else Tone.MUTED)
