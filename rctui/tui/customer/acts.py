"""What can be changed from a customer's screen: each action opens its dialog."""

from __future__ import annotations

import uuid
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from textual import on

from rctui.customers.failure import FailureKind
from rctui.customers.parts import ListKey
from rctui.customers.sections import Phase, Section
from rctui.text.safe_text import label
from rctui.tui.customer import tabs
from rctui.tui.screens.base import RctuiScreen
from rctui.tui.server_words import server_ahead
from rctui.tui.writing.messages import WriteSeen

if TYPE_CHECKING:
    from rctui.customers.parts import CustomerParts
    from rctui.customers.verdicts.own_deed import OwnDeed
    from rctui.tui.dialogs.form import Form
    from rctui.tui.screens.customer import CustomerScreen

_STILL_LOADING = label("Subscriptions and purchases are still loading: a moment.")


def new_key() -> str:
    """A fresh idempotency key."""
    return str(uuid.uuid4())


class CustomerActs(RctuiScreen):
    """The part of the customer's screen that writes. The dialogs are imported when they open."""

    @property
    def _shown(self) -> CustomerScreen:
        return cast("CustomerScreen", self)

    def _ask(self, form: Form) -> None:
        self.program.ask(form)

    def action_grant(self) -> None:
        """Give access to an entitlement."""
        from rctui.tui.dialogs.grant import GrantForm

        shown, picture = self._shown, self._shown.picture
        limit = self.session.project.rules.max_grant_days
        ahead_ms = server_ahead(self.session)
        view = replace(picture.view, now_ms=self.session.now_ms() + ahead_ms)
        self._ask(
            GrantForm(
                customer_id=shown.customer_id,
                view=view if ahead_ms else picture.view,
                facts=picture.facts,
                max_grant_days=limit,
                server_ahead_ms=ahead_ms,
            )
        )

    def action_revoke(self) -> None:
        """End a grant."""
        from rctui.tui.dialogs.revoke import RevokeForm

        picture = self._shown.picture
        form = RevokeForm(
            customer_id=self._shown.customer_id, view=picture.view, facts=picture.facts
        )
        self._ask(form)

    def action_currencies(self) -> None:
        """Change balances; an amount alone is for the currency under the cursor."""
        from rctui.tui.dialogs.currencies import CurrenciesForm

        shown, picture = self._shown, self._shown.picture
        row = shown.section.table.cursor_record if shown.tab is tabs.CURRENCIES else None
        self._ask(
            CurrenciesForm(
                customer_id=shown.customer_id,
                view=picture.view,
                facts=picture.facts,
                make_key=new_key,
                max_credit=self.session.project.rules.max_credit,
                chosen=getattr(row, "currency_code", ""),
            )
        )

    def action_attributes(self) -> None:
        """Set and delete attributes."""
        from rctui.tui.dialogs.attributes import AttributesForm

        picture = self._shown.picture
        form = AttributesForm(
            customer_id=self._shown.customer_id, view=picture.view, facts=picture.facts
        )
        self._ask(form)

    def action_offering(self) -> None:
        """Show another offering, or clear that."""
        from rctui.tui.dialogs.offering import OfferingForm

        picture = self._shown.picture
        form = OfferingForm(
            customer_id=self._shown.customer_id, view=picture.view, facts=picture.facts
        )
        self._ask(form)

    def action_transfer(self) -> None:
        """Move subscriptions and purchases to another customer."""
        from rctui.tui.dialogs.transfer import TransferForm

        picture = self._shown.picture
        form = TransferForm(
            customer_id=self._shown.customer_id, view=picture.view, facts=picture.facts
        )
        self._ask_once_loaded(form)

    def action_block(self) -> None:
        """Block the id, which deletes the customer."""
        from rctui.tui.dialogs.block import BlockForm

        picture = self._shown.picture
        form = BlockForm(
            customer_id=self._shown.customer_id, view=picture.view, facts=picture.facts
        )
        self._ask_once_loaded(form)

    def action_unblock(self) -> None:
        """Free the id."""
        from rctui.tui.dialogs.block import UnblockForm

        view = self._shown.picture.view
        self.program.ask(UnblockForm(customer_id=self._shown.customer_id, view=view))

    def action_delete(self) -> None:
        """Delete the customer for good."""
        from rctui.tui.dialogs.delete import DeleteForm

        picture = self._shown.picture
        form = DeleteForm(
            customer_id=self._shown.customer_id, view=picture.view, facts=picture.facts
        )
        self._ask_once_loaded(form)

    def action_reverse(self) -> None:
        """Undo the last own write on this customer by its opposite."""
        self.program.reverse_last(self._shown.customer_id)

    def with_own_deed(self, parts: CustomerParts) -> tuple[CustomerParts, OwnDeed | None]:
        """The parts with what we did last to the id; empty where that has ended the customer."""
        own = self.program.own_deed({self._shown.customer_id, parts.asked})
        failure = parts.failure
        is_gone = failure is not None and failure.kind is FailureKind.NOT_FOUND
        if own is None or not (own.ends_customer and is_gone):
            return parts, own
        return parts.emptied(), replace(own, is_gone=True)

    def _ask_once_loaded(self, form: Form) -> None:
        """Open a dialog of level 3 only after the facts that matter have been loaded."""
        parts = self._shown.loads.parts
        needed = (Section.SUBSCRIPTIONS, Section.PURCHASES)
        states = [parts.state(ListKey(section)) for section in needed]
        if any(state.phase is Phase.LOADING and state.listing is None for state in states):
            self.program.say(_STILL_LOADING)
        else:
            self._ask(form)

    @on(WriteSeen)
    def load_anew(self, message: WriteSeen) -> None:
        """A write has ended: where it was about this customer, load again."""
        change = message.answer.request.change
        own = {self._shown.customer_id, self._shown.loads.parts.asked}
        if message.answer.project == self.session.project.key and own & set(change.customers):
            self._shown.loads.reload_all(self._shown.tab.section)
