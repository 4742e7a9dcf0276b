"""What can be done at a store from a customer's screen: cancel, refund, a link for the customer."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from rctui.api.page import Unreadable
from rctui.customers.changes.store_gates import (
    PLAY_STORE,
    why_no_cancel,
    why_no_link,
    why_no_refund,
)
from rctui.tables.formatting import money_cell
from rctui.text import moments
from rctui.text.safe_text import SafeText, join, label, phrase, safe
from rctui.tui.customer import tabs
from rctui.tui.customer.acts import CustomerActs
from rctui.tui.keys.store_actions import AT_A_STORE, CANCEL_SUBSCRIPTION, MANAGEMENT_LINK, REFUND
from rctui.worker.answers import Need

if TYPE_CHECKING:
    from rctui.api.models.purchase import Purchase
    from rctui.api.models.subscription import Subscription
    from rctui.api.models.transaction import SubscriptionTransaction
    from rctui.api.page import Page
    from rctui.customers.changes.at_store import StoreChange
    from rctui.secret import Secret
    from rctui.tui.keys.actions import Action
    from rctui.tui.screens.pick import PickRow
    from rctui.worker.answers import Answer

_PAYMENTS = "payments"
_LINK = "management-link"
_LONGEST = 8192
_A_SUBSCRIPTION = label("Put the cursor on a subscription first: tab 2.")
_A_ROW = label("Put the cursor on a subscription or purchase first: tabs 2 and 3.")


class CustomerStore(CustomerActs):
    """The part of the customer's screen that acts on the row under the cursor at its store."""

    def why_not(self, action: Action) -> SafeText | None:
        """Why an action can't be done now; at a store, what the row doesn't allow."""
        if action in AT_A_STORE:
            return self.program.why_no_writes() or self._gate(action)
        return super().why_not(action)

    def _gate(self, action: Action) -> SafeText | None:
        subscription, purchase = self._subscription, self._purchase
        if action is REFUND and purchase is not None:
            return why_no_refund(purchase, is_purchase=True)
        if subscription is None:
            return _A_ROW if action is REFUND else _A_SUBSCRIPTION
        if action is REFUND:
            return why_no_refund(subscription, is_purchase=False)
        gate = why_no_cancel if action is CANCEL_SUBSCRIPTION else why_no_link
        return gate(subscription)

    @property
    def _subscription(self) -> Subscription | None:
        return cast("Subscription | None", self._row_on(tabs.SUBSCRIPTIONS))

    @property
    def _purchase(self) -> Purchase | None:
        return cast("Purchase | None", self._row_on(tabs.PURCHASES))

    def _row_on(self, tab: tabs.Tab) -> object:
        """The readable row under the cursor, if that tab is open."""
        row = self.section.table.cursor_row if self.tab is tab else None
        return None if isinstance(row, Unreadable) else row

    def _refused(self, action: Action) -> bool:
        """Say why it can't be done, if that is so."""
        why_not = self.why_not(action)
        if why_not is not None:
            self.program.say(why_not)
        return why_not is not None

    def _say_shortly(self, words: SafeText) -> None:
        self.program.notify(words.plain, markup=False, timeout=1)

    # Cancel and refund

    def action_cancel_subscription(self) -> None:
        """Cancel the subscription under the cursor."""
        from rctui.customers.changes.at_store import CancelSubscription

        row = self._subscription
        if not self._refused(CANCEL_SUBSCRIPTION) and row is not None:
            self._ask_at_store(CancelSubscription(self.customer_id, row.id, row.product_id or ""))

    def action_refund(self) -> None:
        """Give money back for the row under the cursor."""
        from rctui.customers.changes.at_store import RefundPurchase, RefundSubscription

        if self._refused(REFUND):
            return
        customer_id, subscription, purchase = (
            self.customer_id,
            self._subscription,
            self._purchase,
        )
        if purchase is not None:
            self._ask_at_store(RefundPurchase(customer_id, purchase.id, purchase.product_id or ""))
        elif subscription is not None and subscription.store == PLAY_STORE:
            self._load_payments(subscription)
        elif subscription is not None:
            self._ask_at_store(
                RefundSubscription(customer_id, subscription.id, subscription.product_id or "")
            )

    def _ask_at_store(self, change: StoreChange) -> None:
        from rctui.tui.dialogs.at_store import StoreForm

        self._ask_once_loaded(self._form(StoreForm, change=change))

    # Which payment of a Play Store subscription

    def _load_payments(self, row: Subscription) -> None:
        from rctui.customers.store_reads import ListTransactions

        self._say_shortly(label("Loading the payments…"))
        read = ListTransactions(self.customer_id, row.id)
        self.load(_PAYMENTS, read, Need.OPEN_TAB, lambda answer: self._choose(row, answer))

    def _choose(self, row: Subscription, answer: Answer[Page[SubscriptionTransaction]]) -> None:
        if self.app.screen is not self:
            return
        if answer.value is None:
            if answer.failure is not None:
                words = phrase("The payments can't be read: {}", answer.failure.sentence)
                self.program.say_trouble(words)
            return
        payments = answer.value.records
        if not payments:
            self.program.say(label("The Play Store tells no payment of this subscription."))
            return
        self._pick_payment(row, payments)

    def _pick_payment(
        self, row: Subscription, payments: tuple[SubscriptionTransaction, ...]
    ) -> None:
        from rctui.customers.changes.at_store import RefundTransaction
        from rctui.tui.screens.pick import PickScreen

        def picked(transaction_id: str | None) -> None:
            if transaction_id is not None:
                owner, product = self.customer_id, row.product_id or ""
                self._ask_at_store(RefundTransaction(owner, row.id, product, transaction_id))

        screen = PickScreen(
            label("Refund which payment? The newest is first."),
            label("enter chooses: a review follows. esc closes."),
            lambda: [self._payment_row(row, one) for one in payments],
            what=label("PAYMENT"),
        )
        self.program.push_screen(screen, picked)

    def _payment_row(self, row: Subscription, one: SubscriptionTransaction) -> PickRow:
        from rctui.tui.screens.pick import PickRow

        at_ms, zone = one.purchased_at, self.session.zone
        when = label("no date told") if at_ms is None else moments.minute(at_ms, zone)
        what = safe(one.product_store_identifier or "")
        if row.product_id:
            what = self.picture.view.names.of(row.product_id)
        paid = [] if one.revenue_in_usd is None else [money_cell(one.revenue_in_usd).text]
        return PickRow(one.id, label(""), join("  ", [when, what, *paid]), safe(one.id))

    # The customer's own page

    def action_management_link(self) -> None:
        """Have a link made, show it once and copy it."""
        from rctui.customers.store_reads import MakeManagementLink

        row = self._subscription
        if self._refused(MANAGEMENT_LINK) or row is None or self.is_loading(_LINK):
            return
        self._say_shortly(label("Asking for a link…"))
        read = MakeManagementLink(self.customer_id, row.id)
        self.load(_LINK, read, Need.OPEN_TAB, self._show_link)

    def _show_link(self, answer: Answer[Secret]) -> None:
        """Nothing but this screen keeps it: closed, it is gone."""
        if answer.value is None:
            if answer.failure is not None:
                self.program.say_trouble(phrase("There is no link: {}", answer.failure.sentence))
            return
        link, name = answer.value, label("Management link")

        def copy() -> None:
            self.program.copy(name, link.reveal())

        rows = [
            label("Whoever opens this is the customer there, once. Send it to nobody else."),
            label("It is kept nowhere: not in the journal, and not here once this is closed."),
            label(""),
            safe(link.reveal(), limit=_LONGEST),
        ]
        self.program.show_text((*self.place, name), rows, copy=copy)
        copy()
