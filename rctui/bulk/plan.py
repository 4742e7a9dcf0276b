"""A plan: every row with its change fixed, what was seen before, and what will not be sent."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from rctui.bulk.errors import BadPlan
from rctui.customers.changes.errors import UnreadableChange
from rctui.customers.changes.every_change import change_in
from rctui.customers.readback.observation import Observation, observation_in

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rctui.customers.changes.every_change import Change

VERSION: Final = 1
"""The layout of a plan's file."""


@dataclass(frozen=True, slots=True)
class PlanStep:
    """One change of a row, idempotency key included."""

    change: Change
    before: Observation | None = None
    """What was seen when it was planned."""

    def data(self) -> dict[str, Any]:
        """The form for the file."""
        before = {} if self.before is None else self.before.data()
        return {"change": self.change.data(), "before": before}


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One row of the list: for whom, which changes in order, or why none."""

    number: int
    """From 1, in the order of the list."""
    line: int
    """Where it begins in the list."""
    customer_id: str
    steps: tuple[PlanStep, ...] = ()
    refused: str = ""
    """Why it will not be sent, or empty. May hold outside text."""

    @property
    def will_be_sent(self) -> bool:
        """Whether the plan lets it through."""
        return bool(self.steps) and not self.refused

    def data(self) -> dict[str, Any]:
        """The form for the file."""
        told = {"number": self.number, "line": self.line, "customer_id": self.customer_id}
        return told | {"steps": [one.data() for one in self.steps], "refused": self.refused}


@dataclass(frozen=True, slots=True)
class Plan:
    """All rows of a list, for one project."""

    id: str
    """Names the plan in the journal; a fresh UUID."""
    made_at_ms: int
    """In ms since the epoch."""
    project: str
    """What the configuration calls the project."""
    project_id: str
    origin: str
    """Where its API is."""
    source: str
    """The name of the list's file; empty where it was pasted."""
    ticket: str = ""
    rows: tuple[PlanRow, ...] = field(default=())

    @property
    def sendable(self) -> tuple[PlanRow, ...]:
        """The rows that the plan lets through."""
        return tuple(row for row in self.rows if row.will_be_sent)

    def mark(self, row: PlanRow, step: int) -> str:
        """What the journal calls one step of a row, as the reason of its change."""
        tail = f".{step + 1}" if len(row.steps) > 1 else ""
        return f"bulk {self.id[:13]} row {row.number}{tail}"

    def data(self) -> dict[str, Any]:
        """The form for the file; `plan_in` reads it."""
        return {
            "version": VERSION,
            "id": self.id,
            "made_at_ms": self.made_at_ms,
            "project": self.project,
            "project_id": self.project_id,
            "origin": self.origin,
            "source": self.source,
            "ticket": self.ticket,
            "rows": [row.data() for row in self.rows],
        }


def plan_in(data: object) -> Plan:
    """The plan that a file holds. Raises BadPlan."""
    if not isinstance(data, dict) or "rows" not in data or "made_at_ms" not in data:
        raise BadPlan("This is no plan.", hint="Make one: rctui bulk plan FILE.")
    if data.get("version") != VERSION:
        raise BadPlan("This plan was made by another version of rctui.", hint="Plan it again.")
    try:
        return _plan(data)
    except (KeyError, TypeError, AttributeError, UnreadableChange) as error:
        raise BadPlan("The plan is damaged; nothing was sent.", hint="Plan it again.") from error


def _plan(data: Mapping[str, Any]) -> Plan:
    texts = {name: _text(data[name]) for name in _TEXTS}
    rows = tuple(_row(one) for one in data["rows"])
    if [row.number for row in rows] != list(range(1, len(rows) + 1)):
        raise TypeError("rows out of order")
    return Plan(made_at_ms=_whole(data["made_at_ms"]), rows=rows, **texts)


_TEXTS: Final = ("id", "project", "project_id", "origin", "source", "ticket")


def _row(data: Mapping[str, Any]) -> PlanRow:
    steps = tuple(_step(one) for one in data["steps"])
    customer_id = _text(data["customer_id"])
    if any(one.change.customer_id != customer_id for one in steps):
        raise TypeError("a step of another customer")
    number, line = _whole(data["number"]), _whole(data["line"])
    return PlanRow(number, line, customer_id, steps, _text(data["refused"]))


def _step(data: Mapping[str, Any]) -> PlanStep:
    before = data["before"]
    return PlanStep(change_in(data["change"]), observation_in(before) if before else None)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("no text")
    return value


def _whole(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError("no number")
    return value
