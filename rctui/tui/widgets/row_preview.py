"""The row under the cursor, in full, beside its list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widget import Widget

from rctui.tables.table import Tone
from rctui.text.safe_text import label
from rctui.text.width import wrap_value
from rctui.tui.widgets.plain import Toned, lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.content import Content

    from rctui.text.safe_text import SafeText

_LIST_KEEPS = 112
"""Cells that a list has a use for."""
_NARROWEST, _WIDEST = 44, 76
_MORE: Toned = (label("… enter shows it all"), Tone.MUTED)


def preview_width(screen_width: int) -> int:
    """Cells of the preview, its margin included: the list comes first."""
    return min(_WIDEST, max(_NARROWEST, screen_width - _LIST_KEEPS))


class RowPreview(Widget):
    """Lines that are read, not moved through: `enter` shows the same on a screen of its own."""

    DEFAULT_CSS = """
    RowPreview { width: 50; height: 1fr; padding: 0 1; margin: 0 0 0 1; border-left: solid $panel;
                 color: $foreground; }
    """

    def __init__(self) -> None:
        super().__init__(markup=False)
        self._rows: Sequence[SafeText | Toned] = ()
        self._indent = 0

    def show(self, rows: Sequence[SafeText | Toned], indent: int) -> None:
        """Replace the lines; a value that is continued stands below itself."""
        if (rows, indent) != (self._rows, self._indent):
            self._rows, self._indent = rows, indent
            self.refresh()

    def render(self) -> Content:
        """The lines that there is room for."""
        return lines(preview_lines(self._rows, self._indent, *self.content_size))


def preview_lines(
    rows: Sequence[SafeText | Toned], indent: int, width: int, height: int
) -> list[Toned]:
    """At most `height` lines of at most `width` cells, and a mark where that is not all."""
    wrapped: list[Toned] = []
    for row in rows:
        text, tone = row if isinstance(row, tuple) else (row, Tone.PLAIN)
        wrapped += [(line, tone) for line in wrap_value(text, width, indent)]
    return wrapped if len(wrapped) <= height else [*wrapped[: max(0, height - 1)], _MORE]
