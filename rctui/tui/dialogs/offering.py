"""Offering override: which offering a customer sees in place of the current one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, cast

from rctui.customers.changes.every_change import AssignOffering
from rctui.customers.known_ids import OFFERINGS, id_of, known_ids
from rctui.text.safe_text import SafeText, label, phrase, safe
from rctui.tui.dialogs.customer_form import CustomerForm
from rctui.tui.dialogs.form import Choice, Question
from rctui.tui.dialogs.id_choices import id_choices

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rctui.customers.changes.change import Change

OFFERING: Final = "offering"
NONE: Final = "none"
"""What clears the override, as an empty field does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferingForm(CustomerForm):
    """Asks for the offering, or for none."""

    known_offerings: tuple[str, ...] = ()
    """Ids of the project's offerings beside those that have a name."""

    @property
    def title(self) -> SafeText:
        """`Offering override of user_42`."""
        return phrase("Offering override of {}", safe(self.customer_id))

    @property
    def questions(self) -> Sequence[Question]:
        """The offering."""
        clear = Choice(NONE, label("clears the override"))
        choices = (*id_choices(self._ids, self.view.names), clear)
        hint = label("Name or id · empty clears the override")
        return (Question(OFFERING, label("Offering"), hint, choices=choices),)

    @property
    def _ids(self) -> tuple[str, ...]:
        return known_ids(self.view.names, OFFERINGS, self.known_offerings)

    def _change(self, answers: Mapping[str, str]) -> Change:
        typed = answers.get(OFFERING, "").strip()
        if typed.lower() in ("", NONE):
            return AssignOffering(self.customer_id, None)
        chosen = id_of(
            typed,
            self._ids,
            self.view.names,
            what="offering",
            field=OFFERING,
            beginnings=OFFERINGS,
        )
        return AssignOffering(self.customer_id, chosen)

    def _warnings(self, change: Change) -> Sequence[SafeText]:
        offering = cast("AssignOffering", change).offering_id
        if offering is None:
            return [label("The app shows the project's current offering again.")]
        if offering in self._ids or offering.startswith(OFFERINGS):
            return ()
        words = "{} is not known here: taken as an id. The API takes no lookup keys."
        return [phrase(words, safe(offering))]
