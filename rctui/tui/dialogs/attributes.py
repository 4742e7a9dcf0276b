"""Attributes: set some, delete some, all in one field."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, cast

from rctui.customers.changes.attribute_entries import read_entries, write_entries
from rctui.customers.changes.errors import BadAttribute
from rctui.customers.changes.every_change import SetAttributes
from rctui.customers.changes.rules import USUAL_NAMES
from rctui.customers.verdicts.loaded import is_whole, records_of
from rctui.tables.table import Tone
from rctui.text.safe_text import SafeText, label, phrase, safe
from rctui.tui.dialogs.customer_form import CustomerForm
from rctui.tui.dialogs.form import Choice, Question
from rctui.tui.dialogs.id_choices import CHOICES_AT_MOST, can_be_typed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rctui.customers.changes.change import Change
    from rctui.tui.widgets.plain import Toned

ATTRIBUTES: Final = "attributes"
FIELDS: Final = {"name": ATTRIBUTES, "value": ATTRIBUTES}
HOW: Final = label('name=value · name= deletes · a=1; b="x; y"')
HOW_AT_FIRST: Final = label('name=value · a=1; b="x; y"')
"""The same for a new customer, who has nothing to delete."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributesForm(CustomerForm):
    """Asks for names and values, and shows each old value beside the new one."""

    @property
    def title(self) -> SafeText:
        """`Attributes of user_42`."""
        return phrase("Attributes of {}", safe(self.customer_id))

    @property
    def questions(self) -> Sequence[Question]:
        """One field for all of them."""
        names = list(dict.fromkeys((*USUAL_NAMES, *self._known)))[:CHOICES_AT_MOST]
        choices = tuple(Choice(self._to_edit(name)) for name in names if can_be_typed(name))
        return (Question(ATTRIBUTES, label("Attributes"), HOW, choices=choices),)

    @property
    def _known(self) -> dict[str, str | None]:
        """The loaded values; null and an empty text both are a cleared attribute."""
        if self.facts is None:
            return {}
        told = self.facts.customer.attributes
        first = told.records if told is not None else ()
        rows = (*first, *records_of(self.facts.attributes))
        return {row.name: row.value or None for row in rows}

    def _to_edit(self, name: str) -> str:
        """The entry as it is now; only the name where that would delete or could not be shown."""
        value = self._known.get(name) or ""
        return write_entries([(name, value)]) if can_be_typed(value) else name

    def _fields(self) -> Mapping[str, str]:
        return {**FIELDS, "": ATTRIBUTES}

    def _change(self, answers: Mapping[str, str]) -> Change:
        change = SetAttributes(self.customer_id, read_entries(answers.get(ATTRIBUTES, "")))
        change.check(self.view.now_ms)
        known = self._known
        if all(self._is_known(name) and known.get(name) == new for name, new in change.attributes):
            raise BadAttribute("Nothing would change: the values are that already.", field="value")
        return change

    def _is_known(self, name: str) -> bool:
        return name in self._known or (self.facts is not None and is_whole(self.facts.attributes))

    def _meaning(self, change: Change) -> Sequence[SafeText | Toned]:
        pairs = cast("SetAttributes", change).attributes
        return [self._line(name, value) for name, value in pairs]

    def _line(self, name: str, new: str | None) -> SafeText | Toned:
        """`$email: "old@example.com" → "new@example.com"`."""
        old = self._known.get(name)
        if self._is_known(name) and old == new:
            return phrase("{}: as it is", safe(name)), Tone.MUTED
        before = _shown(old) if self._is_known(name) else label("not loaded")
        after = label("deleted") if new is None else _shown(new)
        return phrase("{}: {} → {}", safe(name), before, after)


def _shown(value: str | None) -> SafeText:
    return label("not set") if value is None else phrase('"{}"', safe(value, limit=80))
