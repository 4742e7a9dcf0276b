"""New customer: an id, and attributes to begin with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, cast

from rctui.customers.changes.attribute_entries import read_entries
from rctui.customers.changes.errors import BadAttribute, BadCustomerId
from rctui.customers.changes.every_change import CreateCustomer
from rctui.customers.changes.rules import USUAL_NAMES
from rctui.text.safe_text import SafeText, label, phrase, safe
from rctui.tui.dialogs.attributes import ATTRIBUTES, FIELDS, HOW_AT_FIRST
from rctui.tui.dialogs.customer_form import CustomerForm
from rctui.tui.dialogs.form import Choice, Question

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rctui.customers.changes.change import Change

CUSTOMER: Final = "customer"


@dataclass(frozen=True, slots=True, kw_only=True)
class CreateForm(CustomerForm):
    """Asks for the id; `customer_id` is what it starts with, such as what was looked for."""

    customer_id: str = ""

    @property
    def title(self) -> SafeText:
        """`New customer`."""
        return label("New customer")

    @property
    def questions(self) -> Sequence[Question]:
        """The id and the attributes."""
        names = tuple(Choice(name) for name in USUAL_NAMES)
        hint = label("Letters a to z, digits, _ and -.")
        return (
            Question(CUSTOMER, label("App User ID"), hint, self.customer_id),
            Question(ATTRIBUTES, label("Attributes"), HOW_AT_FIRST, choices=names),
        )

    def _fields(self) -> Mapping[str, str]:
        return {**FIELDS, "": ATTRIBUTES}

    def _change(self, answers: Mapping[str, str]) -> Change:
        new_id = answers.get(CUSTOMER, "").strip()
        if not new_id:
            raise BadCustomerId("Which App User ID?", field=CUSTOMER)
        # The id first: that is the first field.
        CreateCustomer(new_id).check(self.view.now_ms)
        entries = read_entries(answers.get(ATTRIBUTES, ""))
        empty = [name for name, value in entries if value is None]
        if empty:
            raise BadAttribute(
                f"{empty[0][:40]!a} has no value.",
                hint="A new customer has nothing to delete.",
                field="value",
            )
        return CreateCustomer(new_id, tuple((name, value or "") for name, value in entries))

    def _warnings(self, change: Change) -> Sequence[SafeText]:
        pairs = cast("CreateCustomer", change).attributes
        return [phrase('{}: "{}"', safe(name), safe(value, limit=80)) for name, value in pairs]
