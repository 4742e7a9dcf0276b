"""The table that goes with each list of a customer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from rctui.customers.sections import Section
from rctui.tables.aliases import aliases_table
from rctui.tables.attributes import attributes_table
from rctui.tables.currencies import currencies_table
from rctui.tables.entitlements import entitlements_table
from rctui.tables.invoices import invoices_table
from rctui.tables.purchases import purchases_table
from rctui.tables.subscriptions import subscriptions_table

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from rctui.customers.parts import CustomerParts
    from rctui.customers.verdicts.access import Viewpoint
    from rctui.customers.verdicts.facts import Facts
    from rctui.tables.table import Table

AnyTable = Any
"""`Any`: every list has a record type of its own; its table and its rows come as a pair."""


def section_table(
    section: Section, view: Viewpoint, parts: CustomerParts, facts: Facts | None
) -> Table[AnyTable]:
    """The columns of one list, as seen from what else is known of the customer."""
    if section is Section.ENTITLEMENTS:
        return entitlements_table(view, facts)
    if section is Section.ALIASES:
        own = parts.customer.id if parts.customer is not None else parts.asked
        return aliases_table(view, own, parts.asked)
    if section is Section.CURRENCIES:
        return currencies_table()
    return _BY_VIEW[section](view)


_BY_VIEW: Final[Mapping[Section, Callable[[Viewpoint], Table[AnyTable]]]] = {
    Section.SUBSCRIPTIONS: subscriptions_table,
    Section.PURCHASES: purchases_table,
    Section.ATTRIBUTES: attributes_table,
    Section.INVOICES: invoices_table,
}
