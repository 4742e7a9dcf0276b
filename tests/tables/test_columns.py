"""The columns by the names that a configuration calls them, and what stands above them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from rctui.customers.verdicts.facts import Facts
from rctui.tables.aliases import aliases_table
from rctui.tables.attributes import attributes_table
from rctui.tables.blocked import blocked_table
from rctui.tables.currencies import currencies_table
from rctui.tables.entitlements import entitlements_table
from rctui.tables.fields import fields_table
from rctui.tables.invoices import invoices_table
from rctui.tables.purchases import purchases_table
from rctui.tables.subscriptions import subscriptions_table
from rctui.tables.timeline import timeline_table
from tests.customers.made import VIEW, customer

if TYPE_CHECKING:
    from rctui.tables.table import Table

COLUMNS: list[tuple[Table[Any], str]] = [
    (
        subscriptions_table(VIEW),
        "environment ENV, status STATE, product PRODUCT, store STORE, ends RENEWS/ENDS, "
        "access ACCESS, entitlements GIVES, since SINCE, revenue PAID",
    ),
    (
        purchases_table(VIEW),
        "environment ENV, status STATE, product PRODUCT, quantity QTY, store STORE, "
        "bought BOUGHT, entitlements GIVES, revenue PAID",
    ),
    (
        entitlements_table(VIEW, Facts(customer(), "user_1")),
        "name ENTITLEMENT, environment ENV, state STATE, until UNTIL, via VIA, left LEFT, id ID",
    ),
    (
        aliases_table(VIEW, "a", "a"),
        "kind KIND, id APP USER ID, note NOTE, created SINCE, age AGE",
    ),
    (attributes_table(VIEW), "name ATTRIBUTE, value VALUE, updated SET, kind KIND"),
    (invoices_table(VIEW), "issued ISSUED, paid PAID, total TOTAL, lines FOR, file PDF, id ID"),
    (
        currencies_table(),
        "code CODE, balance BALANCE, name NAME, description DESCRIPTION",
    ),
    (
        timeline_table(VIEW),
        "at WHEN, environment ENV, what WHAT, distance AGO, source FROM",
    ),
    (blocked_table(VIEW), "id APP USER ID, since BLOCKED, age AGO"),
    (fields_table(), "name FIELD, value VALUE"),
]

ALIGNED_RIGHT = {"balance", "quantity", "revenue", "total"}
CUT_IN_THE_MIDDLE = {("aliases", "id"), ("blocked", "id"), ("invoices", "id")}


@pytest.mark.parametrize(("table", "columns"), COLUMNS)
def test_columns_in_their_order(table: Table[Any], columns: str) -> None:
    assert ", ".join(f"{one.id} {one.title}" for one in table.columns) == columns


@pytest.mark.parametrize(("table", "_"), COLUMNS)
def test_numbers_stand_at_the_right_and_ids_keep_both_ends(table: Table[Any], _: str) -> None:
    for column in table.columns:
        assert (column.align == "right") == (column.id in ALIGNED_RIGHT)
        assert (column.cut == "middle") == ((table.name, column.id) in CUT_IN_THE_MIDDLE)


@pytest.mark.parametrize(("table", "_"), COLUMNS)
def test_every_column_that_has_an_order_sorts(table: Table[Any], _: str) -> None:
    unsorted = {column.id for column in table.columns if column.sort_key is None}
    assert unsorted <= {
        "description",
        "entitlements",
        "environment",
        "file",
        "lines",
        "note",
        "state",
        "via",
    }
