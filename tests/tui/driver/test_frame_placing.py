"""Whole frames keep their columns on a terminal with other ideas of how wide things are."""

from __future__ import annotations

import pyte
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from rctui.tui.driver.frame_placing import placed
from tests.tui.driver.frames import Painter, Shown, full_frame, partial_frame

BLUE = Style(color="#102030")


class OneCellEach(pyte.Screen):
    """A terminal that gives every code point a cell of its own."""

    def draw(self, data: str) -> None:
        for character in data:
            if self.cursor.x >= self.columns:
                self.cursor.x = self.columns - 1
            self.buffer[self.cursor.y][self.cursor.x] = self.cursor.attrs._replace(data=character)
            self.cursor.x += 1


@pytest.mark.parametrize("odd", ["e\u0301", "👩\u200d💻", "🇩🇪", "🎉", "क\u094dष", "\u0644\u064e"])
def test_what_follows_a_disputed_cluster_stands_in_its_column(odd: str) -> None:
    line = Strip([Segment("id "), Segment(odd, BLUE), Segment("|US")])
    shown = Shown(line.cell_length + 4, 1, OneCellEach)
    shown.feed(placed(full_frame([line])))
    cells = [cell.data for cell in shown.cells()[0]]
    column = 3 + cell_len(odd)
    assert cells[column : column + 3] == ["|", "U", "S"]


@pytest.mark.parametrize("text", ["plain", "né │ ─── …", "漢字", ""])
def test_what_all_terminals_agree_on_is_sent_as_it_is(text: str) -> None:
    frame = full_frame([Strip([Segment(text, BLUE)]).adjust_cell_length(12)])
    assert placed(frame) == frame


@given(st.integers(0, 2**32))
@settings(max_examples=60, deadline=None)
def test_a_terminal_that_agrees_shows_the_same(seed: int) -> None:
    painter, frames = Painter(seed), []
    frames.append(full_frame(painter.strips(30, 6)))
    frames.append(partial_frame({1: painter.strip(9), 4: painter.strip(9)}, 12, 9))
    as_sent, as_placed = Shown(30, 6), Shown(30, 6)
    for frame in frames:
        as_sent.feed(frame)
        as_placed.feed(placed(frame))
    assert as_placed.cells() == as_sent.cells()
    assert as_placed.cursor() == as_sent.cursor()
