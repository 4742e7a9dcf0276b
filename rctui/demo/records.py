"""What the simulated service remembers. Times are milliseconds since the epoch, UTC."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple


class Money(NamedTuple):
    """An amount; `gross` is what was paid, before the other three were taken out of it."""

    gross: float
    commission: float | None = 0.0
    """Absent where the service leaves it out."""
    tax: float = 0.0
    currency: str = "USD"

    @property
    def proceeds(self) -> float:
        """What is left for the developer."""
        return round(self.gross - (self.commission or 0.0) - self.tax, 3)


class Experiment(NamedTuple):
    """A customer's place in an experiment; variant `a` is the control."""

    id: str
    name: str
    variant: str


class Attribute(NamedTuple):
    """One attribute's value and when it was set; a reader may meet null."""

    value: str | None
    updated_at: int


class Subscription(NamedTuple):
    """One subscription row, of whatever status."""

    id: str
    customer_id: str
    original_customer_id: str
    product_id: str | None
    store: str
    store_identifier: str | None
    starts_at: int
    period_starts_at: int
    period_ends_at: int | None
    ends_at: int | None
    status: str
    gives_access: bool
    auto_renewal_status: str
    entitlement_ids: tuple[str, ...] = ()
    environment: str = "production"
    ownership: str = "purchased"
    country: str | None = None
    offering_id: str | None = None
    management_url: str | None = None
    pending_payment: bool = False
    pending_product_id: str | None = None
    revenue: Money = Money(0.0)
    refunded: tuple[str, ...] = ()
    """The store's ids of single payments that were given back."""
    shown_from: int = 0
    """A grant gives access at once, yet its row is listed only from this moment on."""

    def at(self, now_ms: int) -> Subscription:
        """The row as it stands at `now_ms`: a grant runs out by itself."""
        if self.store != "promotional" or self.ends_at is None or self.ends_at > now_ms:
            return self
        return self.ended(self.ends_at)

    def ended(self, at_ms: int) -> Subscription:
        """The row after it ended at `at_ms`."""
        return self._replace(
            status="expired", gives_access=False, period_ends_at=at_ms, ends_at=at_ms
        )


class Purchase(NamedTuple):
    """One purchase that doesn't renew."""

    id: str
    customer_id: str
    original_customer_id: str
    product_id: str
    store: str
    store_identifier: str
    purchased_at: int
    status: str = "owned"
    entitlement_ids: tuple[str, ...] = ()
    quantity: int = 1
    environment: str = "production"
    ownership: str = "purchased"
    country: str | None = None
    offering_id: str | None = None
    revenue: Money = Money(0.0)


class InvoiceLine(NamedTuple):
    """One line of an invoice."""

    product_identifier: str
    display_name: str | None
    duration: str | None
    unit_amount: Money
    quantity: int = 1


class Invoice(NamedTuple):
    """One Web Billing invoice; `paid_at` is empty while it is unpaid."""

    id: str
    issued_at: int
    paid_at: int | None
    total: Money
    lines: tuple[InvoiceLine, ...]
    has_file: bool = True


class Profile(NamedTuple):
    """What the list of customers shows of each."""

    id: str
    first_seen_at: int
    last_seen_at: int | None = None
    app_version: str | None = None
    country: str | None = None
    platform: str | None = None
    platform_version: str | None = None
    experiment: Experiment | None = None


@dataclass
class Customer:
    """Everything about one customer. `aliases` and `attributes` are in the order they came."""

    profile: Profile
    aliases: dict[str, int]
    attributes: dict[str, Attribute] = field(default_factory=dict)
    subscriptions: list[Subscription] = field(default_factory=list)
    purchases: list[Purchase] = field(default_factory=list)
    invoices: list[Invoice] = field(default_factory=list)
    balances: dict[str, int] = field(default_factory=dict)
    offering_override: str | None = None

    @property
    def id(self) -> str:
        """The App User ID that the service calls this customer by."""
        return self.profile.id

    @property
    def email(self) -> str | None:
        """The `$email` attribute, which is all that the search looks at."""
        attribute = self.attributes.get("$email")
        return attribute.value if attribute else None
