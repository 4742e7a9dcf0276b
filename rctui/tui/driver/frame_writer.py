"""Writes cells to the terminal with as few bytes as it takes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from rctui.tui.driver.cells import CLUSTER, WIDE
from rctui.tui.driver.looks import PLAIN
from rctui.tui.driver.screen_model import Position

if TYPE_CHECKING:
    from rctui.tui.driver.screen_model import Row, ScreenModel

_SAME_LOOK: Final = re.compile(r"(.)\1*", re.DOTALL)
_ERASABLE: Final = " " * 12
"""From this length on, erasing and stepping over is shorter than writing blanks."""
_ERASABLE_BLANKS: Final = re.compile(f"({_ERASABLE} *)")
_ERASABLE_END: Final = " " * 5
"""The same where nothing is written behind the blanks."""
_END_BLANKS: Final = re.compile(f"{_ERASABLE_END} *$")
_CLUSTERS: Final = re.compile(f"({CLUSTER.pattern})")


class FrameWriter:
    """Collects what to send; knows where the cursor is and which look is on."""

    def __init__(self, screen: ScreenModel) -> None:
        self._palette = screen.palette
        self._clusters = screen.clusters
        self._sent: list[str] = []
        self._look = PLAIN
        self._cursor: Position | None = None

    def move(self, row: int, column: int) -> None:
        """Put the cursor on a cell."""
        if self._cursor != (row, column):
            self._sent.append(_way(self._cursor, row, column))
            self._cursor = Position(row, column)

    def cells(self, row: int, column: int, part: Row) -> None:
        """Write cells, each stretch of one look at once."""
        for stretch in _SAME_LOOK.finditer(part.looks):
            start, end = stretch.span()
            cells = part.cells[start:end]
            blanks = _END_BLANKS.search(cells) if end == len(part.cells) else None
            if blanks is None or not self._palette.can_erase(stretch[1]):
                self._stretch(row, column + start, cells, stretch[1])
                continue
            self._stretch(row, column + start, cells[: blanks.start()], stretch[1])
            self._erase(row, column + start + blanks.start(), len(blanks[0]), stretch[1])

    def is_shorter_from_margin(self, row: int, column: int, new: Row) -> bool:
        """Whether the cells before `column` cost less, written again, than stepping over them."""
        if self._cursor is None or self._cursor.row + 1 != row or not column:
            return False
        before = new.cells[:column]
        return (
            len("\r\n") + column < len(_way(self._cursor, row, column))
            and before.isascii()
            and before.isprintable()
            and set(new.looks[: column + 1]) == {self._look}
        )

    def erase_to_end(self, row: int, column: int, look: str) -> None:
        """Make blanks of this look of the rest of the row."""
        self.move(row, column)
        self._wear(look)
        self._sent.append("\x1b[K")

    def scroll(self, top: int, bottom: int, up: int, lines: int) -> None:
        """Move the rows from `top` to `bottom` up, or down if negative; blank rows follow.

        By margins and deleted or inserted lines, which every terminal knows. To be called
        before anything is written: blank rows get the look that is on.
        """
        margins = (top, bottom) != (0, lines - 1)
        if margins:
            self._sent.append(f"\x1b[{top + 1};{bottom + 1}r")
        self._cursor = None
        self.move(top, 0)
        self._sent.append(f"\x1b[{abs(up)}{'M' if up > 0 else 'L'}")
        if margins:
            self._sent.append("\x1b[r")
            self._cursor = None

    def finish(self, cursor: Position | None) -> str:
        """All there is to send, ending with a plain look and the cursor where it belongs."""
        if self._sent:
            self._wear(PLAIN)
        if cursor is not None:
            self.move(*cursor)
        return "".join(self._sent)

    def _stretch(self, row: int, column: int, cells: str, look: str) -> None:
        if _ERASABLE not in cells or not self._palette.can_erase(look):
            self._text(row, column, cells, look)
            return
        for piece in _ERASABLE_BLANKS.split(cells):
            if _ERASABLE_BLANKS.fullmatch(piece):
                self._erase(row, column, len(piece), look)
            elif piece:
                self._text(row, column, piece, look)
            column += len(piece)

    def _erase(self, row: int, column: int, count: int, look: str) -> None:
        self.move(row, column)
        self._wear(look)
        self._sent.append(f"\x1b[{count}X")

    def _text(self, row: int, column: int, cells: str, look: str) -> None:
        for piece in [cells] if cells.isascii() else _CLUSTERS.split(cells):
            if not piece:
                continue
            self.move(row, column)
            self._wear(look)
            if CLUSTER.match(piece):
                self._cluster(row, column, piece)
            else:
                self._sent.append(piece.replace(WIDE, ""))
                self._cursor = Position(row, column + len(piece))
            column += len(piece)

    def _cluster(self, row: int, column: int, piece: str) -> None:
        """Write a cluster so that nothing of it depends on the terminal's idea of its width.

        Nor may the way back over its blanks be counted: at the edge the cursor stands on the last.
        """
        if len(piece) > 1:
            self._sent.append(" " * len(piece))
            self._cursor = Position(row, column + len(piece))
            self.move(row, column)
        self._sent.append(self._clusters.text(piece))
        self._cursor = None

    def _wear(self, look: str) -> None:
        self._sent.append(self._palette.change(self._look, look))
        self._look = look


def _way(cursor: Position | None, row: int, column: int) -> str:
    """The shortest sequence that moves the cursor there."""
    if cursor is not None and cursor.row == row:
        across = f"\x1b[{column + 1}G" if column else "\r"
        ahead = column - cursor.column
        return min(across, _ahead(ahead), key=len) if ahead > 0 else across
    if cursor is not None and cursor.row + 1 == row:
        return min("\r\n" + _ahead(column), _to(row, column), key=len)
    return _to(row, column)


def _ahead(columns: int) -> str:
    if columns > 1:
        return f"\x1b[{columns}C"
    return "\x1b[C" if columns else ""


def _to(row: int, column: int) -> str:
    if column:
        return f"\x1b[{row + 1};{column + 1}H"
    return f"\x1b[{row + 1}H" if row else "\x1b[H"
