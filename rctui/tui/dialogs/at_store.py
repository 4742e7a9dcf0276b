"""Cancel or refund: the row is chosen already, nothing is asked beside the ticket."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rctui.tui.dialogs.customer_form import CustomerForm

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rctui.customers.changes.at_store import StoreChange
    from rctui.customers.changes.change import Change
    from rctui.text.safe_text import SafeText


@dataclass(frozen=True, slots=True, kw_only=True)
class StoreForm(CustomerForm):
    """Says what it changes and brings, on the way to its review."""

    change: StoreChange

    @property
    def title(self) -> SafeText:
        """What it does."""
        return self.change.summary(self.view)

    def _change(self, answers: Mapping[str, str]) -> Change:  # noqa: ARG002 - nothing is asked
        return self.change
