"""The line below a text that says how much of it is further down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rctui.tables.table import Tone
from rctui.text.safe_text import label, phrase
from rctui.tui.widgets.plain import Plain

if TYPE_CHECKING:
    from rctui.text.safe_text import SafeText
    from rctui.tui.widgets.line_pager import LinePager


def more_words(lines: int, key: SafeText) -> SafeText:
    """`3 more lines: down`."""
    return phrase("{} more {}: {}", lines, label("line" if lines == 1 else "lines"), key)


class MoreLine(Plain):
    """Takes no room where the text fits; where it does not it stays, and the text never jumps."""

    DEFAULT_CSS = "MoreLine { height: 1; padding: 0 1; display: none; }"

    def __init__(self, pager: LinePager) -> None:
        super().__init__()
        self._pager = pager

    def on_mount(self) -> None:
        """Follow the text."""
        self.watch(self._pager, "scroll_y", self.tell, init=False)
        self.watch(self._pager, "virtual_size", self.tell_soon)

    def tell_soon(self) -> None:
        """How much is hidden is known once it is laid out."""
        self.call_after_refresh(self.tell)

    def tell(self) -> None:
        """Say how much is below."""
        pager = self._pager
        self.display = pager.max_scroll_y > 0
        below = round(pager.max_scroll_y - pager.scroll_y)
        words = more_words(below, label("down")) if below > 0 else label("the end")
        self.show((words, Tone.ATTENTION if below > 0 else Tone.MUTED))
