"""The line of tabs: which one is open, and which ones have something to tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widget import Widget

from rctui.tables.table import Tone
from rctui.text.safe_text import SafeText, label, phrase
from rctui.text.width import cell_width
from rctui.tui.customer.tabs import CURRENCIES, TABS, Tab
from rctui.tui.widgets.plain import Toned, content

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.content import Content


class TabLine(Widget):
    """Digits and titles; the open tab in brackets, for those who see no colours."""

    DEFAULT_CSS = """
    TabLine { height: 1; width: 1fr; padding: 0 1; background: $boost; color: $foreground; }
    """

    def __init__(self) -> None:
        super().__init__(markup=False)
        self._open = TABS[0]
        self._troubled: frozenset[Tab] = frozenset()

    def show(self, open_tab: Tab, troubled: frozenset[Tab]) -> None:
        """Mark the open tab, and those that could not be read."""
        if (open_tab, troubled) != (self._open, self._troubled):
            self._open, self._troubled = open_tab, troubled
            self.refresh()

    def render(self) -> Content:
        """The line, with short titles where the long ones don't fit."""
        return content(*tab_parts(self._open, self._troubled, self.content_size.width))


def tab_parts(open_tab: Tab, troubled: frozenset[Tab], width: int) -> list[Toned]:
    """The tabs in at most `width` cells where that can be."""
    apart = len(TABS) - 1
    ways = list(_ways(open_tab, troubled))
    fits = (way for way, more in ways if _needed(way) + more <= width)
    words = next(fits, ways[-1][0])
    tones = [_tone(tab, open_tab, troubled) for tab in TABS]
    gap = label("  ") if _needed(words) + apart <= width else label(" ")
    gaps = [label(""), *[gap] * (len(TABS) - 1)]
    return [(g + w, tone) for g, w, tone in zip(gaps, words, tones, strict=True)]


def _ways(open_tab: Tab, troubled: frozenset[Tab]) -> Iterator[tuple[list[SafeText], int]]:
    """Ever shorter ways to name the tabs, and how many more blanks each wants between them.

    No name is ever cut: where they don't fit, digits alone lead to all but the open tab.
    """
    apart = len(TABS) - 1
    nothing, full = label(""), [tab.title for tab in TABS]
    currencies = [tab.short if tab is CURRENCIES else tab.title for tab in TABS]
    short = [tab.short for tab in TABS]
    digits = [tab.title if tab is open_tab else nothing for tab in TABS]
    ways = (full, currencies, short, digits, [nothing] * len(TABS))
    for titles, more in zip(ways, (apart, apart, 0, 0, 0), strict=True):
        named = zip(TABS, titles, strict=True)
        yield [_words(tab, title, open_tab, troubled) for tab, title in named], more


def _needed(words: list[SafeText]) -> int:
    return sum(map(cell_width, words)) + len(words) - 1


def _words(tab: Tab, title: SafeText, open_tab: Tab, troubled: frozenset[Tab]) -> SafeText:
    mark = label("!") if tab in troubled else label("")
    if tab is open_tab:
        return phrase("{}[{}]{}", tab.number, title, mark)
    return phrase("{} {}{}" if title.plain else "{}{}{}", tab.number, title, mark)


def _tone(tab: Tab, open_tab: Tab, troubled: frozenset[Tab]) -> Tone:
    if tab is open_tab:
        return Tone.ACCENT
    return Tone.BAD if tab in troubled else Tone.PLAIN
