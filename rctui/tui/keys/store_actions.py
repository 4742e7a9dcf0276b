"""What can be done at a store to the row under the cursor, on a customer's tabs 2 and 3.

Without keys of their own: they are rare, and the list of actions says where each is possible.
"""

from __future__ import annotations

from rctui.text.safe_text import label
from rctui.tui.keys.actions import Action

CANCEL_SUBSCRIPTION = Action(
    "cancel-subscription",
    "",
    label("Cancel renewal"),
    label("Cancel the Web Billing subscription under the cursor; access stays until it ends."),
)
REFUND = Action(
    "refund",
    "",
    label("Refund"),
    label("Give money back for the row under the cursor: Web Billing, or one Play payment."),
)
MANAGEMENT_LINK = Action(
    "management-link",
    "",
    label("Portal link"),
    label("Make a link, good once, with which the customer manages a Web Billing subscription."),
)
AT_A_STORE = (CANCEL_SUBSCRIPTION, REFUND, MANAGEMENT_LINK)
