"""What the API can do at a store: cancel a renewal, give money back. None of it can be undone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rctui.customers.changes import rules
from rctui.customers.changes.change import Change
from rctui.customers.changes.errors import ChangeError, NotThere, WrongStore
from rctui.customers.changes.store_gates import (
    PLAY_STORE,
    WEB_BILLING,
    WILL_NOT_RENEW,
    cancel_elsewhere,
    refund_elsewhere,
)
from rctui.customers.readback.looks import LookAtCustomer, LookAtPurchase, LookAtSubscription
from rctui.text.safe_text import SafeText, label, phrase, safe

if TYPE_CHECKING:
    from rctui.api.writer import CustomerWriter
    from rctui.customers.readback.looks import Look
    from rctui.customers.readback.observation import Observation
    from rctui.customers.verdicts.access import Viewpoint


@dataclass(frozen=True, slots=True)
class StoreChange(Change):
    """What is done to one row of a customer."""

    row_id: str
    """The subscription's or purchase's id."""
    product_id: str
    """What was bought, for the words; empty where that is not told."""

    level: ClassVar[int] = 3
    needs_customer: ClassVar[bool] = True
    lags: ClassVar[bool] = True
    store: ClassVar[str] = WEB_BILLING
    """The only store that does it."""
    is_purchase: ClassVar[bool] = False
    """Whether the row is a one-time purchase."""

    @property
    def looks(self) -> tuple[Look, ...]:
        """The customer and the row."""
        return (LookAtCustomer(self.customer_id), LookAtSubscription(self.customer_id, self.row_id))

    def check(self, now_ms: int) -> None:  # noqa: ARG002 - does not depend on the time
        """Refuse a row without an id. Raises ChangeError."""
        rules.check_customer_id(self.customer_id)
        if not self.row_id:
            raise ChangeError("Which row is meant is not said.", field="row")

    def check_against(self, seen: Observation) -> None:
        """Refuse a row that is gone, or of another store. Raises ChangeError."""
        Change.check_against(self, seen)
        if seen.row is None:
            return
        if not seen.row:
            raise NotThere("The row is not there any more.", hint="Load again.", field="row")
        store = str(seen.row.get("store") or "")
        if store != self.store:
            raise WrongStore(self._elsewhere(store).plain, field="row")

    def _elsewhere(self, store: str) -> SafeText:
        return refund_elsewhere(store, is_purchase=self.is_purchase)

    def product(self, view: Viewpoint) -> SafeText:
        """The product's name, or the row's id where it has none."""
        return view.names.of(self.product_id) if self.product_id else safe(self.row_id)


@dataclass(frozen=True, slots=True)
class CancelSubscription(StoreChange):
    """The end of a Web Billing renewal. Access stays until the period ends."""

    kind: ClassVar[str] = "cancel-subscription"

    def check_against(self, seen: Observation) -> None:
        """Refuse what is cancelled already, too. Raises ChangeError."""
        StoreChange.check_against(self, seen)
        if seen.row and seen.row.get("renewal") == WILL_NOT_RENEW:
            raise ChangeError("The subscription is cancelled already.", field="row")

    def _elsewhere(self, store: str) -> SafeText:
        return cancel_elsewhere(store)

    def summary(self, view: Viewpoint) -> SafeText:
        """`Cancel the subscription Pro monthly of user_42`."""
        words = "Cancel the subscription {} of {}"
        return phrase(words, self.product(view), safe(self.customer_id))

    async def send(self, writer: CustomerWriter) -> None:
        """Send it. Raises ApiError."""
        await writer.cancel_subscription(self.row_id)


@dataclass(frozen=True, slots=True)
class RefundSubscription(StoreChange):
    """The last Web Billing payment goes back, and access by it ends at once."""

    kind: ClassVar[str] = "refund-subscription"

    def summary(self, view: Viewpoint) -> SafeText:
        """`Refund the last payment of Pro monthly of user_42, which ends it`."""
        words = "Refund the last payment of {} of {}, which ends it"
        return phrase(words, self.product(view), safe(self.customer_id))

    async def send(self, writer: CustomerWriter) -> None:
        """Send it. Raises ApiError."""
        await writer.refund_subscription(self.row_id)


@dataclass(frozen=True, slots=True)
class RefundTransaction(StoreChange):
    """One Play Store payment goes back. The subscription is neither cancelled nor revoked."""

    transaction_id: str

    kind: ClassVar[str] = "refund-transaction"
    lags: ClassVar[bool] = False
    store: ClassVar[str] = PLAY_STORE

    def check(self, now_ms: int) -> None:
        """Refuse a payment without an id, too. Raises ChangeError."""
        StoreChange.check(self, now_ms)
        if not self.transaction_id:
            raise ChangeError("Which payment is meant is not said.", field="transaction")

    def summary(self, view: Viewpoint) -> SafeText:
        """`Refund the payment GPA.… for Pro monthly of user_42`."""
        words = "Refund the payment {} for {} of {}"
        payment = safe(self.transaction_id)
        return phrase(words, payment, self.product(view), safe(self.customer_id))

    async def send(self, writer: CustomerWriter) -> None:
        """Send it. Raises ApiError."""
        await writer.refund_transaction(self.row_id, self.transaction_id)


@dataclass(frozen=True, slots=True)
class RefundPurchase(StoreChange):
    """The price of a Web Billing purchase goes back, and what it gives ends."""

    kind: ClassVar[str] = "refund-purchase"
    is_purchase: ClassVar[bool] = True

    @property
    def looks(self) -> tuple[Look, ...]:
        """The customer and the row."""
        return (LookAtCustomer(self.customer_id), LookAtPurchase(self.customer_id, self.row_id))

    def check_against(self, seen: Observation) -> None:
        """Refuse what is refunded already, too. Raises ChangeError."""
        StoreChange.check_against(self, seen)
        if seen.row and seen.row.get("status") == "refunded":
            raise ChangeError("The purchase is refunded already.", field="row")

    def summary(self, view: Viewpoint) -> SafeText:
        """`Refund the purchase One course of user_42`."""
        words = "Refund the purchase {} of {}"
        return phrase(words, self.product(view), safe(self.customer_id))

    async def send(self, writer: CustomerWriter) -> None:
        """Send it. Raises ApiError."""
        await writer.refund_purchase(self.row_id)


NO_WAY_BACK = label("Neither a cancellation nor a refund can be taken back here.")
