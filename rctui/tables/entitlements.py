"""Active entitlements of one customer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rctui.customers.verdicts.own_grant import IN_A_CELL, own_grant_of
from rctui.customers.verdicts.sources import sources_by_entitlement, via_all
from rctui.tables.formatting import environment_cell, text_cell
from rctui.tables.table import Cell, Column, Table, Tone
from rctui.text import moments
from rctui.text.safe_text import label

if TYPE_CHECKING:
    from rctui.api.models.active_entitlement import CustomerEntitlement
    from rctui.customers.verdicts.access import Viewpoint
    from rctui.customers.verdicts.facts import Facts


def entitlements_table(view: Viewpoint, facts: Facts | None = None) -> Table[CustomerEntitlement]:
    """The columns of the Entitlements tab; `view` gives names, now and the time zone.

    With `facts`, the environment and what gives each entitlement are told as well: the API
    itself says neither.
    """

    def name(record: CustomerEntitlement) -> Cell:
        return Cell(view.names.of(record.entitlement_id))

    def until(record: CustomerEntitlement) -> Cell:
        if record.expires_at is None:
            return Cell(label("no end"))
        return Cell(moments.minute(record.expires_at, view.zone))

    def left(record: CustomerEntitlement) -> Cell:
        return _left(record.expires_at, view.now_ms)

    environment, via = _derived(view, facts) if facts is not None else ((), ())
    return Table(
        "entitlements",
        (
            Column("name", label("ENTITLEMENT"), 18, name, lambda e: e.entitlement_id, grows=True),
            *environment,
            Column("state", label("STATE"), 8, _state),
            Column("until", label("UNTIL"), 16, until, lambda e: e.expires_at),
            *via,
            Column("left", label("LEFT"), 12, left, lambda e: e.expires_at, drop_order=2),
            Column(
                "id", label("ID"), 20, _id, lambda e: e.entitlement_id, grows=True, drop_order=3
            ),
        ),
        key=lambda record: record.entitlement_id,
        empty=label("No entitlement is active now."),
        next_step=label("What has ended: tab 2. Why: up to the access line, then enter."),
    )


_Columns = tuple[Column["CustomerEntitlement"], ...]


def _derived(view: Viewpoint, facts: Facts) -> tuple[_Columns, _Columns]:
    """The columns that subscriptions and purchases tell."""
    sources = sources_by_entitlement(facts)
    unknown = (
        Cell(label("nothing on record"), Tone.ATTENTION)
        if facts.paid_for_is_whole
        else Cell(label("not loaded"), Tone.MUTED)
    )

    def environment(record: CustomerEntitlement) -> Cell:
        giving = sources.get(record.entitlement_id)
        return environment_cell(giving[0].environment if giving else None)

    def via(record: CustomerEntitlement) -> Cell:
        giving = sources.get(record.entitlement_id)
        if giving:
            return Cell(via_all(giving, view))
        return Cell(IN_A_CELL, Tone.GOOD) if own_grant_of(record, facts) else unknown

    return (
        (Column("environment", label("ENV"), 4, environment),),
        (Column("via", label("VIA"), 22, via, grows=True, drop_order=1),),
    )


def _state(_: CustomerEntitlement) -> Cell:
    return Cell(label("Active"), Tone.GOOD)


def _id(record: CustomerEntitlement) -> Cell:
    return text_cell(record.entitlement_id, Tone.MUTED)


def _left(expires_at: int | None, now_ms: int) -> Cell:
    if expires_at is None:
        return Cell(tone=Tone.MUTED)
    if expires_at <= now_ms:
        return Cell(label("date is past"), Tone.ATTENTION)
    return Cell(moments.distance(expires_at, now_ms))
