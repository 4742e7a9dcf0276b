"""What can't be undone looks like it, in a dialog and in its review."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rctui.customers.effects.consequences import IRREVERSIBLE
from rctui.tables.table import Tone

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rctui.text.safe_text import SafeText
    from rctui.tui.widgets.plain import Toned


def alarming(lines: Iterable[SafeText]) -> list[SafeText | Toned]:
    """What a change brings; the line that says that there is no way back in another colour."""
    return [(line, Tone.BAD) if line in IRREVERSIBLE else line for line in lines]


def tone_of_change(lines: Sequence[SafeText]) -> Tone:
    """How the line from what to what is shown, by what the change brings."""
    return Tone.ACCENT if IRREVERSIBLE.isdisjoint(lines) else Tone.BAD
