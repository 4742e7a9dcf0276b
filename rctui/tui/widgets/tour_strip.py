"""The lines above everything that say the next step of the tour, and how to end it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rctui.tables.table import Tone
from rctui.tui.widgets.plain import Plain

if TYPE_CHECKING:
    from rctui.text.safe_text import SafeText


class TourStrip(Plain):
    """Two lines that take no focus and no key."""

    DEFAULT_CSS = """
    TourStrip { dock: top; width: 100%; height: 2; padding: 0 1; background: $boost; }
    """

    def __init__(self, mark: SafeText, words: SafeText) -> None:
        super().__init__((mark, Tone.MUTED), (words, Tone.ACCENT))

    def tell(self, mark: SafeText, words: SafeText) -> None:
        """Say another step."""
        self.show((mark, Tone.MUTED), (words, Tone.ACCENT))
