"""The actions on many customers: playbooks, bulk, triage."""

from __future__ import annotations

from rctui.text.safe_text import label
from rctui.tui.keys.actions import Action

PLAYBOOK = Action(
    "playbook",
    "P",
    label("Playbook"),
    label("Do several things at once that your team has agreed on, in one review."),
    footer=12,
)
BULK_SEND = Action(
    "bulk-send",
    "S",
    label("Send"),
    label("Review the plan and send every row that it lets through."),
    footer=4,
)
BULK_PAUSE = Action(
    "bulk-pause",
    "t",
    label("Pause"),
    label("Begin no further row until pressed again; those under way come to their end."),
    footer=5,
)
BULK_STOP = Action(
    "bulk-stop",
    "z",
    label("Stop"),
    label("Begin no further row. What is left can be sent later, each row once."),
    footer=6,
)
