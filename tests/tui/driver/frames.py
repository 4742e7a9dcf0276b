"""Frames as Textual makes them, out of random strips, and the screens they draw."""

from __future__ import annotations

from contextlib import contextmanager
from random import Random
from typing import TYPE_CHECKING, Any

import pyte
from rich.color import Color
from rich.console import Console
from rich.control import Control
from rich.segment import Segment
from rich.style import Style
from textual._compositor import ChopsUpdate, LayoutUpdate
from textual.geometry import Region
from textual.strip import Strip

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual._compositor import CompositorUpdate

CONSOLE = Console(color_system="truecolor", force_terminal=True, width=200, height=100)

COLOURS = [
    None, None, *map(Color.parse, ("default", "red", "bright_blue", "color(100)", "#102030")),
]  # fmt: skip
FLAGS = ["bold", "italic", "underline", "reverse", "strike", "blink"]
WORDS = [
    "cus_0001",
    "active",
    "Pro ",
    " ",
    "│",
    "漢字",
    "e\u0301a",
    "한",
    "né",
    "─" * 9,
    "1.99 漢",
    "🎉",
]


class Painter:
    """Makes random strips; the same seed makes the same ones."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self._styles = [None, *(self._style() for _ in range(6))]

    def strip(self, width: int) -> Strip:
        """A line of exactly this many cells."""
        pieces = [self._piece() for _ in range(self.random.randrange(6))]
        strip = Strip(pieces).adjust_cell_length(width)
        return strip.simplify() if self.random.random() < 0.5 else strip

    def strips(self, width: int, count: int) -> list[Strip]:
        return [self.strip(width) for _ in range(count)]

    def _piece(self) -> Segment:
        blanks = " " * self.random.randrange(1, 30)
        return Segment(self.random.choice([*WORDS, blanks, blanks]), self._any_style())

    def _any_style(self) -> Style | None:
        return self._style() if self.random.random() < 0.2 else self.random.choice(self._styles)

    def _style(self) -> Style:
        flags = [Style.parse(flag) for flag in FLAGS if self.random.random() < 0.2]
        return Style.combine([Style.from_color(self._colour(), self._colour()), *flags])

    def _colour(self) -> Color | None:
        exact = Color.from_rgb(*(self.random.randrange(256) for _ in range(3)))
        return self.random.choice([*COLOURS, exact, exact])


def full_frame(lines: list[Strip], x: int = 0, y: int = 0) -> str:
    """What Textual sends when a whole region is painted."""
    region = Region(x, y, lines[0].cell_length, len(lines))
    return frame(LayoutUpdate([[line] for line in lines], region), x, y)


def partial_frame(lines: dict[int, Strip], x: int, width: int) -> str:
    """What Textual sends when a few places of some lines are painted."""
    last = max(lines)
    chops = [{x: lines.get(y)} for y in range(last + 1)]
    ends = [[x + width]] * (last + 1)
    spans = [(y, x, x + width) for y in sorted(lines)]
    return frame(ChopsUpdate(chops, spans, ends), 0, 0)


def frame(update: CompositorUpdate, x: int, y: int) -> str:
    """The update's text as the application sends it: the cursor is placed at the end."""
    return update.render_segments(CONSOLE) + Control.move_to(x, y).segment.text


class Shown:
    """A terminal's screen."""

    def __init__(self, columns: int, lines: int, screen: type[pyte.Screen] = pyte.Screen) -> None:
        self.screen = screen(columns, lines)
        self._stream = pyte.Stream(self.screen)
        self._stream.feed("\x1b[?7l")

    def feed(self, data: str) -> None:
        self._stream.feed(data)

    def resize(self, columns: int, lines: int) -> None:
        self.screen.resize(lines, columns)

    def cells(self) -> list[list[Any]]:
        """Every cell with its style."""
        buffer = self.screen.buffer
        columns = range(self.screen.columns)
        return [[buffer[y][x] for x in columns] for y in range(self.screen.lines)]

    def looks(self) -> list[list[Any]]:
        """Every cell as it looks: a blank has no foreground that could be seen."""
        return [[_as_seen(cell) for cell in row] for row in self.cells()]

    def cursor(self) -> tuple[int, int]:
        return self.screen.cursor.x, self.screen.cursor.y


def _as_seen(cell: Any) -> Any:
    if cell.data != " " or cell.underscore or cell.strikethrough or cell.reverse or cell.blink:
        return cell
    return cell._replace(fg="default", bold=False, italics=False)


class FillsWithBackground(pyte.Screen):
    """Erases as terminals do: of the look that is on, only the background fills the cells."""

    def erase_in_line(self, how: int = 0, private: bool = False) -> None:
        with self._erasing():
            super().erase_in_line(how, private)

    def erase_characters(self, count: int | None = None) -> None:
        with self._erasing():
            super().erase_characters(count)

    @contextmanager
    def _erasing(self) -> Iterator[None]:
        look = self.cursor.attrs
        self.cursor.attrs = self.default_char._replace(bg=self.filling(look.bg))
        yield
        self.cursor.attrs = look

    def filling(self, background: str) -> str:
        return background


class FillsWithDefault(FillsWithBackground):
    """Erases as GNU screen does."""

    def filling(self, background: str) -> str:
        return "default"
