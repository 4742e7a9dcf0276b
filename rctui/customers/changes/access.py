"""Grant, revoke, offering override."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rctui.customers.changes import rules
from rctui.customers.changes.change import Change
from rctui.customers.readback.looks import LookAtCustomer, LookAtGrants
from rctui.text import moments
from rctui.text.safe_text import SafeText, phrase, safe

if TYPE_CHECKING:
    from rctui.api.writer import CustomerWriter
    from rctui.customers.readback.looks import Look
    from rctui.customers.verdicts.access import Viewpoint


@dataclass(frozen=True, slots=True)
class GrantEntitlement(Change):
    """Access to an entitlement until a moment, beside whatever was bought."""

    entitlement_id: str
    expires_at_ms: int
    """In ms since the epoch."""

    kind: ClassVar[str] = "grant"
    level: ClassVar[int] = 2
    needs_customer: ClassVar[bool] = True
    lags: ClassVar[bool] = True

    @property
    def looks(self) -> tuple[Look, ...]:
        """The customer, and the grants of the entitlement."""
        return (
            LookAtCustomer(self.customer_id, self.entitlement_id),
            LookAtGrants(self.customer_id, self.entitlement_id),
        )

    def check(self, now_ms: int) -> None:
        """Refuse an end that is no time or past. Raises ChangeError."""
        rules.check_customer_id(self.customer_id)
        rules.check_grant_end(self.expires_at_ms, now_ms)

    def summary(self, view: Viewpoint) -> SafeText:
        """`Grant pro to user_42 until 3 Dec 2026, 09:14 UTC`."""
        name = view.names.of(self.entitlement_id)
        until = moments.both_clocks(self.expires_at_ms, view.zone)
        return phrase("Grant {} to {} until {}", name, safe(self.customer_id), until)

    async def send(self, writer: CustomerWriter) -> None:
        """Send it. Raises ApiError."""
        await writer.grant_entitlement(
            self.customer_id, self.entitlement_id, expires_at=self.expires_at_ms
        )


@dataclass(frozen=True, slots=True)
class RevokeEntitlement(Change):
    """The end of every grant of an entitlement. What was bought stays."""

    entitlement_id: str

    kind: ClassVar[str] = "revoke"
    level: ClassVar[int] = 2
    needs_customer: ClassVar[bool] = True
    lags: ClassVar[bool] = True

    @property
    def looks(self) -> tuple[Look, ...]:
        """The customer, and the grants of the entitlement."""
        return (
            LookAtCustomer(self.customer_id, self.entitlement_id),
            LookAtGrants(self.customer_id, self.entitlement_id),
        )

    def summary(self, view: Viewpoint) -> SafeText:
        """`Revoke the grant of pro from user_42`."""
        name = view.names.of(self.entitlement_id)
        return phrase("Revoke the grant of {} from {}", name, safe(self.customer_id))

    async def send(self, writer: CustomerWriter) -> None:
        """Send it. Raises ApiError."""
        await writer.revoke_granted_entitlement(self.customer_id, self.entitlement_id)


@dataclass(frozen=True, slots=True)
class AssignOffering(Change):
    """The offering that a customer sees in place of the current one; `None` clears that."""

    offering_id: str | None

    kind: ClassVar[str] = "offering"
    level: ClassVar[int] = 1

    def summary(self, view: Viewpoint) -> SafeText:
        """`Show the offering spring to user_42`."""
        if self.offering_id is None:
            return phrase("Clear the offering override of {}", safe(self.customer_id))
        name = view.names.of(self.offering_id)
        return phrase("Show the offering {} to {}", name, safe(self.customer_id))

    async def send(self, writer: CustomerWriter) -> None:
        """Send it. Raises ApiError."""
        await writer.assign_offering(self.customer_id, self.offering_id)
