"""Virtual currencies: transactions, and changes of the balance without one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Self

from rctui.customers.changes import rules
from rctui.customers.changes.change import Change
from rctui.customers.changes.errors import BadAmount, NotReadableBefore
from rctui.customers.readback.looks import LookAtBalances
from rctui.customers.readback.observation import Observation
from rctui.text.safe_text import SafeText, join, label, phrase, safe

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rctui.api.writer import CustomerWriter
    from rctui.customers.readback.looks import Look
    from rctui.customers.verdicts.access import Viewpoint


@dataclass(frozen=True, slots=True)
class AdjustCurrencies(Change):
    """Add to balances or take from them: all codes at once, or none.

    Without a transaction on record, nobody documents whether the amounts are added or set; the
    simulated API adds them.
    """

    adjustments: tuple[tuple[str, int], ...]
    """Currency codes and amounts in units of the currency; below zero takes away."""
    key: str
    """The idempotency key. One intended change has one key for ever."""
    reference: str = ""
    """What the transaction is for, such as a ticket; empty for none."""
    without_transaction: bool = False
    set_to: tuple[tuple[str, int], ...] = ()
    """The balances that the amounts were computed for, where somebody asked for those."""

    kind: ClassVar[str] = "currencies"
    level: ClassVar[int] = 2
    needs_customer: ClassVar[bool] = True

    @classmethod
    def of(
        cls,
        customer_id: str,
        adjustments: Mapping[str, int],
        *,
        key: str,
        reference: str = "",
        without_transaction: bool = False,
    ) -> Self:
        """The change for a mapping of codes to amounts. `key` is a fresh UUID."""
        pairs = tuple(adjustments.items())
        return cls(customer_id, pairs, key, reference, without_transaction)

    @classmethod
    def setting(
        cls,
        customer_id: str,
        targets: Mapping[str, int],
        balances: Mapping[str, int],
        *,
        key: str,
        reference: str = "",
    ) -> Self:
        """The change that brings balances to targets, from what they are now.

        Raises BadAmount where nothing would change, NotReadableBefore where a balance is missing.
        """
        adjustments = differences(targets, balances)
        if not adjustments:
            raise BadAmount("The balances are that already.", field="amount")
        wanted = {code: targets[code] for code in adjustments}
        return cls(
            customer_id, tuple(adjustments.items()), key, reference, False, tuple(wanted.items())
        )

    @property
    def idempotency_key(self) -> str | None:
        """The key; the same in every repetition."""
        return self.key

    @property
    def looks(self) -> tuple[Look, ...]:
        """The balances that it changes."""
        return (LookAtBalances(self.customer_id, self.codes),)

    @property
    def codes(self) -> tuple[str, ...]:
        """The currencies that change."""
        return tuple(code for code, _ in self.adjustments)

    def check(self, now_ms: int) -> None:  # noqa: ARG002 - does not depend on the time
        """Refuse codes and amounts that can't be right. Raises ChangeError."""
        rules.check_customer_id(self.customer_id)
        rules.check_adjustments(dict(self.adjustments))
        rules.check_reference(self.reference)
        if len(set(self.codes)) < len(self.codes):
            raise BadAmount("One currency is there twice.", hint="Keep one of them.", field="code")

    def check_against(self, seen: Observation) -> None:
        """Refuse what the balances don't allow, or a target that is off. Raises ChangeError."""
        Change.check_against(self, seen)
        balances = seen.balances or {}
        if any(code not in balances for code, _ in self.set_to):
            raise _unreadable()
        rules.check_balances(dict(self.adjustments), balances)

    def fits(self, balances: Mapping[str, int]) -> bool:
        """Whether the amounts still lead to the balances that were asked for, if any were."""
        amounts = dict(self.adjustments)
        known = [(code, goal) for code, goal in self.set_to if code in balances]
        return all(balances[code] + amounts[code] == goal for code, goal in known)

    def summary(self, view: Viewpoint) -> SafeText:  # noqa: ARG002 - codes are names already
        """`Credit 500 GLD to user_42`."""
        goals = dict(self.set_to)
        what = join(", ", [_one(code, amount, goals) for code, amount in self.adjustments])
        how = label(", without a transaction") if self.without_transaction else label("")
        return phrase("{} for {}{}", what, safe(self.customer_id), how)

    async def send(self, writer: CustomerWriter) -> Observation | None:
        """Send it. The answer holds the balances as they are now. Raises ApiError."""
        send = (
            writer.update_currency_balance
            if self.without_transaction
            else writer.create_currency_transaction
        )
        page = await send(
            self.customer_id,
            dict(self.adjustments),
            idempotency_key=self.key,
            reference=self.reference or None,
        )
        held = {one.currency_code: one.balance for one in page.records if one.balance is not None}
        told = {code: held[code] for code in self.codes if code in held}
        return Observation(balances=told) if len(told) == len(self.codes) else None


def differences(targets: Mapping[str, int], balances: Mapping[str, int]) -> dict[str, int]:
    """How much each balance is off its target. Raises NotReadableBefore for one not known."""
    if any(code not in balances for code in targets):
        raise _unreadable()
    found = {code: goal - balances[code] for code, goal in targets.items()}
    return {code: amount for code, amount in found.items() if amount}


def _unreadable() -> NotReadableBefore:
    return NotReadableBefore(
        "The balances can't be read, so a balance can't be set.",
        hint="Credit or debit an amount instead.",
    )


def _one(code: str, amount: int, goals: Mapping[str, int]) -> SafeText:
    """`Credit 500 GLD`, or `Set GLD to 1000: credit 420`."""
    what, size = ("debit", -amount) if amount < 0 else ("credit", amount)
    if code in goals:
        return phrase("Set {} to {}: {} {}", safe(code), goals[code], label(what), size)
    return phrase("{} {} {}", label(what.capitalize()), size, safe(code))
