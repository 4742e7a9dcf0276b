"""Reads Textual's frames: where they move, what they write and how it looks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from rctui.tui.driver.cells import WIDE, marks
from rctui.tui.driver.looks import PLAIN
from rctui.tui.driver.screen_model import Position, Row

if TYPE_CHECKING:
    from rctui.tui.driver.screen_model import ScreenModel

_TOKEN: Final = re.compile(
    r"\x1b\[(?P<styled>[\d;]+)m(?P<text>[^\x1b\n]*)\x1b\[0m"
    r"|\x1b\[(?P<row>\d+);(?P<column>\d+)H"
    r"|(?P<bare>[^\x1b\n]+)"
    r"|\x1b\[(?P<style>[\d;]*)m"
)


class Picture:
    """What the screen shall show after a frame."""

    def __init__(self, rows: dict[int, Row], cursor: Position | None = None) -> None:
        self.rows = rows
        """The rows that the frame wrote to, as a whole."""
        self.cursor = cursor
        """Where the frame left the cursor on purpose: moved there, nothing written after."""
        self.overflows = False
        """Whether the frame wrote to places that the screen doesn't have."""


def read_frame(frame: str, screen: ScreenModel) -> Picture:
    """The picture that a guarded frame makes on this screen, which stays as it is."""
    reader = _Reader(screen)
    for token in _TOKEN.finditer(frame):
        if (styled := token["styled"]) is not None:
            reader.write(token["text"], styled)
        elif (row := token["row"]) is not None:
            reader.move(int(row) - 1, int(token["column"]) - 1)
        elif (bare := token["bare"]) is not None:
            reader.write(bare, None)
        else:
            reader.style(token["style"])
    return reader.finish()


class _Reader:
    def __init__(self, screen: ScreenModel) -> None:
        self._screen = screen
        self._palette = screen.palette
        self._clusters = screen.clusters
        self._picture = Picture({})
        self._look = PLAIN
        self._place: Position | None = None
        self._cells: list[str] = []
        self._looks: list[str] = []

    def style(self, parameters: str) -> None:
        """Change the look of what follows. Only text that holds styles itself needs this."""
        self._look = self._palette.code(parameters, self._look)

    def write(self, text: str, parameters: str | None) -> None:
        """Write text with its own style, after which the look is plain, or with the look."""
        if parameters is None:
            look = self._look
        else:
            look, self._look = self._palette.code(parameters, self._look), PLAIN
        if not text.isascii() and (above := marks(text)):
            text = text[len(above) :]
            if self._cells:
                self._cells[-1] = self._clusters.marked(self._cells[-1], above)
        cells = self._clusters.cells(text)
        if cells:
            self._cells.append(cells)
            self._looks.append(look * len(cells))

    def move(self, row: int, column: int) -> None:
        """Go on elsewhere."""
        self._keep_written()
        self._place = Position(row, column)

    def finish(self) -> Picture:
        """The picture, once everything was read."""
        self._picture.cursor = None if self._cells else self._place
        self._keep_written()
        return self._picture

    def _keep_written(self) -> None:
        if self._cells and self._place is not None:
            self._put(self._place, Row("".join(self._cells), "".join(self._looks)))
        self._cells, self._looks = [], []

    def _put(self, place: Position, part: Row) -> None:
        y, column = place
        room = self._screen.columns - column
        if y >= self._screen.lines or len(part.cells) > room:
            self._picture.overflows = True
            if y >= self._screen.lines or room <= 0:
                return
            part = _first_cells(part, room)
        row = self._picture.rows.get(y) or self._screen.rows[y]
        self._picture.rows[y] = row.with_part(column, part)


def _first_cells(part: Row, count: int) -> Row:
    """The first cells; a wide character that would be cut in half becomes blanks."""
    cells = part.cells[:count]
    if part.cells[count : count + 1] == WIDE:
        whole = cells.rstrip(WIDE)
        cells = whole[:-1] + " " * (len(cells) - len(whole) + 1)
    return Row(cells, part.looks[:count])
