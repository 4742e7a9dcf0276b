"""Web Billing invoices of one customer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rctui.tables.formatting import date_cell, money_cell, text_cell
from rctui.tables.table import Cell, Column, Sort, Table, Tone
from rctui.text import moments
from rctui.text.safe_text import SafeText, label, phrase, safe

if TYPE_CHECKING:
    from rctui.api.models.invoice import Invoice, InvoiceLineItem
    from rctui.customers.verdicts.access import Viewpoint


def invoices_table(view: Viewpoint) -> Table[Invoice]:
    """The columns of the Invoices tab."""

    def issued(row: Invoice) -> Cell:
        return date_cell(row.issued_at, view.zone)

    def paid(row: Invoice) -> Cell:
        return _paid(row, view)

    return Table(
        "invoices",
        (
            Column("issued", label("ISSUED"), 10, issued, lambda i: i.issued_at),
            Column("paid", label("PAID"), 10, paid, lambda i: i.paid_at),
            Column("total", label("TOTAL"), 14, _total, _total_key, align="right"),
            Column("lines", label("FOR"), 20, _lines, grows=True),
            Column("file", label("PDF"), 3, _file, drop_order=1),
            Column(
                "id", label("ID"), 18, _id, lambda i: i.id, cut="middle", grows=True, drop_order=2
            ),
        ),
        key=lambda row: row.id,
        empty=label("No invoices. Only Web Billing makes them."),
        next_step=label("What app stores sold: tabs 2 and 3."),
        first_sort=Sort("issued", falls=True),
    )


def _paid(row: Invoice, view: Viewpoint) -> Cell:
    if row.paid_at is not None:
        return Cell(moments.date(row.paid_at, view.zone))
    told = "paid_at" in row.raw
    return Cell(label("UNPAID"), Tone.ATTENTION) if told else Cell(tone=Tone.MUTED)


def _total(row: Invoice) -> Cell:
    return money_cell(row.total_amount)


def _total_key(row: Invoice) -> float | None:
    return row.total_amount.gross if row.total_amount else None


def _lines(row: Invoice) -> Cell:
    lines = row.line_items.records if row.line_items else ()
    if not lines:
        return Cell(tone=Tone.MUTED)
    first, left = _line(lines[0]), len(lines) - 1
    return Cell(phrase("{} +{} more", first, left) if left else first)


def _line(line: InvoiceLineItem) -> SafeText:
    name = safe(line.product_display_name or line.product_identifier or "?")
    several = line.quantity is not None and line.quantity != 1
    return phrase("{} x {}", line.quantity or 0, name) if several else name


def _file(row: Invoice) -> Cell:
    return Cell(label("yes")) if row.invoice_url else Cell(label("no"), Tone.MUTED)


def _id(row: Invoice) -> Cell:
    return text_cell(row.id, Tone.MUTED)
