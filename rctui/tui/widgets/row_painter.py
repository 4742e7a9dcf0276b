"""Draws the lines of a list: its heading, and whatever rows are on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from rctui.text.width import fit
from rctui.tui.widgets.drawn_rows import DrawnRows
from rctui.tui.widgets.row_line import (
    CURSOR,
    MARK,
    MARKER_WIDTH,
    NO_MARKER,
    cursor_strip,
    row_parts,
    row_strip,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from rctui.api.page import Unreadable
    from rctui.text.safe_text import SafeText
    from rctui.tui.widgets.column_layout import PlacedColumn

T = TypeVar("T")

_RULED = Style(underline=True)


class Look(NamedTuple):
    """How a row stands on the screen, whatever is in it."""

    is_marked: bool = False
    cursor: str = ""
    """`cursor` or `cursor-blurred` where the cursor is on it; else empty."""
    is_left: bool = False
    """Whether another list of the screen has the cursor."""
    is_ruled: bool = False
    """Whether a line below it ends a section of the list."""


class RowPainter(Generic[T]):
    """Makes a line once, and hands it out until the row or its look is another one."""

    def __init__(self, style_named: Callable[[str], Style]) -> None:
        """`style_named` gives the style of a tone, of `heading` or `cursor`, and of "" the list."""
        self.drawn = DrawnRows()
        self._style_named = style_named
        self._styles: dict[str, Style] = {}

    def forget_styles(self) -> None:
        """The theme has changed."""
        self._styles.clear()

    def heading(self, titles: SafeText, width: int) -> Strip:
        """The line of titles."""
        words = fit(titles, width - MARKER_WIDTH)
        return Strip([Segment(NO_MARKER + words.plain, self._style("heading"))], width)

    def blank(self, width: int) -> Strip:
        """A line with nothing on it."""
        return Strip([Segment(" " * width, self._style(""))], width)

    def below(self, place: int, width: int) -> Strip:
        """A line where the list has no row."""
        return self.drawn.line(place, None, None, lambda: self.blank(width))

    def row(
        self,
        place: int,
        row: T | Unreadable,
        look: Look,
        columns: Sequence[PlacedColumn[T]],
        width: int,
    ) -> Strip:
        """The line of the row at a place of the list."""
        return self.drawn.line(place, row, look, lambda: self._new(row, look, columns, width))

    def _new(
        self, row: T | Unreadable, look: Look, columns: Sequence[PlacedColumn[T]], width: int
    ) -> Strip:
        parts = row_parts(row, columns, width)
        mark = MARK if look.is_marked else " "
        if look.cursor:
            sign = " " if look.is_left else CURSOR
            strip = cursor_strip(parts, mark, width, self._style(look.cursor), sign)
        else:
            strip = row_strip(parts, mark, width, self._style)
        return strip.apply_style(_RULED) if look.is_ruled else strip

    def _style(self, name: str) -> Style:
        style = self._styles.get(name)
        if style is None:
            style = self._styles[name] = self._style_named(name)
        return style
