"""What one row of a list asks for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

from rctui.clock import epoch_ms
from rctui.customers.changes.errors import BadAmount
from rctui.customers.changes.every_change import AdjustCurrencies, Change, GrantEntitlement
from rctui.customers.changes.grant_ends import read_grant_end
from rctui.customers.changes.rules import read_amount
from rctui.playbooks.entitlements import entitlement_id

if TYPE_CHECKING:
    from rctui.playbooks.making import Making
    from rctui.playbooks.playbook import Playbook

_SIGNED: Final = re.compile(r"([-+]?)\s*(\S.*)", re.DOTALL)


class Ask(Protocol):
    """Something that can be asked for any customer."""

    @property
    def sameness(self) -> tuple[str, ...]:
        """Two rows of one customer with equal ones ask for the same thing."""

    @property
    def subject(self) -> str:
        """What it is about, such as `GLD`. May hold outside text."""

    def check(self) -> None:
        """Refuse what can't be meant, whoever it is for. Raises ChangeError."""

    def changes(self, customer_id: str, making: Making) -> tuple[Change, ...]:
        """The changes, in order, keys and ends fixed. Raises ChangeError."""


@dataclass(frozen=True, slots=True)
class CreditAsk:
    """So much of one currency, more or less."""

    code: str
    amount: str
    """As written: `500`, `+500` or `-20`."""
    reference: str = ""
    """What the transaction is for; empty is the ticket of the whole list."""

    @property
    def sameness(self) -> tuple[str, ...]:
        """One currency twice for a customer is one too many, unless the references differ."""
        return ("credit", self.code, self.reference)

    @property
    def subject(self) -> str:
        """The currency."""
        return self.code

    def check(self) -> None:
        """Refuse an amount that is none. Raises BadAmount."""
        read_signed(self.amount)

    def changes(self, customer_id: str, making: Making) -> tuple[Change, ...]:
        """One transaction."""
        amounts = {self.code: read_signed(self.amount)}
        reference = self.reference or making.ticket
        return (
            AdjustCurrencies.of(customer_id, amounts, key=making.new_key(), reference=reference),
        )


@dataclass(frozen=True, slots=True)
class GrantAsk:
    """Access to one entitlement for some time."""

    entitlement: str
    """By name or id."""
    duration: str
    """As written: `7d`, `1mo`, `life`, `2026-12-24`."""

    @property
    def sameness(self) -> tuple[str, ...]:
        """One entitlement twice for a customer is one too many."""
        return ("grant", self.entitlement)

    @property
    def subject(self) -> str:
        """The entitlement."""
        return self.entitlement

    def check(self) -> None:
        """Refuse a duration that is none. Raises BadGrantEnd."""
        read_grant_end(self.duration, now_ms=epoch_ms())

    def changes(self, customer_id: str, making: Making) -> tuple[Change, ...]:
        """One grant, counted from the moment of the plan."""
        entitlement = entitlement_id(self.entitlement, making.names)
        end = read_grant_end(self.duration, now_ms=making.now_ms, zone=making.zone)
        return (GrantEntitlement(customer_id, entitlement, end.at_ms),)


@dataclass(frozen=True, slots=True)
class PlaybookAsk:
    """A playbook, all its steps."""

    playbook: Playbook

    @property
    def sameness(self) -> tuple[str, ...]:
        """One playbook twice for a customer is one too many."""
        return ("playbook", self.playbook.key)

    @property
    def subject(self) -> str:
        """The playbook."""
        return self.playbook.key

    def check(self) -> None:
        """A playbook was checked when the configuration was read."""

    def changes(self, customer_id: str, making: Making) -> tuple[Change, ...]:
        """The playbook's steps."""
        return self.playbook.changes(customer_id, making)


def read_signed(text: str) -> int:
    """A whole number with or without a sign. Raises BadAmount.

    A list has no balances beside its rows, so `=1000` is refused: what it would change can't be
    seen in it.
    """
    found = _SIGNED.fullmatch(text.strip())
    if found is None:
        raise BadAmount("How much? 500 or -20.", field="amount")
    amount = read_amount(found[2])
    return -amount if found[1] == "-" else amount
