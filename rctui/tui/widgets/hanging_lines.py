"""Rows of safe text in a dialog, each going on below itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rctui.tables.table import Tone
from rctui.text.width import wrap
from rctui.tui.widgets.plain import Plain, lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.content import Content
    from textual.geometry import Size

    from rctui.text.safe_text import SafeText
    from rctui.tui.widgets.plain import Toned

_INDENT = 2


class HangingLines(Plain):
    """As a review shows its rows: what is continued begins two cells further in."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._rows: Sequence[SafeText | Toned] = ()

    def show_lines(self, rows: Iterable[SafeText | Toned]) -> None:
        """Replace the rows."""
        new = tuple(rows)
        if new == self._rows:
            return
        width = self.content_size.width
        same_height = bool(width) and len(_wrapped(new, width)) == len(_wrapped(self._rows, width))
        self._rows = new
        self.refresh(layout=not same_height)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """How many lines the rows take."""
        return len(_wrapped(self._rows, width))

    def render(self) -> Content:
        """The rows as wide as there is room."""
        return lines(_wrapped(self._rows, self.content_size.width))


def _wrapped(rows: Sequence[SafeText | Toned], width: int) -> list[Toned]:
    toned = (row if isinstance(row, tuple) else (row, Tone.PLAIN) for row in rows)
    return [(line, tone) for words, tone in toned for line in wrap(words, width, _INDENT)]
