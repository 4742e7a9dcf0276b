"""The actions for looking at a customer over time, and at two customers at once."""

from __future__ import annotations

from rctui.text.safe_text import label
from rctui.tui.keys.actions import Action

WATCH = Action(
    "watch",
    "w",
    label("Watch"),
    label("Look at this customer again and again, and list every change."),
    footer=14,
)
WATCH_UNTIL = Action(
    "watch-until",
    "u",
    label("Until…"),
    label("Say what to wait for: an entitlement, a status, a balance."),
    footer=4,
)
COMPARE = Action(
    "compare",
    "m",
    label("Compare"),
    label("Mark this customer; on another one (or with two rows marked), show both side by side."),
    footer=14,
)
"""The second time, on another customer, compares."""
