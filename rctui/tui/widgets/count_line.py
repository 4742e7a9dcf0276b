"""The line below a list: what its rows are, and how they are arranged."""

from __future__ import annotations

from rctui.tables.table import Tone
from rctui.text.safe_text import SafeText, join, label
from rctui.tui.widgets.plain import Plain, Toned

_NOTHING = label("")


class CountLine(Plain):
    """Says what the screen says of the rows; sorting and marks follow after it."""

    DEFAULT_CSS = "CountLine { padding: 0 1; max-height: 4; }"

    def __init__(self, words: SafeText = _NOTHING, *, id: str | None = None) -> None:  # noqa: A002
        self._words: Toned = (words, Tone.MUTED)
        self._note = _NOTHING
        self._is_count = False
        self._is_counted_elsewhere = False
        super().__init__(self._words, id=id)

    def say(self, words: SafeText, tone: Tone = Tone.MUTED, *, is_count: bool = False) -> None:
        """Replace what is said of the rows. `is_count`: no more than how many there are."""
        self._words, self._is_count = (words, tone), is_count
        self._tell()

    def note(self, note: SafeText, *, is_filtered: bool = False) -> None:
        """Replace what is said of the arrangement. A filter counts the rows on its own line."""
        if (note, is_filtered) != (self._note, self._is_counted_elsewhere):
            self._note, self._is_counted_elsewhere = note, is_filtered
            self._tell()

    def _tell(self) -> None:
        words, tone = self._words
        if self._is_count and self._is_counted_elsewhere:
            words = _NOTHING
        told = [part for part in (words, self._note) if part.plain]
        self.show((join(" · ", told), tone))
