"""What a customer's screen offers beside the customer itself: watch, compare, other customers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rctui.tui.customer.view import CustomerView
from rctui.tui.finding.remembered_customers import remembered_customers

if TYPE_CHECKING:
    from rctui.customers.listed import ListedCustomer


class CustomerBeside(CustomerView):
    """The part of the customer's screen that looks further."""

    def customers_beside(self) -> tuple[ListedCustomer, ...]:
        """Who is pinned and who was opened, this customer first."""
        return remembered_customers(self.program, self.customer_id)

    @property
    def customer_shown(self) -> str:
        """This customer's id."""
        return self.customer_id

    def action_watch(self) -> None:
        """Look again and again."""
        self.program.open_watch(self.customer_id)

    def action_compare(self) -> None:
        """Mark, or compare with the one that is marked."""
        self.program.mark_or_compare(self.customer_id)

    def action_playbook(self) -> None:
        """Choose a playbook for this customer."""
        self.program.ask_playbook([self.customer_id], self.picture.facts)
