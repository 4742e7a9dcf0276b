"""What a recovery file can put back, as changes with a review each; and what it can't, in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from rctui.customers.api_words import PROMOTIONAL
from rctui.customers.changes import rules
from rctui.customers.changes.errors import ChangeError
from rctui.customers.changes.every_change import (
    AdjustCurrencies,
    Change,
    CreateCustomer,
    GrantEntitlement,
    SetAttributes,
    UnblockCustomer,
)
from rctui.customers.sections import Section
from rctui.text.safe_text import SafeText, label, phrase, safe

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

_BY_THE_APP: Final = label("Subscriptions and purchases come back when the app restores them.")


@dataclass(frozen=True, slots=True)
class Restorable:
    """What can be put back, in the order in which it must be sent."""

    changes: tuple[Change, ...]
    notes: tuple[SafeText, ...]


def restorable(
    document: Mapping[str, Any],
    now_ms: int,
    new_key: Callable[[], str],
    *,
    is_blocked: bool = False,
    exists: bool = False,
    name_of: Callable[[str], SafeText] = safe,
) -> Restorable:
    """What a recovery document can put back. `new_key` gives fresh idempotency keys.

    `is_blocked` and `exists` say how the id stands now: it is unblocked or created first.
    `name_of` says what an entitlement is called, by its id.
    """
    draft = _Draft(str(document.get("asked", "")), document.get("lists") or {}, now_ms)
    draft.name_of = name_of
    draft.begin(is_blocked=is_blocked, exists=exists)
    draft.attributes()
    draft.grants()
    draft.balances(new_key)
    draft.what_is_left()
    return Restorable(tuple(draft.changes), tuple(draft.notes))


class _Draft:
    """The changes so far."""

    def __init__(self, customer_id: str, lists: Mapping[str, Any], now_ms: int) -> None:
        self.customer_id = customer_id
        self.changes: list[Change] = []
        self.notes: list[SafeText] = []
        self._lists = lists
        self._now_ms = now_ms
        self.name_of: Callable[[str], SafeText] = safe

    def begin(self, *, is_blocked: bool, exists: bool) -> None:
        """Have a customer there at all."""
        if is_blocked:
            self.changes.append(UnblockCustomer(self.customer_id))
        elif not exists:
            self._add_or_note(CreateCustomer(self.customer_id))

    def attributes(self) -> None:
        """Every attribute with a value, as many at once as the API takes."""
        found: dict[str, str | None] = {}
        for item in self._items(Section.ATTRIBUTES):
            name, value = item.get("name"), item.get("value")
            if isinstance(name, str) and isinstance(value, str) and value:
                found[name] = value
        names = [name for name, value in found.items() if self._is_settable(name, value)]
        for start in range(0, len(names), rules.ATTRIBUTES_AT_ONCE):
            some = names[start : start + rules.ATTRIBUTES_AT_ONCE]
            self.changes.append(
                SetAttributes.of(self.customer_id, {name: found[name] for name in some})
            )

    def grants(self) -> None:
        """Every grant that would still run."""
        for row in self._items(Section.SUBSCRIPTIONS):
            if row.get("store") != PROMOTIONAL or row.get("gives_access") is not True:
                continue
            end = row.get("current_period_ends_at")
            for entitlement_id in _entitlements_of(row):
                self._grant(entitlement_id, end)

    def balances(self, new_key: Callable[[], str]) -> None:
        """Every balance above zero, as one transaction."""
        held = {
            item["currency_code"]: item["balance"]
            for item in self._items(Section.CURRENCIES)
            if isinstance(item.get("currency_code"), str) and _is_credit(item.get("balance"))
        }
        if held:
            change = AdjustCurrencies.of(
                self.customer_id, held, key=new_key(), reference="restored by rctui"
            )
            self._add_or_note(change)

    def what_is_left(self) -> None:
        """What no change brings back."""
        bought = [
            row
            for section in (Section.SUBSCRIPTIONS, Section.PURCHASES)
            for row in self._items(section)
            if row.get("store") != PROMOTIONAL
        ]
        if bought:
            self.notes.append(_BY_THE_APP)
        if len(list(self._items(Section.ALIASES))) > 1:
            self.notes.append(label("Aliases can't be put back."))
        for section in Section:
            problem = (self._lists.get(section.value) or {}).get("problem")
            if problem:
                self.notes.append(phrase("{}: {}", safe(section.value), safe(str(problem))))

    def _grant(self, entitlement_id: str, end: object) -> None:
        if not isinstance(end, int):
            words = "A grant of {} had no end: grant it anew by hand."
            self.notes.append(phrase(words, self.name_of(entitlement_id)))
        elif end > self._now_ms:
            self._add_or_note(GrantEntitlement(self.customer_id, entitlement_id, end))

    def _is_settable(self, name: str, value: str | None) -> bool:
        try:
            rules.check_attributes([(name, value)])
        except ChangeError as error:
            self.notes.append(phrase("{}: {}", safe(name), safe(error.message)))
            return False
        return True

    def _add_or_note(self, change: Change) -> None:
        try:
            change.check(self._now_ms)
        except ChangeError as error:
            self.notes.append(safe(error.message))
        else:
            self.changes.append(change)

    def _items(self, section: Section) -> Iterator[Mapping[str, Any]]:
        items = (self._lists.get(section.value) or {}).get("items") or ()
        yield from (item for item in items if isinstance(item, dict))


def _entitlements_of(row: Mapping[str, Any]) -> list[str]:
    items = (row.get("entitlements") or {}).get("items") or ()
    ids = [item.get("id") for item in items if isinstance(item, dict)]
    return [id_ for id_ in ids if isinstance(id_, str)]


def _is_credit(balance: object) -> bool:
    return isinstance(balance, int) and not isinstance(balance, bool) and balance > 0
