"""Why an answer is refused, right below its field."""

from __future__ import annotations

from rctui.tables.table import Tone
from rctui.text.safe_text import SafeText, label
from rctui.tui.widgets.plain import Plain

ANYWHERE = ""
"""The question of what is amiss with no field alone."""


class WrongLine(Plain):
    """Takes no room while there is nothing to say."""

    DEFAULT_CSS = "WrongLine { height: auto; padding: 0 1; display: none; }"

    def __init__(self, question: str = ANYWHERE) -> None:
        super().__init__()
        self.question = question
        """The id of the question whose field stands above."""

    def tell(self, words: SafeText) -> None:
        """Say it, or with an empty text nothing."""
        self.show((words, Tone.BAD))
        self.display = bool(words.plain)


NOTHING_WRONG = label("")
