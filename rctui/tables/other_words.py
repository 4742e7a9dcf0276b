"""Words by which somebody may look for a command that is called something else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

OTHER_WORDS: Final[Mapping[str, str]] = {
    "activity": "requests log history",
    "attributes": "e-mail email phone",
    "back": "quit exit leave",
    "block": "ban fraud",
    "bulk": "batch mass spreadsheet",
    "cancel-subscription": "unsubscribe",
    "copy": "clipboard e-mail email",
    "currencies": "coins gift compensate credit debit balance wallet",
    "dashboard": "browser website",
    "delete": "erase gdpr remove",
    "download": "invoice receipt bill",
    "environment": "sandbox",
    "find": "search look up e-mail email order",
    "grant": "gift compensate extend promotional",
    "journal": "history audit log undo changes",
    "new-customer": "create",
    "offering": "paywall override",
    "playbook": "macro gift compensate make-good",
    "projects": "switch",
    "refund": "money back chargeback",
    "reload": "refresh",
    "reverse": "undo take back",
    "revoke": "remove",
    "ticket-summary": "support",
    "transfer": "merge",
    "triage": "several",
    "unblock": "unban",
    "why": "reason explain",
}
"""By the id of the command. They are matched and never shown."""
