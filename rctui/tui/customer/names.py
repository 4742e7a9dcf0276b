"""What a customer's records call things: kept when the customer is left."""

from __future__ import annotations

from rctui.customers.names import names_in
from rctui.tui.customer.view import CustomerView


class CustomerNames(CustomerView):
    """The part of the customer's screen that is about names."""

    def on_unmount(self) -> None:
        """Keep the names that the loaded rows carry."""
        facts = self.loads.parts.facts("")
        if facts is not None:
            self.program.learn_names(names_in([*facts.subscription_rows, *facts.purchase_rows]))

    def show_names(self) -> None:
        """Say everything anew: names are in the verdict as well."""
        self.show_parts()
