"""What became of every row of a plan, as rows of text for a file or for JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from rctui.bulk.standing import RowState, row_state
from rctui.customers.effects.before_after import before_after
from rctui.customers.readback.observation import Observation

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from rctui.bulk.plan import Plan, PlanRow
    from rctui.bulk.standing import StepStanding
    from rctui.customers.verdicts.access import Viewpoint
    from rctui.journal.operation import Operation

COLUMNS: Final = (
    "row", "line", "customer_id", "what", "state", "planned", "said", "status", "request_id",
    "idempotency_key", "operation", "time_ms",
)  # fmt: skip
"""One line of the file for each step of each row."""


def result_rows(
    plan: Plan, standings: Mapping[tuple[int, int], StepStanding], view: Viewpoint
) -> list[dict[str, Any]]:
    """Every step of every row. Texts are raw: they may hold anything."""
    return [one for row in plan.rows for one in _of_row(row, standings, view)]


def counts(plan: Plan, standings: Mapping[tuple[int, int], StepStanding]) -> dict[RowState, int]:
    """How many rows stand how."""
    told: dict[RowState, int] = {}
    for row in plan.rows:
        state = row_state(row, [standings[row.number, n] for n in range(len(row.steps))])
        told[state] = told.get(state, 0) + 1
    return told


def _of_row(
    row: PlanRow,
    standings: Mapping[tuple[int, int], StepStanding],
    view: Viewpoint,
) -> Iterable[dict[str, Any]]:
    shared = {"row": row.number, "line": row.line, "customer_id": row.customer_id}
    if not row.will_be_sent:
        yield shared | {"state": RowState.REFUSED_BEFORE.value, "said": row.refused}
        return
    for number, step in enumerate(row.steps):
        standing = standings[row.number, number]
        planned = before_after(step.change, step.before or Observation(), view)
        yield (
            shared
            | {
                "what": step.change.summary(view).plain,
                "planned": "; ".join(one.plain for one in planned),
                "state": standing.state.value,
                "said": standing.words,
                "idempotency_key": step.change.idempotency_key,
            }
            | _attempt(standing.operation)
        )


def _attempt(operation: Operation | None) -> dict[str, Any]:
    if operation is None:
        return {}
    end = operation.end
    return {
        "operation": operation.id,
        "time_ms": operation.last.time_ms,
        "status": (end.status if end else 0) or None,
        "request_id": (end.request_id if end else "") or None,
    }
