"""Which columns each list has, by id. The lists themselves are above this layer; a test compares.

`columns` in the configuration names them; a list shows those, in that order, where there is room.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rctui.config.nearest import unknown_word

if TYPE_CHECKING:
    from collections.abc import Mapping

COLUMN_IDS: Final[Mapping[str, tuple[str, ...]]] = {
    "aliases": ("kind", "id", "note", "created", "age"),
    "attributes": ("name", "value", "updated", "kind"),
    "currencies": ("code", "balance", "name", "description"),
    "customers": ("id", "last-seen", "country", "platform", "first-seen"),
    "entitlements": ("name", "environment", "state", "until", "via", "left", "id"),
    "invoices": ("issued", "paid", "total", "lines", "file", "id"),
    "purchases": (
        "environment",
        "status",
        "product",
        "quantity",
        "store",
        "bought",
        "entitlements",
        "revenue",
    ),
    "subscriptions": (
        "environment",
        "status",
        "product",
        "store",
        "ends",
        "access",
        "entitlements",
        "since",
        "revenue",
    ),
}


def known_columns(columns: dict[str, list[str]]) -> dict[str, list[str]]:
    """The same, if every list has the columns. Raises ValueError, with the nearest known name."""
    for section, ids in columns.items():
        for id_ in ids:
            if id_ not in COLUMN_IDS[section]:
                raise ValueError(f"{section}: {unknown_word('column', id_, COLUMN_IDS[section])}")
    return columns
