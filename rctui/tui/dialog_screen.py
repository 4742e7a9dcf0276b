"""What every dialog stands on: where one is stays at the top, and the risk all around."""

from __future__ import annotations

from typing import Final, TypeVar

from textual.screen import ModalScreen

from rctui.tui.widgets.header_line import HeaderLine

T = TypeVar("T")

ROOMY: Final = 30
"""Lines from which on a dialog has a frame; below, every line is needed for what it says."""
_HEIGHTS: Final = [(0, "-tight"), (ROOMY, "-roomy")]


class DialogScreen(ModalScreen[T]):
    """Holds a `DialogBox`, under the header of the screen that opened it."""

    DEFAULT_CSS = """
    DialogScreen { align: center top; background: $background; }
    DialogScreen > HeaderLine { dock: top; }
    DialogScreen.-roomy DialogBox { border: round $primary; margin: 1 0; max-width: 102; }
    DialogScreen.-roomy.-high-risk DialogBox { border: double $warning; }
    """
    VERTICAL_BREAKPOINTS = _HEIGHTS

    def __init__(self) -> None:
        super().__init__()
        self.compose_add_child(HeaderLine())

    def on_mount(self) -> None:
        """Say where one is, as the screen below does."""
        below = _header_below(self)
        if below is not None:
            place = below.words.without_facts
            self.query_one(HeaderLine).show(place)
            self.set_class(place.is_high_risk, "-high-risk")


def _header_below(screen: DialogScreen[T]) -> HeaderLine | None:
    """The header of the nearest full screen below."""
    for below in reversed(screen.app.screen_stack):
        headers: list[HeaderLine] = [] if below is screen else list(below.query(HeaderLine))
        if headers:
            return headers[0]
    return None
