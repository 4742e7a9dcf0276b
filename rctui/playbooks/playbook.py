"""A playbook: what a team has agreed to do for a customer, as one thing with a name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from rctui.customers.changes.errors import BadAttribute
from rctui.customers.changes.every_change import (
    AdjustCurrencies,
    Change,
    GrantEntitlement,
    SetAttributes,
)
from rctui.customers.changes.grant_ends import read_grant_end
from rctui.playbooks.entitlements import entitlement_id
from rctui.text.safe_text import SafeText, join, label, phrase, safe

if TYPE_CHECKING:
    from rctui.playbooks.making import Making

TICKET: Final = "{ticket}"
"""What the ticket replaces in an attribute's value."""


@dataclass(frozen=True, slots=True)
class Playbook:
    """Several changes that belong together, for any customer."""

    key: str
    """What the configuration calls it."""
    title: str
    grants: tuple[tuple[str, str], ...] = ()
    """Entitlements, by name or id, and for how long, as in `7d`."""
    credits: tuple[tuple[str, int], ...] = ()
    """Currency codes, and how much of each is added."""
    attributes: tuple[tuple[str, str], ...] = ()
    """Names and values; `{ticket}` in a value becomes the ticket."""

    def changes(self, customer_id: str, making: Making) -> tuple[Change, ...]:
        """The steps for one customer, in the order in which they run. Raises ChangeError."""
        return (
            *(_grant(customer_id, *one, making) for one in self.grants),
            *self._set(customer_id, making),
            *self._credit(customer_id, making),
        )

    def check_ticket(self, ticket: str) -> None:
        """Refuse an empty ticket where it would empty an attribute. Raises BadAttribute."""
        written = [name for name, value in self.attributes if TICKET in value]
        if written and not ticket.strip():
            raise BadAttribute(
                f"The ticket goes into {written[0][:40]!a}, and there is none.",
                hint="Type one.",
                field="ticket",
            )

    def _set(self, customer_id: str, making: Making) -> tuple[Change, ...]:
        self.check_ticket(making.ticket)
        values = {name: value.replace(TICKET, making.ticket) for name, value in self.attributes}
        return (SetAttributes.of(customer_id, dict(values)),) if values else ()

    def _credit(self, customer_id: str, making: Making) -> tuple[Change, ...]:
        if not self.credits:
            return ()
        key, ticket = making.new_key(), making.ticket
        return (AdjustCurrencies.of(customer_id, dict(self.credits), key=key, reference=ticket),)

    @property
    def words(self) -> SafeText:
        """What it does, in one line: `grant pro 7d, credit 500 GLD`."""
        parts = [phrase("grant {} {}", safe(name), safe(how)) for name, how in self.grants]
        parts += [phrase("set {}", safe(name)) for name, _ in self.attributes]
        parts += [phrase("credit {} {}", amount, safe(code)) for code, amount in self.credits]
        return join(", ", parts) if parts else label("nothing")


def _grant(customer_id: str, name: str, how_long: str, making: Making) -> Change:
    end = read_grant_end(how_long, now_ms=making.now_ms, zone=making.zone)
    return GrantEntitlement(customer_id, entitlement_id(name, making.names), end.at_ms)
