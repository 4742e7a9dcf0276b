"""Coming back to Find from a customer: to the list, on the row of that customer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rctui.tui.finding.view import FindView
from rctui.tui.widgets.find_box import FindBox

if TYPE_CHECKING:
    from textual import events


class ComesBack(FindView):
    """The part of Find that is come back to. Keys are keys then: the box is one of them away."""

    _left = ""
    """Whom the operator comes back from, until the screen is shown."""

    def comes_back_from(self, customer_id: str) -> None:
        """A customer's screen that was opened from here is being closed."""
        self._left = customer_id

    def stand_where_left(self) -> None:
        """Put the focus on the list, and its cursor on the customer just left, if it is there."""
        left, self._left = self._left, ""
        if not left or not self.table.length:
            return
        if getattr(self.table.cursor_row, "customer_id", None) != left:
            rows = enumerate(self.table.rows)
            places = (n for n, row in rows if getattr(row, "customer_id", None) == left)
            self.table.cursor = next(places, self.table.cursor)
        self.table.focus()

    def on_paste(self, event: events.Paste) -> None:
        """What is pasted beside the box is for the box: the next ticket follows."""
        if isinstance(self.focused, FindBox) or self.focused is not self.table:
            return
        event.stop()
        self.box.focus()
        self.box.put(event.text)
