"""Each of the eleven writes as an operator makes it: which keys, and what comes of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Write:
    """The keys of one write, from the screen on which it begins."""

    name: str
    operation: str
    """What the server calls it."""
    customer: str
    """On whose screen it begins; empty is Find."""
    keys: tuple[str, ...]
    """Up to the review, the challenge left out."""
    about: str
    """The customer it is about."""
    challenge: str = ""
    seen: str = "APPLIED"
    """What is told of the read-back."""

    @property
    def is_keyed(self) -> bool:
        """Whether it can be sent twice without harm."""
        return "currency" in self.operation

    @property
    def final(self) -> tuple[str, ...]:
        """The last keys: the challenge with its enter, if any, then the one that runs it."""
        return (*self.challenge, "enter", "y") if self.challenge else ("y",)


ENTERS: Final = ("enter", "enter")
EVERY_WRITE: Final = (
    Write(
        "grant",
        "grant_entitlement",
        "user_42",
        ("G", "down", "enter", "7", *ENTERS),
        "user_42",
        seen="pro is granted until",
    ),
    Write(
        "revoke",
        "revoke_granted_entitlement",
        "user_42",
        ("R", *ENTERS),
        "user_42",
        seen="legacy is no longer active",
    ),
    Write(
        "offering",
        "assign_offering",
        "user_42",
        ("O", "down", *ENTERS),
        "user_42",
        seen="can't read an offering override back",
    ),
    Write(
        "attributes",
        "set_attributes",
        "user_42",
        ("A", *"nick=bob", *ENTERS),
        "user_42",
        seen="All attributes are as asked",
    ),
    Write(
        "transaction",
        "create_currency_transaction",
        "user_42",
        ("C", *"GLD+500", "enter", "enter", *"T-1", "enter"),
        "user_42",
        seen="Now: 580 GLD",
    ),
    Write(
        "update balance",
        "update_currency_balance",
        "user_42",
        ("C", *"GLD+5", "enter", "down", *ENTERS),
        "user_42",
        seen="Now: 85 GLD",
    ),
    Write(
        "create",
        "create_customer",
        "",
        ("escape", "N", *"brand_new", "enter", *"nick=bob", *ENTERS),
        "brand_new",
        seen="The customer is there",
    ),
    Write(
        "transfer",
        "transfer",
        "goodwill_month",
        ("T", *"user_42", "enter", *ENTERS),
        "goodwill_month",
        challenge="goodwill_month",
        seen="rows are with the target now",
    ),
    Write(
        "delete",
        "delete_customer",
        "delete_me_please",
        ("D", "enter"),
        "delete_me_please",
        challenge="delete_me_please",
        seen="The customer is gone",
    ),
    Write(
        "block",
        "block_customer",
        "chargeback_farm",
        ("B", "enter"),
        "chargeback_farm",
        challenge="chargeback_farm",
        seen="The id is blocked",
    ),
    Write(
        "unblock",
        "unblock_customer",
        "",
        ("escape", "b", "j", "U", "enter"),
        "object",
        seen="The id is free",
    ),
)
