"""What a review of many changes asks of the person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rctui.customers.changes.write_rules import HIGHEST_LEVEL
from rctui.tui.dialogs.review import Challenge, challenge_of, count_challenge

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rctui.bulk.plan import PlanRow
    from rctui.customers.changes.write_rules import WriteRules


def challenge_for(rows: Sequence[PlanRow], rules: WriteRules) -> Challenge | None:
    """The count for several customers; for one, what the strictest of its changes asks for."""
    customers = {row.customer_id for row in rows}
    if len(customers) > 1:
        return count_challenge(len(rows))
    changes = [step.change for row in rows for step in row.steps]
    strictest = max(changes, key=rules.level)
    level = min(HIGHEST_LEVEL, rules.level(strictest))
    return challenge_of(strictest, level, rules.max_credit)
