"""Customers as the project's list and a search show them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rctui.tables.formatting import moment_cell, text_cell
from rctui.tables.table import Cell, Column, Table
from rctui.text.safe_text import label

if TYPE_CHECKING:
    from datetime import tzinfo

    from rctui.api.models.customer import Customer


def customers_table(zone: tzinfo | None = None) -> Table[Customer]:
    """The columns of a customer list. The list items carry neither access nor attributes."""

    def last_seen(customer: Customer) -> Cell:
        return moment_cell(customer.last_seen_at, zone)

    def first_seen(customer: Customer) -> Cell:
        return moment_cell(customer.first_seen_at, zone)

    return Table(
        "customers",
        (
            Column("id", label("APP USER ID"), 30, _id, lambda c: c.id, cut="middle", grows=True),
            Column("last-seen", label("LAST SEEN"), 16, last_seen, lambda c: c.last_seen_at),
            Column("country", label("COUNTRY"), 7, _country, _country_key, drop_order=2),
            Column("platform", label("PLATFORM"), 16, _platform, _platform_key, drop_order=3),
            Column(
                "first-seen",
                label("FIRST SEEN"),
                16,
                first_seen,
                lambda c: c.first_seen_at,
                drop_order=4,
            ),
        ),
        key=lambda customer: customer.id,
        empty=label("No customers in this project yet."),
    )


def _id(customer: Customer) -> Cell:
    return text_cell(customer.id)


def _country(customer: Customer) -> Cell:
    return text_cell(customer.last_seen_country)


def _country_key(customer: Customer) -> str | None:
    return customer.last_seen_country


def _platform(customer: Customer) -> Cell:
    named = [customer.last_seen_platform, customer.last_seen_app_version]
    return text_cell(" ".join(part for part in named if part))


def _platform_key(customer: Customer) -> str | None:
    return customer.last_seen_platform
