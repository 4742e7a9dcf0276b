"""What holds for every table of a customer, whatever its columns are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from rctui.customers.verdicts.facts import Facts
from rctui.tables.aliases import aliases_table
from rctui.tables.attributes import attributes_table
from rctui.tables.blocked import blocked_table
from rctui.tables.currencies import currencies_table
from rctui.tables.customers import customers_table
from rctui.tables.entitlements import entitlements_table
from rctui.tables.fields import fields_table
from rctui.tables.invoices import invoices_table
from rctui.tables.purchases import purchases_table
from rctui.tables.subscriptions import subscriptions_table
from rctui.tables.timeline import timeline_table
from tests.customers.made import VIEW, customer

if TYPE_CHECKING:
    from rctui.tables.table import Table

FACTS = Facts(customer(), "user_1")
TABLES: list[Table[Any]] = [
    aliases_table(VIEW, "user_1", "other"),
    attributes_table(VIEW),
    blocked_table(VIEW),
    currencies_table(),
    customers_table(),
    entitlements_table(VIEW),
    entitlements_table(VIEW, FACTS),
    fields_table(),
    invoices_table(VIEW),
    purchases_table(VIEW),
    subscriptions_table(VIEW),
    timeline_table(VIEW),
]
GAP = 2
MARKER = 2


def least_width(table: Table[Any], deepest: int) -> int:
    """Cells that the columns take when those beyond a drop order are gone."""
    kept = [column.width for column in table.columns if column.drop_order <= deepest]
    return sum(kept) + GAP * (len(kept) - 1) + MARKER


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_what_never_goes_fits_into_sixty_cells(table: Table[Any]) -> None:
    growing = sum(column.width for column in table.columns if column.grows)
    assert least_width(table, 0) - growing // 2 <= 60


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_what_never_goes_fits_into_eighty_cells_whole(table: Table[Any]) -> None:
    assert least_width(table, 0) <= 80


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_columns_have_names_of_their_own_and_one_place_to_give_way(table: Table[Any]) -> None:
    ids = [column.id for column in table.columns]
    assert len(set(ids)) == len(ids)
    dropped = [column.drop_order for column in table.columns if column.drop_order]
    assert len(set(dropped)) == len(dropped)
    assert any(column.grows for column in table.columns)
    assert table.empty.plain.endswith(".")


@pytest.mark.parametrize(
    "table",
    [table for table in TABLES if table.name in ("subscriptions", "purchases", "timeline")]
    + [entitlements_table(VIEW, FACTS)],
    ids=lambda table: table.name,
)
def test_the_environment_never_goes(table: Table[Any]) -> None:
    environment = next(column for column in table.columns if column.id == "environment")
    assert (environment.drop_order, environment.width) == (0, 4)
