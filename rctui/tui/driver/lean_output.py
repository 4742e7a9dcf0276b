"""Turns Textual's frames into what has really changed on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rctui.tui.driver.frame_reader import Picture, read_frame
from rctui.tui.driver.frame_writer import FrameWriter
from rctui.tui.driver.row_difference import write_difference
from rctui.tui.driver.screen_model import ScreenModel
from rctui.tui.driver.scrolling import apply_scroll, find_scroll

if TYPE_CHECKING:
    from rctui.tui.driver.screen_model import Position

_ORDERLY: Final = "\x1b[m\x1b(B\x0f\x1b[r\x1b[?7l\x1b[2J"
"""Undoes what other programs may have left: styles, alphabets, margins, wrapping, text."""


class LeanOutput:
    """Keeps a model of the terminal's screen and sends differences to it.

    `erases_background` says whether erasing fills with the background colour that is on.
    """

    def __init__(self, columns: int, lines: int, *, erases_background: bool = True) -> None:
        self._erases_background = erases_background
        self._screen = self._new_screen(columns, lines)

    def resize(self, columns: int, lines: int) -> None:
        """Begin anew on a screen of another size, or the same size but touched by others."""
        self._screen = self._new_screen(columns, lines)

    def redraw(self) -> str:
        """What draws everything again that is known, over whatever the terminal shows."""
        cursor = self._screen.cursor
        rows = dict(enumerate(self._screen.forget()))
        return _ORDERLY + self._draw(Picture(rows, cursor))

    def lean(self, frame: str) -> str:
        """What to send instead of a guarded frame; the frame itself where that is shorter."""
        if self._screen.is_full:
            self.resize(self._screen.columns, self._screen.lines)
        picture = read_frame(frame, self._screen)
        drawn = self._draw(picture)
        if not picture.overflows and _bytes(drawn) > _bytes(frame):
            self._screen.distrust_clusters(picture.rows)
            return frame
        return drawn

    def _draw(self, picture: Picture) -> str:
        screen, rows = self._screen, picture.rows
        writer = FrameWriter(screen)
        if scroll := find_scroll(screen.rows, rows):
            writer.scroll(*scroll, screen.lines)
            apply_scroll(screen, scroll, rows)
        for place in sorted(rows):
            write_difference(writer, screen.palette, place, screen.rows[place], rows[place])
            screen.rows[place] = rows[place]
        return self._finish(writer, picture.cursor)

    def _finish(self, writer: FrameWriter, cursor: Position | None) -> str:
        """The bytes drawn and the cursor's place, or nothing when both are as before."""
        drawn = writer.finish(None)
        if not drawn and cursor in {None, self._screen.cursor}:
            return ""
        self._screen.cursor = cursor
        return writer.finish(cursor)

    def _new_screen(self, columns: int, lines: int) -> ScreenModel:
        return ScreenModel(columns, lines, erases_background=self._erases_background)


def _bytes(sent: str) -> int:
    return len(sent) if sent.isascii() else len(sent.encode(errors="replace"))
