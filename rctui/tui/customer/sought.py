"""A customer who was found by a store's order or transaction id: which row that is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rctui.tables.table import Tone
from rctui.text.safe_text import SafeText, phrase, safe
from rctui.tui.customer import tabs
from rctui.tui.customer.view import CustomerView

if TYPE_CHECKING:
    from rctui.customers.finding.matches import StoreRow
    from rctui.tui.customer.tabs import Tab


class StandsOnSought(CustomerView):
    """The part of the customer's screen that begins with the row that was looked for."""

    sought: StoreRow | None = None
    """What the id that led here stands for, if it did."""
    _was_stood_on = False

    @property
    def tab_of_sought(self) -> Tab:
        """The tab to begin with."""
        if self.sought is None:
            return tabs.ENTITLEMENTS
        return tabs.PURCHASES if self.sought.among == "purchases" else tabs.SUBSCRIPTIONS

    @property
    def about_sought(self) -> list[tuple[SafeText, Tone]]:
        """What the id that was looked for stands for, in a line."""
        if self.sought is None:
            return []
        names, tab = self.picture.view.names, self.tab_of_sought
        what = "a purchase of {}" if tab is tabs.PURCHASES else "a payment of {}"
        product = names.of(self.sought.product_id) if self.sought.product_id else safe("?")
        words = phrase(
            "looked up {}: {} (tab {})",
            safe(self.sought.store_id, limit=60),
            phrase(what, product),
            tab.number,
        )
        return [(words, Tone.ATTENTION)]

    def stand_on_sought(self) -> None:
        """Put the cursor on the row once it has come; from then on it is the operator's."""
        if self.sought is None or self._was_stood_on or self.tab is not self.tab_of_sought:
            return
        table = self.section.table
        for place, row in enumerate(table.rows):
            if getattr(row, "id", None) == self.sought.row_id:
                table.cursor, self._was_stood_on = place, True
                return
