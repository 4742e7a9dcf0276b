from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from rich.style import Style

from rctui.tui.driver.lean_output import LeanOutput
from rctui.tui.driver.output_guard import safe_frame
from tests.tui.driver.frames import (
    FillsWithBackground,
    FillsWithDefault,
    Painter,
    Shown,
    full_frame,
    partial_frame,
)

if TYPE_CHECKING:
    from textual.strip import Strip


@dataclass
class Pair:
    """The same frames on two terminals: as they are, and made lean."""

    columns: int = 30
    lines: int = 12
    erases_background: bool = True
    output: LeanOutput = field(init=False)

    def __post_init__(self) -> None:
        self.stock = Shown(self.columns, self.lines)
        self.lean = Shown(self.columns, self.lines)
        erasing = FillsWithBackground if self.erases_background else FillsWithDefault
        self.erasing = Shown(self.columns, self.lines, erasing)
        self.output = LeanOutput(self.columns, self.lines, erases_background=self.erases_background)

    def send(self, frame: str) -> str:
        frame = safe_frame(frame)
        drawn = self.output.lean(frame)
        self.stock.feed(frame)
        self.draw(drawn)
        assert len(drawn.encode()) <= len(frame.encode())
        self.check()
        return drawn

    def draw(self, drawn: str) -> None:
        self.lean.feed(drawn)
        self.erasing.feed(drawn)

    def check(self) -> None:
        assert self.lean.cells() == self.stock.cells()
        assert self.erasing.looks() == self.stock.looks()
        assert self.lean.cursor() == self.stock.cursor()

    def resize(self, columns: int, lines: int) -> None:
        self.columns, self.lines = columns, lines
        self.stock.resize(columns, lines)
        self.lean.resize(columns, lines)
        self.erasing.resize(columns, lines)
        self.output.resize(columns, lines)


@given(st.integers(0, 2**32), st.booleans())
@settings(max_examples=60, deadline=None, phases=[Phase.explicit, Phase.reuse, Phase.generate])
def test_a_terminal_shows_what_it_would_show_with_whole_frames(
    seed: int, erases_background: bool
) -> None:
    painter = Painter(seed)
    pair = Pair(erases_background=erases_background)
    document = painter.strips(60, 40)
    steps = [paint_something, paint_parts, paint_parts, scroll, scroll, resize, redraw]
    for step in painter.random.choices(steps, k=8):
        step(pair, painter, document)


def paint_something(pair: Pair, painter: Painter, document: list[Strip]) -> None:
    pair.send(full_frame(painter.strips(pair.columns, painter.random.randint(1, pair.lines))))


def paint_parts(pair: Pair, painter: Painter, document: list[Strip]) -> None:
    x = painter.random.randrange(pair.columns)
    width = painter.random.randint(1, pair.columns - x)
    rows = painter.random.sample(range(pair.lines), painter.random.randint(1, pair.lines))
    pair.send(partial_frame({row: painter.strip(width) for row in rows}, x, width))


def scroll(pair: Pair, painter: Painter, document: list[Strip]) -> None:
    """Show the document from another line on, in all lines or all but the first and last."""
    start = painter.random.randrange(8)
    margin = painter.random.randrange(2) if pair.lines > 3 else 0
    lines = document[start : start + pair.lines - 2 * margin]
    lines = [line.adjust_cell_length(pair.columns) for line in lines]
    here = painter.random.randrange(len(lines))
    lines[here] = lines[here].apply_style(Style(reverse=True))
    pair.send(full_frame(lines, y=margin))


def resize(pair: Pair, painter: Painter, document: list[Strip]) -> None:
    pair.resize(painter.random.randint(5, 60), painter.random.randint(2, 16))
    painter.random.choice([scroll, paint_parts, paint_something])(pair, painter, document)


def redraw(pair: Pair, painter: Painter, document: list[Strip]) -> None:
    pair.send(full_frame(painter.strips(pair.columns, pair.lines)))
    pair.draw("\x1b[2;2H\x1b[7mwall: going down\x1b[m")
    pair.draw(pair.output.redraw())
    pair.check()


def test_styles_inside_text_are_followed() -> None:
    pair = Pair()
    pair.send("\x1b[1;1H\x1b[1mbold\x1b[31mred\x1b[0m plain \x1b[4munder\x1b[0m\x1b[1;1H")
