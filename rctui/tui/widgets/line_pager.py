"""Text of many lines: wrapped to the width there is, moved through with the keys of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from rctui.tables.table import Tone
from rctui.text.width import wrap_readably
from rctui.tui.keys.actions import bindings
from rctui.tui.keys.list_keys import MOVES
from rctui.tui.widgets.list_moves import ListMoves

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.style import Style

    from rctui.text.safe_text import SafeText
    from rctui.tui.widgets.plain import Toned

_DEEPER = 2
_DEEPEST = 20


class LinePager(ListMoves, ScrollView, can_focus=True):
    """Shows safe lines. There is no cursor: the keys that move one move the text."""

    BINDINGS = bindings(MOVES)
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"line-pager--{tone}" for tone in Tone}
    DEFAULT_CSS = """
    LinePager { height: 1fr; width: 1fr; scrollbar-size: 0 0; overflow-x: hidden; padding: 0 1; }
    LinePager > .line-pager--good { color: $text-success; }
    LinePager > .line-pager--attention { color: $text-warning; }
    LinePager > .line-pager--bad { color: $text-error; }
    LinePager > .line-pager--muted { color: $text-muted; }
    LinePager > .line-pager--accent { color: $text-accent; text-style: bold; }
    """

    def __init__(
        self,
        *,
        indent: int = 0,
        lead: int = 0,
        id: str | None = None,  # noqa: A002
        classes: str | None = None,
    ) -> None:
        """`lead` are the cells at the start of a plain line that hold a name, lit as such."""
        super().__init__(id=id, classes=classes)
        self._indent = indent
        self._lead = lead
        self._rows: Sequence[SafeText | Toned] = ()
        self._lines: list[Toned] = []

    def show(self, rows: Sequence[SafeText | Toned]) -> None:
        """Replace the text; the place in it stays."""
        self._rows = rows
        self._wrap()

    def on_resize(self) -> None:
        """Wrap to the new width."""
        self._wrap()

    @property
    def _width(self) -> int:
        return self.scrollable_content_region.width

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """How many lines there are in that width, where the height follows the text."""
        return sum(len(self._wrapped(row, width)) for row in self._rows)

    def _wrap(self) -> None:
        if not self._width:  # not laid out yet: a resize follows
            return
        self._lines = [line for row in self._rows for line in self._wrapped(row, self._width)]
        self.virtual_size = Size(self._width, len(self._lines))
        self.refresh()

    def _wrapped(self, row: SafeText | Toned, room: int) -> list[Toned]:
        text, tone = row if isinstance(row, tuple) else (row, Tone.PLAIN)
        indent = self._indent or _indent_below(text)
        return [(line, tone) for line in wrap_readably(text, room, indent)]

    def render_line(self, y: int) -> Strip:
        """One line of the view."""
        width = self._width
        place = self.scroll_offset.y + y
        if place >= len(self._lines):
            return Strip([Segment(" " * width, self.rich_style)], width)
        text, tone = self._lines[place]
        lead = self._lead if tone is Tone.PLAIN else 0
        parts = ((text.plain[:lead], Tone.ACCENT), (text.plain[lead:], tone))
        segments = [Segment(words, self._tone_style(tone)) for words, tone in parts if words]
        return Strip(segments).adjust_cell_length(width, self.rich_style)

    def _tone_style(self, tone: Tone) -> Style:
        if tone is Tone.PLAIN:
            return self.rich_style
        return self.get_component_rich_style(f"line-pager--{tone}")

    # Moving, where a list has its cursor this has its first line in view

    @property
    def cursor(self) -> int:
        """The first line that is seen."""
        return self.scroll_offset.y

    @cursor.setter
    def cursor(self, place: int) -> None:
        self.move(place)

    @property
    def length(self) -> int:
        """How many lines there are."""
        return len(self._lines)

    @property
    def page(self) -> int:
        """How many lines are seen at once; at least one."""
        return max(1, self.scrollable_content_region.height)

    def move(self, place: int) -> None:
        """Show a line at the top, or as near to it as the text allows."""
        self.scroll_to(y=place, animate=False, immediate=True)


def _indent_below(text: SafeText) -> int:
    """Where a line that is itself indented goes on: a little further to the right."""
    own = len(text.plain) - len(text.plain.lstrip(" "))
    return min(own, _DEEPEST) + _DEEPER if own else 0
