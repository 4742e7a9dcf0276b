"""A screen that knows which program it belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual.screen import Screen

if TYPE_CHECKING:
    from rctui.tui.app import RctuiApp


class OwnScreen(Screen[None]):
    """Below every full screen."""

    @property
    def program(self) -> RctuiApp:
        """The application, with its own type."""
        return cast("RctuiApp", self.app)
