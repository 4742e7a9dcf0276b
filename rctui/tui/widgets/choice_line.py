"""A question with a few answers, side by side: left and right choose."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.message import Message
from textual.widget import Widget

from rctui.tables.table import Tone
from rctui.text.safe_text import SafeText, label, phrase
from rctui.tui.widgets.plain import Toned, content

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.binding import BindingType
    from textual.content import Content


class ChoiceLine(Widget, can_focus=True):
    """Its answers, the chosen one in brackets: `[json]  markdown  csv`."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,space,l", "step(1)", show=False),
        Binding("left,h", "step(-1)", show=False),
    ]
    DEFAULT_CSS = """
    ChoiceLine { height: auto; width: 1fr; padding: 0 1; background: $boost; }
    ChoiceLine:focus { background: $panel; text-style: bold; }
    """

    class Chosen(Message):
        """Another answer is chosen."""

    def __init__(self, answers: Sequence[SafeText], *, id: str) -> None:  # noqa: A002
        super().__init__(id=id, markup=False)
        self._answers = answers
        self.place = 0
        """Which answer is chosen, from 0."""

    def render(self) -> Content:
        """The answers as Textual draws them; a marker says where the keys go."""
        marker = label("> ") if self.has_focus else label("  ")
        parts: list[SafeText | Toned] = [marker]
        for place, answer in enumerate(self._answers):
            chosen = place == self.place
            parts.append(
                (phrase("[{}]", answer), Tone.ACCENT) if chosen else phrase(" {} ", answer)
            )
            parts.append(label("  "))
        return content(*parts[:-1])

    def action_step(self, by: int) -> None:
        """To the next answer; after the last comes the first."""
        self.place = (self.place + by) % len(self._answers)
        self.refresh()
        self.post_message(self.Chosen())
