"""The actions for what only a wide screen has, and which others go together with its column."""

from __future__ import annotations

from dataclasses import replace

from rctui.text.safe_text import label
from rctui.tui.keys.actions import (
    ACTIONS,
    ACTIVITY,
    BACK,
    BLOCKED,
    BULK,
    CLOSE,
    COPY,
    FIND,
    HELP,
    JOURNAL,
    OPEN,
    PALETTE,
    PIN,
    PREVIEW,
    PREVIOUS_CUSTOMER,
    PROJECTS,
    REDRAW,
    TRIAGE,
    Action,
)
from rctui.tui.keys.find_keys import EVERY_PROJECT
from rctui.tui.keys.list_keys import LIST_KEYS

COLUMN = Action(
    "recent-customers",
    "",
    label("Customers"),
    label("On to the column of pinned and recent customers (tab; from 160 columns on)."),
)
COLUMN_BY_TAB = replace(COLUMN, id="column-by-tab", keys="tab", footer=8)
"""For the footer alone: what moves the focus can't be another key."""
COLUMN_TAKES = (*LIST_KEYS, PIN, COPY)
"""What the column does itself, to the customer under its own cursor."""
IN_THE_COLUMN_TOO = (OPEN, PIN, COPY)
"""What has a key of the list's in the column as well."""
ALSO_FROM_THE_COLUMN = frozenset(
    (
        FIND,
        PALETTE,
        HELP,
        ACTIONS,
        PROJECTS,
        BLOCKED,
        JOURNAL,
        ACTIVITY,
        PREVIOUS_CUSTOMER,
        BULK,
        TRIAGE,
        REDRAW,
        BACK,
        CLOSE,
        PREVIEW,
        EVERY_PROJECT,
        COLUMN,
    )
)
"""What concerns neither a row of the list nor the customer on screen. All else is the list's."""
