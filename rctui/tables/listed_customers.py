"""The rows of Find: the columns of a customer list, for customers known by id alone as well."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from rctui.customers.api_words import ANONYMOUS_PREFIX
from rctui.customers.listed import NOT_KEPT
from rctui.tables.customers import customers_table
from rctui.tables.formatting import date_cell, text_cell
from rctui.tables.table import DASH, Cell, Column, Table, Tone
from rctui.text import moments
from rctui.text.safe_text import join, label, phrase
from rctui.text.width import cut_between, second_part_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import tzinfo

    from rctui.api.models.customer import Customer
    from rctui.customers.listed import ListedCustomer, Why
    from rctui.customers.names import Names
    from rctui.text.safe_text import SafeText

_WHYS: dict[Why, Cell] = {
    "pinned": Cell(label("pinned"), Tone.ACCENT),
    "recent": Cell(label("recent"), Tone.MUTED),
    "": Cell(label("")),
}
_ABOVE = Cell(label("above"), Tone.MUTED)
"""Stands in the project's own list, which keeps its order, at who is pinned or recent as well."""
_NOTHING = Cell()
"""A dash like any other text: another colour for it would cost more bytes than the row."""
_WIDE = 120
"""Cells of a list that has room for the day a customer was first seen, which says least."""
_LOADING = Cell(label("…"), Tone.MUTED)
_NOT_LOADED = label("not loaded")
_KNOWN_BY = ("$displayName", "$email", "$phoneNumber")


def listed_customers_table(
    zone: tzinfo | None = None, *, remembered: Sequence[ListedCustomer] = ()
) -> Table[ListedCustomer]:
    """The columns of Find.

    With remembered customers above the rows, one says which those are and since when, and which
    rows of the project's own are these again; another who they are where this run has loaded that.
    """
    above = {row.customer_id for row in remembered}

    def why(row: ListedCustomer) -> Cell:
        if not row.why and row.customer_id in above:
            return _ABOVE
        if row.opened_ms is None:
            return _WHYS[row.why]
        why, at = _WHYS[row.why], moments.clock_minute(row.opened_ms, zone)
        return Cell(phrase("{} {}", why.text, at), why.tone)

    if not remembered:
        return _with_columns((), zone)
    opened = any(row.opened_ms is not None for row in remembered)
    columns = [Column("why", label(""), 12 if opened else 6, why)]
    if any(_known_as(row) is not None for row in remembered):
        columns.append(
            Column("known-as", label("KNOWN AS"), 14, _who, _known_as, grows=True, drop_order=1)
        )
    return _with_columns(columns, zone)


def _known_as(row: ListedCustomer) -> str | None:
    """The first of name, e-mail and phone that the customer's attributes tell."""
    attributes = row.customer.attributes if row.customer is not None else None
    values = {} if attributes is None else {one.name: one.value for one in attributes.records}
    return next((value for name in _KNOWN_BY if (value := values.get(name))), None)


def _who(row: ListedCustomer) -> Cell:
    """The project's own list carries no attributes: nothing is missing there."""
    return text_cell(_known_as(row)) if row.why else Cell(label(""))


def found_customers_table(
    names: Names, zone: tzinfo | None = None, *, unloaded: SafeText = _NOT_LOADED
) -> Table[ListedCustomer]:
    """The same for the customers that a search found, among whom access decides.

    `unloaded` stands where a search's answer doesn't tell of access.
    """

    def access(row: ListedCustomer) -> Cell:
        return _access(row.customer, names, unloaded)

    by = Column("found-by", label("FOUND BY"), 18, _found_by, cut="middle", grows=True)
    return _with_columns([by, Column("access", label("ACCESS"), 14, access)], zone)


def _found_by(row: ListedCustomer) -> Cell:
    return Cell(row.found_by)


def everywhere_customers_table(
    projects: Mapping[str, tuple[str, Names]], zone: tzinfo | None = None
) -> Table[ListedCustomer]:
    """The same for customers of several projects, whose names stand by their keys."""

    def project(row: ListedCustomer) -> Cell:
        return text_cell(projects[row.project][0])

    def access(row: ListedCustomer) -> Cell:
        return _access(row.customer, projects[row.project][1])

    where = Column("project", label("PROJECT"), 16, project, lambda r: projects[r.project][0])
    columns = [replace(where, cut="middle"), Column("access", label("ACCESS"), 14, access)]
    table = _with_columns(columns, zone)
    return replace(
        table,
        name="found everywhere",
        key=lambda row: (row.project, row.customer_id),
        identity=lambda row: (row.project, row.customer_id),
    )


def _with_columns(
    more: Iterable[Column[ListedCustomer]], zone: tzinfo | None
) -> Table[ListedCustomer]:
    customers = customers_table(zone)
    id_, last_seen, country, platform, first_seen = customers.columns
    seen = replace(
        _lifted(first_seen), width=10, room=_WIDE, cell=lambda row: _first_seen(row, zone)
    )
    version = replace(_lifted(platform), width=19, drawn=lambda text: second_part_at(text, 8))
    return Table(
        customers.name,
        (_id(id_), *more, _lifted(last_seen), seen, _lifted(country), version),
        key=lambda row: (row.why, row.customer_id),
        empty=customers.empty,
        identity=lambda row: row.customer_id,
        stays_on_top=lambda row: bool(row.why),
    )


def _access(customer: Customer | None, names: Names, unloaded: SafeText = _NOT_LOADED) -> Cell:
    """What is active, by name. A search's own answer doesn't tell; nothing is made of that."""
    active = None if customer is None else customer.active_entitlements
    if active is None or active.unreadable:
        return Cell(unloaded, Tone.MUTED)
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
        drawn=_short_id,
    )


def _short_id(text: SafeText) -> SafeText:
    """An anonymous id by the ends of its 32 digits, which is enough to know it again."""
    if not text.plain.startswith(ANONYMOUS_PREFIX):
        return text
    return cut_between(text, len(ANONYMOUS_PREFIX) + 4, 4)


def _first_seen(row: ListedCustomer, zone: tzinfo | None) -> Cell:
    """The day: the minute is on the customer's own screen."""
    told = date_cell(row.customer.first_seen_at if row.customer is not None else None, zone)
    return _NOTHING if told.text is DASH else told


def _lifted(column: Column[Customer]) -> Column[ListedCustomer]:
    def cell(row: ListedCustomer) -> Cell:
        told = _NOTHING if row.customer is None else column.cell(row.customer)
        return _NOTHING if told.text is DASH else told

    key_of = column.sort_key

    def sort_key(row: ListedCustomer) -> Any:
        return None if row.customer is None or key_of is None else key_of(row.customer)

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
