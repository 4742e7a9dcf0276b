"""What a terminal shows that is too small for the screens: one line over everything.

The screen below stays as it is: its data, its focus, its keys.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.widget import Widget

from rctui.text.safe_text import phrase
from rctui.tui.widgets.plain import content

if TYPE_CHECKING:
    from textual.app import App
    from textual.content import Content
    from textual.geometry import Size

LEAST_COLUMNS, LEAST_LINES = 60, 16


class TooSmall(Widget):
    """Covers a screen."""

    DEFAULT_CSS = """
    TooSmall { layer: cover; width: 100%; height: 100%; background: $background;
               color: $foreground; }
    """

    def __init__(self) -> None:
        super().__init__(markup=False)

    def render(self) -> Content:
        """The one line."""
        size = self.app.size
        words = "terminal too small: {}x{}, needs {}x{}: enlarge, or ctrl+q"
        return content(phrase(words, size.width, size.height, LEAST_COLUMNS, LEAST_LINES))


def is_too_small(size: Size) -> bool:
    """Whether the screens can't be read at this size."""
    return size.width < LEAST_COLUMNS or size.height < LEAST_LINES


def cover_or_not(app: App[Any]) -> None:
    """Cover the uppermost screen where the terminal is too small, and uncover it where not."""
    covers = app.screen.query(TooSmall)
    if not is_too_small(app.size):
        covers.remove()
    elif not covers:
        app.screen.mount(TooSmall())
