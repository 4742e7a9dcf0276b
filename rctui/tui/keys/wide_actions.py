"""The action for what only a wide screen has."""

from __future__ import annotations

from dataclasses import replace

from rctui.text.safe_text import label
from rctui.tui.keys.actions import Action

COLUMN = Action(
    "recent-customers",
    "",
    label("Customers"),
    label("On to the column of pinned and recent customers (tab; from 160 columns on)."),
)
COLUMN_BY_TAB = replace(COLUMN, id="column-by-tab", keys="tab", footer=8)
"""For the footer alone: what moves the focus can't be another key."""
