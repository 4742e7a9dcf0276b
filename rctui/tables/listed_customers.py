"""The rows of Find: the columns of a customer list, for customers known by id alone as well."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from rctui.customers.listed import NOT_KEPT
from rctui.tables.customers import customers_table
from rctui.tables.formatting import text_cell
from rctui.tables.table import Cell, Column, Table, Tone
from rctui.text.safe_text import join, label, phrase

if TYPE_CHECKING:
    from datetime import tzinfo

    from rctui.api.models.customer import Customer
    from rctui.customers.listed import ListedCustomer, Why
    from rctui.customers.names import Names

_WHYS: dict[Why, Cell] = {
    "pinned": Cell(label("pinned"), Tone.ACCENT),
    "recent": Cell(label("recent"), Tone.MUTED),
    "": Cell(label("")),
}
_LOADING = Cell(label("…"), Tone.MUTED)


def listed_customers_table(
    zone: tzinfo | None = None, *, remembered: bool = False
) -> Table[ListedCustomer]:
    """The columns of Find. With remembered customers among the rows, one says which those are."""
    why: Column[ListedCustomer] = Column("why", label(""), 6, lambda row: _WHYS[row.why])
    return _with_column(why if remembered else None, zone)


def found_customers_table(names: Names, zone: tzinfo | None = None) -> Table[ListedCustomer]:
    """The same for the customers that a search found, among whom access decides."""

    def access(row: ListedCustomer) -> Cell:
        return _access(row.customer, names)

    return _with_column(Column("access", label("ACCESS"), 16, access), zone)


def _with_column(more: Column[ListedCustomer] | None, zone: tzinfo | None) -> Table[ListedCustomer]:
    customers = customers_table(zone)
    id_, *others = customers.columns
    return Table(
        customers.name,
        (_id(id_), *([] if more is None else [more]), *(_lifted(column) for column in others)),
        key=lambda row: (row.why, row.customer_id),
        empty=customers.empty,
    )


def _access(customer: Customer | None, names: Names) -> Cell:
    """What is active, by name. A search's own answer doesn't tell; nothing is made of that."""
    active = None if customer is None else customer.active_entitlements
    if active is None or active.unreadable:
        return Cell(label("not loaded"), Tone.MUTED)
    if not active.records:
        return Cell(label("no access"), Tone.BAD)
    named = [names.of(one.entitlement_id) for one in active.records]
    return Cell(phrase("has {}", join(", ", named)), Tone.GOOD)


def _id(column: Column[Customer]) -> Column[ListedCustomer]:
    lifted = _lifted(column)
    return replace(
        lifted,
        cell=lambda row: text_cell(row.customer_id) if row is not NOT_KEPT else _LOADING,
        sort_key=lambda row: row.customer_id,
    )


def _lifted(column: Column[Customer]) -> Column[ListedCustomer]:
    def cell(row: ListedCustomer) -> Cell:
        return Cell(tone=Tone.MUTED) if row.customer is None else column.cell(row.customer)

    def sort_key(row: ListedCustomer) -> Any:
        known = row.customer is not None and column.sort_key is not None
        return column.sort_key(row.customer) if known else None  # type: ignore[misc, arg-type]

    return Column(
        column.id,
        column.title,
        column.width,
        cell,
        sort_key,
        column.align,
        column.cut,
        column.grows,
        column.drop_order,
    )
