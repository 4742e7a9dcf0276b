"""One-time purchases of one customer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rctui.customers.api_words import STATUSES
from rctui.tables.formatting import (
    entitlements_cell,
    environment_cell,
    moment_cell,
    money_cell,
    product_cell,
    store_cell,
    word_cell,
)
from rctui.tables.table import Cell, Column, Table, Tone
from rctui.text.safe_text import label, phrase

if TYPE_CHECKING:
    from rctui.api.models.purchase import Purchase
    from rctui.customers.verdicts.access import Viewpoint


def purchases_table(view: Viewpoint) -> Table[Purchase]:
    """The columns of the Purchases tab; `view` gives names and the time zone."""

    def product(row: Purchase) -> Cell:
        return product_cell(row, view)

    def bought(row: Purchase) -> Cell:
        return moment_cell(row.purchased_at, view.zone)

    def gives(row: Purchase) -> Cell:
        return entitlements_cell(row, view)

    return Table(
        "purchases",
        (
            Column("environment", label("ENV"), 4, _environment, lambda p: p.environment),
            Column("status", label("STATE"), 8, _status, lambda p: p.status, grows=True),
            Column("product", label("PRODUCT"), 18, product, lambda p: p.product_id, grows=True),
            Column("quantity", label("QTY"), 4, _quantity, lambda p: p.quantity, align="right"),
            Column("store", label("STORE"), 11, _store, lambda p: p.store, drop_order=1),
            Column("bought", label("BOUGHT"), 16, bought, lambda p: p.purchased_at),
            Column("entitlements", label("GIVES"), 16, gives, grows=True, drop_order=3),
            Column("revenue", label("PAID"), 14, _paid, _paid_key, align="right", drop_order=2),
        ),
        key=lambda row: row.id,
        empty=label("No purchases."),
        next_step=label("Subscriptions: tab 2. Another id of the person: tab 4."),
    )


def _environment(row: Purchase) -> Cell:
    return environment_cell(row.environment)


def _status(row: Purchase) -> Cell:
    tones = {"owned": Tone.GOOD, "refunded": Tone.ATTENTION}
    return word_cell(STATUSES, row.status, tones.get(row.status or "", Tone.PLAIN))


def _quantity(row: Purchase) -> Cell:
    return Cell(tone=Tone.MUTED) if row.quantity is None else Cell(phrase("{}", row.quantity))


def _store(row: Purchase) -> Cell:
    return store_cell(row)


def _paid(row: Purchase) -> Cell:
    return money_cell(row.revenue_in_usd)


def _paid_key(row: Purchase) -> float | None:
    return row.revenue_in_usd.gross if row.revenue_in_usd else None
