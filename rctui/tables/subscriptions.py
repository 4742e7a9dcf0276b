"""Subscriptions of one customer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

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
from rctui.text import moments
from rctui.text.safe_text import SafeText, label, phrase

if TYPE_CHECKING:
    from rctui.api.models.subscription import Subscription
    from rctui.customers.verdicts.access import Viewpoint

_ACCESS: Final = {
    True: Cell(label("yes"), Tone.GOOD),
    False: Cell(label("no"), Tone.MUTED),
    None: Cell(label("?"), Tone.ATTENTION),
}
_FAILING: Final = frozenset({"in_grace_period", "in_billing_retry"})


def subscriptions_table(view: Viewpoint) -> Table[Subscription]:
    """The columns of the Subscriptions tab; `view` gives names, now and the time zone."""

    def product(row: Subscription) -> Cell:
        return product_cell(row, view)

    def ends(row: Subscription) -> Cell:
        return _ends(row, view)

    def gives(row: Subscription) -> Cell:
        return entitlements_cell(row, view)

    def since(row: Subscription) -> Cell:
        return moment_cell(row.starts_at, view.zone)

    return Table(
        "subscriptions",
        (
            Column("environment", label("ENV"), 4, _environment, lambda s: s.environment),
            Column("status", label("STATE"), 16, _status, lambda s: s.status, grows=True),
            Column("product", label("PRODUCT"), 16, product, lambda s: s.product_id, grows=True),
            Column("store", label("STORE"), 11, _store, lambda s: s.store, drop_order=1),
            Column("ends", label("RENEWS/ENDS"), 18, ends, lambda s: s.current_period_ends_at),
            Column("access", label("ACCESS"), 6, _access, _access_key, drop_order=2),
            Column("entitlements", label("GIVES"), 16, gives, grows=True, drop_order=3),
            Column("since", label("SINCE"), 16, since, lambda s: s.starts_at, drop_order=4),
            Column("revenue", label("PAID"), 14, _paid, _paid_key, align="right", drop_order=5),
        ),
        key=lambda row: row.id,
        empty=label("No subscriptions."),
        next_step=label("One-time purchases: tab 3. Another id of the person: tab 4."),
    )


def _environment(row: Subscription) -> Cell:
    return environment_cell(row.environment)


def _status(row: Subscription) -> Cell:
    if row.status in _FAILING or row.pending_payment:
        return word_cell(STATUSES, row.status, Tone.ATTENTION)
    return word_cell(STATUSES, row.status, Tone.GOOD if row.gives_access else Tone.MUTED)


def _store(row: Subscription) -> Cell:
    return store_cell(row)


def _access(row: Subscription) -> Cell:
    return _ACCESS[row.gives_access]


def _access_key(row: Subscription) -> int | None:
    return None if row.gives_access is None else int(row.gives_access)


def _paid(row: Subscription) -> Cell:
    return money_cell(row.total_revenue_in_usd)


def _paid_key(row: Subscription) -> float | None:
    return row.total_revenue_in_usd.gross if row.total_revenue_in_usd else None


def _ends(row: Subscription, view: Viewpoint) -> Cell:
    """`renews 2026-12-01`, `ends 2026-12-01`, `ended 2025-08-30`, `no end`."""
    at_ms = row.ends_at if row.ends_at is not None else row.current_period_ends_at
    if at_ms is None:
        return Cell(label("no end"))
    day = moments.date(at_ms, view.zone)
    if at_ms <= view.now_ms:
        return Cell(phrase("ended {}", day), Tone.MUTED)
    return Cell(_ahead(row, day))


def _ahead(row: Subscription, day: SafeText) -> SafeText:
    if row.status == "expired":
        return phrase("until {}", day)
    if row.auto_renewal_status == "will_renew":
        return phrase("renews {}", day)
    if row.auto_renewal_status == "will_change_product":
        return phrase("changes {}", day)
    if row.auto_renewal_status == "will_pause":
        return phrase("pauses {}", day)
    return phrase("ends {}", day)
