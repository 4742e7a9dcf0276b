"""One row of a list becomes one row of a plan: changes made and checked, the customer seen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

from rctui.api.rate_limits import RateDomain
from rctui.bulk.plan import PlanRow, PlanStep
from rctui.config.nearest import known_words
from rctui.customers.changes.errors import ChangeError
from rctui.customers.changes.every_change import AdjustCurrencies, GrantEntitlement
from rctui.customers.changes.rules import same_grant_end
from rctui.customers.readback.observing import ObserveFor

if TYPE_CHECKING:
    from rctui.api.reader import CustomerReader
    from rctui.bulk.reading import Wish
    from rctui.customers.changes.every_change import Change
    from rctui.customers.readback.observation import Observation
    from rctui.playbooks.making import Making


_NAMED_AT_MOST: Final = 6


@dataclass(frozen=True, slots=True, eq=False)
class PlanWish:
    """Reads what a row would change. Each is a read of its own, even of equal rows."""

    number: int
    wish: Wish
    making: Making
    domain: ClassVar[RateDomain] = RateDomain.CUSTOMER_INFORMATION

    @property
    def customer_id(self) -> str:
        """Whose data it is."""
        return self.wish.customer_id

    async def run(self, reader: CustomerReader) -> PlanRow:
        """The row. What can't be sent says why; raises ApiError where nothing could be read."""
        row = PlanRow(self.number, self.wish.line, self.wish.customer_id)
        try:
            changes = self._changes()
        except ChangeError as error:
            return _refused(row, error)
        steps: list[PlanStep] = []
        problem = ""
        for change in changes:
            seen = await ObserveFor(change, self.making.now_ms).run(reader)
            steps.append(PlanStep(change, seen))
            problem = problem or _problem(change, seen)
        return PlanRow(row.number, row.line, row.customer_id, tuple(steps), problem)

    def _changes(self) -> tuple[Change, ...]:
        if self.wish.ask is None:
            raise ChangeError(self.wish.problem)
        changes = self.wish.ask.changes(self.wish.customer_id, self.making)
        for change in changes:
            change.check(self.making.now_ms)
            self.making.rules.check(change, self.making.ticket, self.making.now_ms)
        return changes


def _refused(row: PlanRow, error: ChangeError) -> PlanRow:
    return PlanRow(row.number, row.line, row.customer_id, refused=_why(error))


def _why(error: ChangeError) -> str:
    return f"{error.message} {error.hint}".strip()


def _problem(change: Change, seen: Observation) -> str:
    """Why a change can't be sent on what was seen, or empty."""
    if seen.exists is False or _has_vanished(change, seen):
        return "There is no customer with this id."
    if seen.problems:
        return f"It can't be seen what it would change: {'; '.join(seen.problems)}"
    unknown = _unknown_currency(change, seen)
    if unknown:
        return unknown
    if isinstance(change, GrantEntitlement) and same_grant_end(
        change.expires_at_ms, seen.grants or ()
    ):
        return "A grant that ends about then, or never, is there already: this changes nothing."
    try:
        change.check_against(seen)
    except ChangeError as error:
        return _why(error)
    return ""


def _unknown_currency(change: Change, seen: Observation) -> str:
    """Which code the project doesn't have, where the list of balances was read and has others."""
    if not isinstance(change, AdjustCurrencies) or not seen.currencies:
        return ""
    unknown = next((code for code in change.codes if code not in seen.currencies), "")
    if not unknown:
        return ""
    others = known_words(unknown, seen.currencies, at_most=_NAMED_AT_MOST)
    return f"There is no currency {unknown[:40]!a}. {others}"


def _has_vanished(change: Change, seen: Observation) -> bool:
    """A list of balances that answers "not found" leaves no balance and no other reason."""
    return isinstance(change, AdjustCurrencies) and seen.balances is None and not seen.problems
