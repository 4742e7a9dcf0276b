"""Whether a screen is still there, for what was put off until it is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from textual.screen import Screen


def is_there(screen: Screen[Any]) -> bool:
    """Whether a screen is shown or covered, and the program goes on.

    One that is being closed loses its widgets one after another while it still takes callbacks.
    """
    return screen.is_attached and screen in screen.app.screen_stack
