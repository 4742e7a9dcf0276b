"""The line at the top: where one is and, in words, how careful one must be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.widget import Widget

from rctui.text.safe_text import SafeText, join, label
from rctui.text.width import cell_width, cut, fit
from rctui.tui.widgets.plain import content

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.content import Content

_SEPARATOR = " | "


@dataclass(frozen=True, slots=True)
class HeaderWords:
    """What the header says."""

    place: tuple[SafeText, ...]
    """Program, project, its risk and protection: these never go."""
    facts: tuple[SafeText, ...] = ()
    """Right-hand side, most important first; the last goes first where room is short."""


class HeaderLine(Widget):
    """One line, the place on the left and facts on the right."""

    DEFAULT_CSS = """
    HeaderLine { height: 1; width: 1fr; background: $panel; color: $foreground;
                 text-style: bold; }
    """

    def __init__(self) -> None:
        super().__init__(markup=False)
        self._words = HeaderWords((label("rctui"),))

    def show(self, words: HeaderWords) -> None:
        """Replace the words."""
        if words != self._words:
            self._words = words
            self.refresh()

    def render(self) -> Content:
        """The line in the width there is."""
        return content(header_text(self._words, self.size.width))


def header_text(words: HeaderWords, width: int) -> SafeText:
    """The header in exactly `width` cells."""
    place = join(_SEPARATOR, words.place)
    for count in range(len(words.facts), -1, -1):
        right = _right_side(words.facts[:count])
        room = width - cell_width(place) - cell_width(right)
        if room >= 1 or count == 0:
            return fit(fit(place, max(0, width - cell_width(right))) + right, width)
    return cut(place, width)


def _right_side(facts: Sequence[SafeText]) -> SafeText:
    return label(" ") + join(_SEPARATOR, facts) if facts else label("")
