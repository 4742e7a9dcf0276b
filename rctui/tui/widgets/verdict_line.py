"""The one sentence about access. It takes the focus, so that enter can ask it why."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.message import Message

from rctui.tables.table import Tone
from rctui.text.safe_text import label
from rctui.text.width import WIDEST_TEXT, cut, wrap_readably
from rctui.tui.widgets.plain import Plain

if TYPE_CHECKING:
    from textual.binding import BindingType

    from rctui.text.safe_text import SafeText
    from rctui.tui.widgets.plain import Toned


LINES_AT_MOST = 4
_MORE = label(" (enter: all)")


class VerdictLine(Plain, can_focus=True):
    """Shows a verdict. `enter` opens what it rests on, `down` leads back to the rows."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "why", show=False),
        Binding("down,j", "leave", show=False),
    ]
    DEFAULT_CSS = """
    VerdictLine { padding: 0 1; text-style: bold; }
    VerdictLine:focus { background: $boost; text-style: bold underline; }
    """

    class Asked(Message):
        """Why?"""

    class Left(Message):
        """On to the rows."""

    def __init__(self) -> None:
        super().__init__(label("Access: loading…"), id="verdict")

        self._sentence: Toned = (label("Access: loading…"), Tone.MUTED)

    def say(self, sentence: Toned) -> None:
        """Replace the sentence."""
        self._sentence = sentence
        self._show_what_fits()

    def on_resize(self) -> None:
        """Cut it anew."""
        self._show_what_fits()

    def _show_what_fits(self) -> None:
        """A sentence that is too long ends in a mark; enter shows all of it."""
        text, tone = self._sentence
        width = self.content_size.width
        if width:
            self.show_lines([(line, tone) for line in shortened(text, width)])

    def action_why(self) -> None:
        """Ask for the evidence."""
        self.post_message(self.Asked())

    def action_leave(self) -> None:
        """Go on to the rows."""
        self.post_message(self.Left())


def shortened(text: SafeText, width: int) -> list[SafeText]:
    """The text in at most `LINES_AT_MOST` lines; a mark says that there is more."""
    lines = wrap_readably(text, width)
    if len(lines) <= LINES_AT_MOST:
        return lines
    room = max(1, min(width, WIDEST_TEXT) - len(_MORE))
    return [*lines[: LINES_AT_MOST - 1], cut(lines[LINES_AT_MOST - 1], room) + _MORE]
