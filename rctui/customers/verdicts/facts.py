"""Everything that was loaded about one customer: what conclusions are drawn from."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rctui.customers.sections import Section, SectionState
from rctui.customers.verdicts.loaded import is_whole, records_of, shortfall

if TYPE_CHECKING:
    from datetime import tzinfo

    from rctui.api.models.alias import CustomerAlias
    from rctui.api.models.attribute import CustomerAttribute
    from rctui.api.models.currency import VirtualCurrencyBalance
    from rctui.api.models.customer import Customer
    from rctui.api.models.invoice import Invoice
    from rctui.api.models.purchase import Purchase
    from rctui.api.models.subscription import Subscription
    from rctui.customers.verdicts.own_deed import OwnDeed
    from rctui.customers.verdicts.own_grant import OwnGrant
    from rctui.text.safe_text import SafeText


@dataclass(frozen=True, slots=True)
class Facts:
    """One customer as far as it is loaded. The lists are those without any filter."""

    customer: Customer
    asked: str
    """The id that was looked up; any alias finds the customer."""
    subscriptions: SectionState[Subscription] = field(default_factory=SectionState)
    purchases: SectionState[Purchase] = field(default_factory=SectionState)
    aliases: SectionState[CustomerAlias] = field(default_factory=SectionState)
    attributes: SectionState[CustomerAttribute] = field(default_factory=SectionState)
    invoices: SectionState[Invoice] = field(default_factory=SectionState)
    currencies: SectionState[VirtualCurrencyBalance] = field(default_factory=SectionState)
    restore_behavior: str = "unknown"
    """What the project's configuration says; the API doesn't."""
    own: OwnDeed | None = None
    """What we ourselves did last to the id as a whole, as far as our journal knows."""
    own_grants: tuple[OwnGrant, ...] = ()
    """What we ourselves granted, as far as our journal knows: the API lists grants late."""

    @property
    def subscription_rows(self) -> tuple[Subscription, ...]:
        """The readable subscriptions."""
        return records_of(self.subscriptions)

    @property
    def purchase_rows(self) -> tuple[Purchase, ...]:
        """The readable purchases."""
        return records_of(self.purchases)

    @property
    def paid_for_is_whole(self) -> bool:
        """Whether all subscriptions and all purchases are there."""
        return is_whole(self.subscriptions) and is_whole(self.purchases)

    @property
    def own_ids(self) -> frozenset[str]:
        """The customer's id and its aliases, as far as they are loaded."""
        return frozenset(
            {self.customer.id, self.asked} | {alias.id for alias in records_of(self.aliases)}
        )

    def missing(self, zone: tzinfo | None = None) -> tuple[SafeText, ...]:
        """What subscriptions and purchases leave open, in words."""
        words = (
            shortfall(self.subscriptions, Section.SUBSCRIPTIONS, zone),
            shortfall(self.purchases, Section.PURCHASES, zone),
        )
        return tuple(one for one in words if one is not None)
