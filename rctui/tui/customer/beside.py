"""What a customer's screen offers beside the customer itself: watch, compare, other customers."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from rctui.tui.finding.remembered_customers import remembered_customers
from rctui.tui.wide import Widens

if TYPE_CHECKING:
    from rctui.customers.listed import ListedCustomer
    from rctui.tui.screens.customer import CustomerScreen


class CustomerBeside(Widens):
    """The part of the customer's screen that looks further."""

    @property
    def _whose(self) -> str:
        return cast("CustomerScreen", self).customer_id

    def customers_beside(self) -> tuple[ListedCustomer, ...]:
        """Who is pinned and who was opened, this customer first."""
        return remembered_customers(self.program, self._whose)

    @property
    def customer_shown(self) -> str:
        """This customer's id."""
        return self._whose

    def action_watch(self) -> None:
        """Look again and again."""
        self.program.open_watch(self._whose)

    def action_compare(self) -> None:
        """Mark, or compare with the one that is marked."""
        self.program.mark_or_compare(self._whose)

    def action_playbook(self) -> None:
        """Choose a playbook for this customer."""
        facts = cast("CustomerScreen", self).picture.facts
        self.program.ask_playbook([self._whose], facts)
