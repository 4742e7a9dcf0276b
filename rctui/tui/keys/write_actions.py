"""The actions that can end in a write. Each opens a dialog; none of them sends anything itself."""

from __future__ import annotations

from dataclasses import replace

from rctui.text.safe_text import label
from rctui.tui.keys.actions import Action
from rctui.tui.keys.many_actions import BULK_SEND, PLAYBOOK
from rctui.tui.keys.store_actions import CANCEL_SUBSCRIPTION, MANAGEMENT_LINK, REFUND

GRANT = Action(
    "grant", "G", label("Grant"), label("Give access to an entitlement until a moment."), 4
)
REVOKE = Action(
    "revoke", "R", label("Revoke"), label("End a grant; what was bought stays."), footer=9
)
TRANSFER = Action(
    "transfer",
    "T",
    label("Transfer"),
    label("Move subscriptions and purchases to another customer."),
    footer=15,
)
OFFERING = Action(
    "offering",
    "O",
    label("Offering"),
    label("Show the customer another offering, or clear that."),
    footer=16,
)
ATTRIBUTES = Action(
    "attributes", "A", label("Attributes"), label("Set and delete attributes."), footer=11
)
CURRENCIES = Action(
    "currencies",
    "C",
    label("Currencies"),
    label("Add to, take from or set balances of virtual currencies."),
    footer=8,
)
BLOCK = Action(
    "block",
    "B",
    label("Block"),
    label("Block the id, which deletes the customer; what can be read is saved first."),
    footer=18,
)
UNBLOCK = Action(
    "unblock", "U", label("Unblock"), label("Free the id; an empty customer appears."), footer=5
)
UNBLOCK_HERE = replace(UNBLOCK, footer=20)
"""The same on a customer, where it is rarely what one came for."""
NEW_CUSTOMER = Action(
    "new-customer", "N", label("New"), label("Create a customer, with attributes."), footer=13
)
DELETE = Action(
    "delete",
    "D",
    label("Delete"),
    label("Delete the customer for good; what can be read is saved first."),
    footer=19,
)
REVERSE = Action(
    "reverse",
    "Z",
    label("Reverse"),
    label("Undo the last own write on this customer by its opposite, reviewed like any other."),
    footer=17,
)

CHECK = Action(
    "check",
    "c",
    label("Check"),
    label("Read the customer again and compare: evidence, no write."),
    footer=5,
)
SEND_AGAIN = Action(
    "send-again",
    "S",
    label("Send again"),
    label("Send an unconfirmed write again with its own idempotency key."),
    footer=6,
)
SETTLE_APPLIED = Action(
    "settle-applied", "Y", label("It was done"), label("Note that you know it was done."), footer=7
)
SETTLE_NOT_APPLIED = Action(
    "settle-not-applied",
    "X",
    label("It was not done"),
    label("Note that you know it was not done."),
    footer=8,
)

ON_A_CUSTOMER = (
    GRANT,
    REVOKE,
    CURRENCIES,
    PLAYBOOK,
    ATTRIBUTES,
    OFFERING,
    TRANSFER,
    BLOCK,
    UNBLOCK_HERE,
    DELETE,
    REVERSE,
    CANCEL_SUBSCRIPTION,
    REFUND,
    MANAGEMENT_LINK,
)
WRITES = (*ON_A_CUSTOMER, UNBLOCK, NEW_CUSTOMER, BULK_SEND)
