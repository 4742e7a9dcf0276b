"""The line at the top: where one is and, in words, how careful one must be."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual.widget import Widget

from rctui.text import moments
from rctui.text.safe_text import SafeText, join, label, phrase
from rctui.text.width import cell_width, cut, cut_middle, fit
from rctui.tui.widgets.plain import content

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import tzinfo

    from textual.content import Content

_SEPARATOR = " | "
_SHORTEST_NAME = 30
"""Cells of a project's name and risk, at which both can still be told."""


class HeaderWords(NamedTuple):
    """What the header says."""

    place: tuple[SafeText, ...]
    """Program, project with its risk, protection, environments, screen. The project never goes,
    and what stands last is cut first."""
    facts: tuple[SafeText, ...] = ()
    """Right-hand side, most important first; the last goes first where room is short."""
    is_high_risk: bool = False
    """Whether the line stands out whatever the theme."""

    @property
    def without_facts(self) -> HeaderWords:
        """The place alone."""
        return self._replace(facts=())


class HeaderLine(Widget):
    """One line, the place on the left and facts on the right."""

    DEFAULT_CSS = """
    HeaderLine { height: 1; width: 1fr; background: $panel; color: $foreground;
                 text-style: bold; }
    HeaderLine.-high-risk { background: $warning; color: $background; }
    """

    def __init__(self) -> None:
        super().__init__(markup=False)
        self._words = HeaderWords((label("rctui"),))

    def show(self, words: HeaderWords) -> None:
        """Replace the words."""
        if words != self._words:
            self._words = words
            self.set_class(words.is_high_risk, "-high-risk")
            self.refresh()

    @property
    def words(self) -> HeaderWords:
        """What it says."""
        return self._words

    def says(self, fact: SafeText) -> bool:
        """Whether a fact is told and there is room for it."""
        return fact in self._words.facts and fact.plain in self._text.plain

    @property
    def _text(self) -> SafeText:
        return header_text(self._words, self.size.width)

    def render(self) -> Content:
        """The line in the width there is."""
        return content(self._text)


def as_of_words(ms: int, zone: tzinfo | None) -> SafeText:
    """`as of 14:03`: when what is shown was loaded."""
    return phrase("as of {}", moments.clock_minute(ms, zone))


def header_text(words: HeaderWords, width: int) -> SafeText:
    """The header in exactly `width` cells."""
    place = join(_SEPARATOR, _with_the_longest_cut(words.place, width))
    for count in range(len(words.facts), -1, -1):
        right = _right_side(words.facts[:count])
        room = width - cell_width(place) - cell_width(right)
        if room >= 1 or count == 0:
            return fit(fit(place, max(0, width - cell_width(right))) + right, width)
    return cut(place, width)


def _with_the_longest_cut(place: Sequence[SafeText], width: int) -> list[SafeText]:
    """The parts of the place; where they are too long, the longest without its middle.

    The program's own name goes before anything is cut. The longest is a project's name: what
    follows it, and the risk at its own end, stay.
    """
    parts = list(place)
    if len(parts) > 1 and cell_width(join(_SEPARATOR, parts)) > width:
        parts = parts[1:]
    over = cell_width(join(_SEPARATOR, parts)) - width
    if over > 0:
        longest = max(range(len(parts)), key=lambda number: cell_width(parts[number]))
        room = max(_SHORTEST_NAME, cell_width(parts[longest]) - over)
        parts[longest] = cut_middle(parts[longest], room)
    return parts


def _right_side(facts: Sequence[SafeText]) -> SafeText:
    return label(" ") + join(_SEPARATOR, facts) if facts else label("")
