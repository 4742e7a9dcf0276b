"""What can be changed from a customer's screen: each action opens its dialog."""

from __future__ import annotations

import uuid
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

from rctui.customers.failure import FailureKind
from rctui.customers.sections import Section
from rctui.text.safe_text import label
from rctui.tui.customer import tabs
from rctui.tui.customer.anew import ReadsAnew
from rctui.tui.server_words import server_ahead

if TYPE_CHECKING:
    from rctui.customers.parts import CustomerParts
    from rctui.customers.verdicts.facts import Facts
    from rctui.customers.verdicts.own_deed import OwnDeed
    from rctui.tui.dialogs.customer_form import CustomerForm
    from rctui.tui.dialogs.form import Form

F = TypeVar("F", bound="CustomerForm")

_STILL_LOADING = label("Subscriptions and purchases are still loading: a moment.")


def new_key() -> str:
    """A fresh idempotency key."""
    return str(uuid.uuid4())


class CustomerActs(ReadsAnew):
    """The part of the customer's screen that writes. The dialogs are imported when they open."""

    def _ask(self, form: Form) -> None:
        self.program.ask(form)

    def _form(self, kind: type[F], **more: Any) -> F:
        """A dialog about this customer, as it is loaded now; `more` is what that kind needs."""
        picture = self.picture
        about = {"customer_id": self.customer_id, "view": picture.view, "facts": picture.facts}
        return kind(**{**about, **more})

    def action_grant(self) -> None:
        """Give access to an entitlement."""
        from rctui.tui.dialogs.grant import GrantForm

        view, ahead_ms = self.picture.view, server_ahead(self.session)
        if ahead_ms:
            view = replace(view, now_ms=self.session.now_ms() + ahead_ms)
        limit = self.session.project.rules.max_grant_days
        self._ask(self._form(GrantForm, view=view, max_grant_days=limit, server_ahead_ms=ahead_ms))

    def action_revoke(self) -> None:
        """End a grant."""
        from rctui.tui.dialogs.revoke import RevokeForm

        self._ask(self._form(RevokeForm))

    def action_currencies(self) -> None:
        """Change balances; an amount alone is for the currency under the cursor."""
        from rctui.tui.dialogs.currencies import CurrenciesForm

        row = self.section.table.cursor_record if self.tab is tabs.CURRENCIES else None
        form = self._form(
            CurrenciesForm,
            make_key=new_key,
            max_credit=self.session.project.rules.max_credit,
            chosen=getattr(row, "currency_code", ""),
        )
        self._ask(form)

    def action_attributes(self) -> None:
        """Set and delete attributes."""
        from rctui.tui.dialogs.attributes import AttributesForm

        self._ask(self._form(AttributesForm))

    def action_offering(self) -> None:
        """Show another offering, or clear that."""
        from rctui.tui.dialogs.offering import OfferingForm

        self._ask(self._form(OfferingForm))

    def action_transfer(self) -> None:
        """Move subscriptions and purchases to another customer."""
        from rctui.tui.dialogs.transfer import TransferForm

        self._ask_once_loaded(self._form(TransferForm))

    def action_block(self) -> None:
        """Block the id, which deletes the customer."""
        from rctui.tui.dialogs.block import BlockForm

        self._ask_once_loaded(self._form(BlockForm))

    def action_unblock(self) -> None:
        """Free the id."""
        from rctui.tui.dialogs.block import UnblockForm

        self._ask(self._form(UnblockForm, facts=None))

    def action_delete(self) -> None:
        """Delete the customer for good."""
        from rctui.tui.dialogs.delete import DeleteForm

        self._ask_once_loaded(self._form(DeleteForm))

    def action_reverse(self) -> None:
        """Undo the last own write on this customer by its opposite."""
        self.program.reverse_last(self.customer_id, self.picture.facts)

    def with_own_deed(self, parts: CustomerParts) -> tuple[CustomerParts, OwnDeed | None]:
        """The parts with what we did last to the id; empty where that has ended the customer."""
        own = self.program.own_deed({self.customer_id, parts.asked})
        failure = parts.failure
        is_gone = failure is not None and failure.kind is FailureKind.NOT_FOUND
        if own is None or not (own.ends_customer and is_gone):
            return parts, own
        return parts.emptied(), replace(own, is_gone=True)

    def with_own_grants(self, facts: Facts | None) -> Facts | None:
        """The facts with what we granted ourselves: RevenueCat lists grants minutes late."""
        if facts is None:
            return None
        return replace(facts, own_grants=self.program.own_grants(facts.own_ids))

    def _ask_once_loaded(self, form: Form) -> None:
        """Open a dialog of level 3 only after the facts that matter have been loaded."""
        if self.loads.parts.lacks(Section.SUBSCRIPTIONS, Section.PURCHASES):
            self.program.say(_STILL_LOADING)
        else:
            self._ask(form)
