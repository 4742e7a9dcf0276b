"""The box of every dialog: as high as what it says, and no higher than the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.layouts.vertical import VerticalLayout

if TYPE_CHECKING:
    from textual.geometry import Size
    from textual.layout import ArrangeResult, Layout
    from textual.widget import Widget

GIVES_WAY = "gives-way"
"""The class of the one child that is cut where there is no room for all, and then scrolls."""


class _GivingWay(VerticalLayout):
    """One below the other; what does not fit is taken from the child that gives way."""

    def arrange(
        self, parent: Widget, children: list[Widget], size: Size, greedy: bool = True
    ) -> ArrangeResult:
        """Place them. A height of 0 asks how high all of it is."""
        placed = super().arrange(parent, children, size, greedy)
        over = max((one.region.bottom for one in placed), default=0) - size.height
        if over <= 0 or not size.height:
            return placed
        return _cut(placed, over)


_GIVING_WAY = _GivingWay()


class DialogBox(Vertical):
    """Holds a dialog. What acts stands right below what is read, at the bottom where that scrolls.

    One child may carry the class `gives-way`; every height in here is `auto` or a number.
    """

    DEFAULT_CSS = """
    DialogBox { width: 100%; max-width: 100; height: auto; max-height: 100%;
                background: $surface; padding: 0 2; }
    DialogBox > .gives-way { height: auto; }
    DialogBox Input, DialogBox Input:focus { border: none; height: 1; padding: 0 1;
                                             background: $boost; }
    DialogBox Input:focus { background: $panel; }
    """

    @property
    def layout(self) -> Layout:
        """Its own way of placing what it holds, which styles can't name."""
        return _GIVING_WAY


def _cut(placed: ArrangeResult, over: int) -> ArrangeResult:
    cut: ArrangeResult = []
    taken = 0
    for one in placed:
        region = one.region.translate((0, -taken))
        if one.widget.has_class(GIVES_WAY):
            taken = min(over, region.height)
            region = region.shrink((0, 0, taken, 0))
        cut.append(one._replace(region=region))
    return cut
