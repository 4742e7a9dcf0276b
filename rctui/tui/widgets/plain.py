"""The one way from safe text to a widget. Nothing shown is ever parsed as markup."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widget import Widget

from rctui.tables.table import Tone

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rctui.text.safe_text import SafeText

TONE_STYLES = {
    Tone.PLAIN: "",
    Tone.GOOD: "$text-success",
    Tone.ATTENTION: "$text-warning",
    Tone.BAD: "$text-error",
    Tone.MUTED: "$text-muted",
    Tone.ACCENT: "bold $text-accent",
}

Toned = tuple["SafeText", Tone]
"""Words and what they mean."""


def content(*parts: SafeText | Toned) -> Content:
    """Textual's own text from safe parts."""
    return Content.assemble(*(_part(part) for part in parts))


def lines(rows: Iterable[SafeText | Toned]) -> Content:
    """One row of text below the other."""
    return Content("\n").join([content(row) for row in rows])


def _part(part: SafeText | Toned) -> tuple[str, str]:
    if isinstance(part, tuple):
        return part[0].plain, TONE_STYLES[part[1]]
    return part.plain, ""


class Plain(Widget):
    """Shows safe text, and nothing else can be handed to it."""

    DEFAULT_CSS = "Plain { height: auto; width: 1fr; }"

    def __init__(self, *parts: SafeText | Toned, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, markup=False)
        self._content = content(*parts)

    def show(self, *parts: SafeText | Toned) -> None:
        """Replace the text by one line of parts."""
        self._replace(content(*parts))

    def show_lines(self, rows: Iterable[SafeText | Toned]) -> None:
        """Replace the text by several lines."""
        self._replace(lines(rows))

    def _replace(self, new: Content) -> None:
        if new == self._content:
            return
        same_height = self._height_of(new) == self._height_of(self._content)
        self._content = new
        self.refresh(layout=not same_height)

    def _height_of(self, text: Content) -> int:
        width = self.content_size.width
        return text.get_height({}, width) if width else -1

    def render(self) -> Content:
        """The text as Textual draws it."""
        return self._content
