"""Balances of virtual currencies of one customer, empty ones included."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rctui.tables.formatting import text_cell
from rctui.tables.table import Cell, Column, Table, Tone
from rctui.text.safe_text import label, phrase

if TYPE_CHECKING:
    from rctui.api.models.currency import VirtualCurrencyBalance


def currencies_table() -> Table[VirtualCurrencyBalance]:
    """The columns of the Currencies tab."""
    return Table(
        "currencies",
        (
            Column("code", label("CODE"), 10, _code, lambda c: c.currency_code),
            Column("balance", label("BALANCE"), 14, _balance, lambda c: c.balance, align="right"),
            Column("name", label("NAME"), 20, _name, lambda c: c.name, grows=True),
            Column("description", label("DESCRIPTION"), 24, _description, grows=True, drop_order=1),
        ),
        key=lambda row: row.currency_code,
        empty=label("This project has no virtual currencies."),
        next_step=label("They are made in RevenueCat's dashboard."),
    )


def _code(row: VirtualCurrencyBalance) -> Cell:
    return text_cell(row.currency_code)


def _balance(row: VirtualCurrencyBalance) -> Cell:
    if row.balance is None:
        return Cell(label("not told"), Tone.ATTENTION)
    return Cell(phrase("{}", row.balance), Tone.PLAIN if row.balance else Tone.MUTED)


def _name(row: VirtualCurrencyBalance) -> Cell:
    return text_cell(row.name)


def _description(row: VirtualCurrencyBalance) -> Cell:
    return text_cell(row.description, Tone.MUTED)
