"""The one sentence about access. It takes the focus, so that enter can ask it why."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.message import Message

from rctui.text.safe_text import label
from rctui.tui.widgets.plain import Plain

if TYPE_CHECKING:
    from textual.binding import BindingType

    from rctui.text.safe_text import SafeText
    from rctui.tui.widgets.plain import Toned


class VerdictLine(Plain, can_focus=True):
    """Shows a verdict. `enter` opens what it rests on, `down` leads back to the rows."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "why", show=False),
        Binding("down,j", "leave", show=False),
    ]
    DEFAULT_CSS = """
    VerdictLine { padding: 0 1; text-style: bold; max-height: 4; }
    VerdictLine:focus { background: $boost; text-style: bold underline; }
    """

    class Asked(Message):
        """Why?"""

    class Left(Message):
        """On to the rows."""

    def __init__(self) -> None:
        super().__init__(label("Access: loading…"), id="verdict")

    def say(self, words: SafeText | Toned) -> None:
        """Replace the sentence."""
        self.show(words)

    def action_why(self) -> None:
        """Ask for the evidence."""
        self.post_message(self.Asked())

    def action_leave(self) -> None:
        """Go on to the rows."""
        self.post_message(self.Left())
