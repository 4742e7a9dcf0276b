"""What a project allows in a change: limits, tickets, protection, and how sure one must be."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from rctui.text.moments import DAY_MS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rctui.customers.changes.every_change import Change

HIGHEST_LEVEL: Final = 3


@dataclass(frozen=True, slots=True)
class WriteRules:
    """One project's rules, as its configuration says. The door keeps them, whoever asks."""

    require_ticket: bool = False
    max_grant_days: int | None = None
    """The longest grant, from now; `None` is any."""
    max_credit: Mapping[str, int] = field(default_factory=dict)
    """The largest credit at once, by currency code; a code that is missing has no limit."""
    high_risk: bool = False
    no_review_for_small: bool = False
    """Whether changes of level 1 need no review."""

    def check(self, change: Change, ticket: str, now_ms: int) -> None:
        """Refuse what the project doesn't allow. Raises OverLimit, TicketMissing."""
        # Every project has rules; what can be changed is only needed once something is.
        from rctui.customers.changes.every_change import AdjustCurrencies, GrantEntitlement

        self.check_ticket(ticket)
        if isinstance(change, GrantEntitlement):
            self.check_grant(change.expires_at_ms, now_ms)
        if isinstance(change, AdjustCurrencies):
            self.check_credits(dict(change.adjustments))

    def check_ticket(self, ticket: str) -> None:
        """Refuse an empty ticket where one is required."""
        if self.require_ticket and not ticket.strip():
            from rctui.customers.changes.errors import TicketMissing

            raise TicketMissing(
                "This project wants a ticket with every change.",
                hint="Name the ticket.",
                field="ticket",
            )

    def check_grant(self, expires_at_ms: int, now_ms: int) -> None:
        """Refuse a grant that is too long."""
        longest = self.max_grant_days
        # A minute more: the end was chosen a while before it is sent.
        if longest is not None and expires_at_ms - now_ms > longest * DAY_MS + 60_000:
            from rctui.customers.changes.errors import OverLimit

            raise OverLimit(
                f"This project allows grants of {longest} days at the most.",
                hint="Choose an earlier end.",
                field="end",
            )

    def check_credits(self, adjustments: Mapping[str, int]) -> None:
        """Refuse a credit that is too large."""
        for code, amount in adjustments.items():
            most = self.max_credit.get(code)
            if most is not None and amount > most:
                from rctui.customers.changes.errors import OverLimit

                raise OverLimit(
                    f"This project allows credits of {most} {code} at the most.",
                    hint="Credit less.",
                    field="amount",
                )

    def level(self, change: Change, customers: int = 1) -> int:
        """How much it takes to send a change; 0 is no review at all."""
        more = int(self.high_risk or customers > 1)
        if change.level == 1 and self.no_review_for_small and not more:
            return 0
        return min(HIGHEST_LEVEL, change.level + more)
