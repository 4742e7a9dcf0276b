"""What this run has loaded of customers, so that a list of ids can say who they are.

Kept in memory alone: on disk only ids are remembered.
"""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from rctui.api.models.customer import Customer

KEPT: Final = 300
"""Customers at most; those looked at longest ago go first."""


class Known(NamedTuple):
    """What is known of one customer without asking."""

    customer: Customer | None = None
    opened_ms: int | None = None
    """When it was opened last in this run, in ms since the epoch."""


class KnownCustomers:
    """By project and id. Belongs to the thread of the screens."""

    def __init__(self) -> None:
        self._known: OrderedDict[tuple[str, str], Known] = OrderedDict()

    def of(self, project: str, customer_id: str) -> Known:
        """What is known of a customer; nothing of most."""
        return self._known.get((project, customer_id), Known())

    def opened(self, project: str, customer_id: str, at_ms: int) -> None:
        """A customer is on screen."""
        self._keep(project, customer_id, opened_ms=at_ms)

    def loaded(self, project: str, customer: Customer) -> None:
        """A customer has been loaded; what brought attributes is not replaced by less."""
        before = self.of(project, customer.id).customer
        if before is None or customer.attributes is not None or before.attributes is None:
            self._keep(project, customer.id, customer=customer)

    def _keep(
        self,
        project: str,
        customer_id: str,
        *,
        customer: Customer | None = None,
        opened_ms: int | None = None,
    ) -> None:
        known = self.of(project, customer_id)
        if customer is not None:
            known = known._replace(customer=customer)
        if opened_ms is not None:
            known = known._replace(opened_ms=opened_ms)
        self._known[project, customer_id] = known
        self._known.move_to_end((project, customer_id))
        while len(self._known) > KEPT:
            self._known.popitem(last=False)
