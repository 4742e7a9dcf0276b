"""Transfer: subscriptions and purchases go to another customer."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, cast

from rctui.customers.change_errors import ChangeError, SameCustomer
from rctui.customers.changes import Transfer
from rctui.customers.known_ids import APPS, id_of, known_ids
from rctui.customers.transfer_effect import target_words
from rctui.text.safe_text import SafeText, label, phrase, safe
from rctui.tui.dialogs.customer_form import CustomerForm
from rctui.tui.dialogs.form import Question
from rctui.tui.dialogs.id_choices import id_choices

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rctui.customers.change import Change
    from rctui.customers.facts import Facts
    from rctui.tui.widgets.plain import Toned

TARGET: Final = "target"
APP_FILTER: Final = "apps"


@dataclass(frozen=True, slots=True, kw_only=True)
class TransferForm(CustomerForm):
    """Asks for the target, and for the apps where not everything shall move."""

    known_apps: tuple[str, ...] = ()
    """Ids of the project's apps beside those that have a name."""
    target: Facts | None = None
    """What is loaded of a customer who may be the target, such as the one marked for compare."""

    @property
    def title(self) -> SafeText:
        """`Transfer from user_42`."""
        return phrase("Transfer from {}", safe(self.customer_id))

    @property
    def questions(self) -> Sequence[Question]:
        """The target and the apps."""
        start = self.target.customer.id if self.target is not None else ""
        apps = id_choices(self._apps, self.view.names)
        hint = label("App User ID or alias; case and every character count.")
        only = label("Names or ids with commas; empty for all.")
        return (
            Question(TARGET, label("To the customer"), hint, start),
            Question(APP_FILTER, label("Only from these apps"), only, choices=apps),
        )

    @property
    def _apps(self) -> tuple[str, ...]:
        return known_ids(self.view.names, APPS, self.known_apps)

    def _fields(self) -> Mapping[str, str]:
        return {"customer": TARGET}

    def _change(self, answers: Mapping[str, str]) -> Change:
        target = answers.get(TARGET, "").strip()
        if not target:
            raise ChangeError("Name the target.", hint="Its App User ID.", field=TARGET)
        self._check_other(target)
        named = [part for part in answers.get(APP_FILTER, "").split(",") if part.strip()]
        apps = [
            id_of(part, self._apps, self.view.names, what="app", field=APP_FILTER) for part in named
        ]
        return Transfer(self.customer_id, target, tuple(dict.fromkeys(apps)))

    def _check_other(self, target: str) -> None:
        """Refuse the customer itself: by id, by alias, or by an id that only looks the same."""
        own = {self.customer_id, *(self.facts.own_ids if self.facts is not None else ())}
        same = {_composed(id_): id_ for id_ in sorted(own)}.get(_composed(target))
        if same is not None:
            raise SameCustomer(
                f"{target[:60]!a} is {self.customer_id[:60]!a}: the same customer"
                + (f", by the alias {same[:60]!a}." if same != self.customer_id else "."),
                hint="Choose another target.",
                field=TARGET,
            )

    def _meaning(self, change: Change) -> Sequence[SafeText | Toned]:
        return [target_words(self._target_of(cast("Transfer", change)), self.view)]

    def _target_of(self, transfer: Transfer) -> Facts | None:
        is_loaded = self.target is not None and transfer.target_customer_id in self.target.own_ids
        return self.target if is_loaded else None


def _composed(id_: str) -> str:
    return unicodedata.normalize("NFC", id_)
