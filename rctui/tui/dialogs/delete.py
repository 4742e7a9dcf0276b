"""Delete: nothing is asked beside the ticket, much is said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rctui.customers.changes.every_change import DeleteCustomer
from rctui.text.safe_text import SafeText, phrase, safe
from rctui.tui.dialogs.customer_form import CustomerForm

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rctui.customers.changes.change import Change


@dataclass(frozen=True, slots=True, kw_only=True)
class DeleteForm(CustomerForm):
    """Says what a deletion brings."""

    @property
    def title(self) -> SafeText:
        """`Delete user_42`."""
        return phrase("Delete {}", safe(self.customer_id))

    def _change(self, answers: Mapping[str, str]) -> Change:  # noqa: ARG002 - nothing is asked
        return DeleteCustomer(self.customer_id)
