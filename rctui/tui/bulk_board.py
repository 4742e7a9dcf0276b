"""One plan on screen: planned, sent, and how each row stands. Belongs to the screens' thread."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import TYPE_CHECKING

from rctui.bulk.standing import RowState, StepStanding, row_state, standings
from rctui.tables.bulk import BulkRow
from rctui.text.safe_text import SafeText, label, safe
from rctui.worker.bulk_run import row_cost, rows_left

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from contextlib import ExitStack
    from pathlib import Path

    from rctui.bulk.plan import Plan, PlanRow
    from rctui.customers.facts import Facts
    from rctui.journal.operation import Operation
    from rctui.playbooks.making import Making
    from rctui.worker.bulk_job import BulkJob
    from rctui.worker.bulk_run import RowEnded
    from rctui.worker.plan_job import PlanJob


class Phase(Enum):
    """How far a board has come."""

    PLANNING = auto()
    PLANNED = auto()
    """Nothing has been sent by this run, or it came to its end."""
    BEGINNING = auto()
    """Confirmed; the plan's file is being taken and the journal read."""
    RUNNING = auto()
    PAUSED = auto()
    STOPPING = auto()
    """No further row begins; those under way come to their end."""


@dataclass(slots=True, eq=False)
class BulkBoard:
    """What a bulk screen shows. It stays with the application when the screen is left."""

    title: SafeText
    project: str
    """The key of the project that it is for."""
    making: Making
    total: int
    """How many rows the list has."""
    source: str = ""
    """The name of the list's file; empty where it was pasted or made."""
    facts: Facts | None = None
    """What is loaded of the customer where it is for one, for the review."""
    phase: Phase = Phase.PLANNING
    plan: Plan | None = None
    plan_file: Path | None = None
    """Where the plan is kept; `None` in the demo."""
    result_file: Path | None = None
    planning: PlanJob | None = None
    job: BulkJob | None = None
    hold: ExitStack | None = None
    """Keeps other programs from sending the plan, while this one does."""
    to_send: int = 0
    """How many rows this run set out to send."""
    trouble: SafeText = label("")
    """Why something about the files failed, or empty."""
    _planned: dict[int, PlanRow] = field(default_factory=dict)
    _steps: Mapping[tuple[int, int], StepStanding] = field(default_factory=dict)
    _ended: dict[int, RowEnded] = field(default_factory=dict)

    def take_row(self, row: PlanRow) -> None:
        """A row was planned."""
        self._planned[row.number] = row

    @property
    def planned_rows(self) -> tuple[PlanRow, ...]:
        """The rows that are planned so far, in the order of the list."""
        return tuple(self._planned[number] for number in sorted(self._planned))

    def take_plan(self, plan: Plan, operations: Sequence[Operation] = ()) -> None:
        """The plan is whole; `operations` are what the journal has of it."""
        self.plan = plan
        self._planned = {row.number: row for row in plan.rows}
        self._steps = standings(plan, operations)
        self.phase = Phase.PLANNED

    def take_standings(self, operations: Sequence[Operation]) -> None:
        """The journal was read again."""
        if self.plan is not None:
            self._steps = standings(self.plan, operations)

    def take_end(self, ended: RowEnded) -> None:
        """A row has come to its end in this run."""
        self._ended[ended.row.number] = ended

    def begin(self, job: BulkJob) -> None:
        """A run begins."""
        self._ended.clear()
        self.to_send = len(self.left)
        self.job, self.phase = job, Phase.RUNNING

    def let_go(self) -> None:
        """Other programs may send the plan again."""
        hold, self.hold = self.hold, None
        if hold is not None:
            hold.close()

    @property
    def standings(self) -> Mapping[tuple[int, int], StepStanding]:
        """How each step stands, told by the journal."""
        return self._steps

    @property
    def left(self) -> tuple[PlanRow, ...]:
        """The rows that a run would send."""
        return () if self.plan is None else rows_left(self.plan, self._steps)

    @property
    def cost_left(self) -> int:
        """Requests that the rows still to end take, at the tightest budget."""
        return sum(row_cost(row) for row in self.left if row.number not in self._ended)

    @property
    def was_begun(self) -> bool:
        """Whether some of it has been sent, by this run or an earlier one."""
        return bool(self._ended) or any(one.operation is not None for one in self._steps.values())

    @property
    def ended(self) -> int:
        """How many rows have ended in this run."""
        return len(self._ended)

    @property
    def rows(self) -> tuple[BulkRow, ...]:
        """Every row as it stands now."""
        return tuple(self._row(row) for row in self.planned_rows)

    @property
    def counts(self) -> Mapping[RowState, int]:
        """How many rows stand how."""
        return Counter(self._state(row) for row in self.planned_rows)

    @property
    def is_under_way(self) -> bool:
        """Whether rows are being sent, or may be."""
        return self.phase in (Phase.BEGINNING, Phase.RUNNING, Phase.PAUSED, Phase.STOPPING)

    def _row(self, row: PlanRow) -> BulkRow:
        ended = self._ended.get(row.number)
        if ended is not None:
            return BulkRow(row, ended.state, ended.words)
        steps = self._steps_of(row)
        said = next((one.words for one in reversed(steps) if one.words), "")
        return BulkRow(row, self._state(row), safe(said))

    def _state(self, row: PlanRow) -> RowState:
        ended = self._ended.get(row.number)
        if ended is not None:
            return ended.state
        return row_state(row, self._steps_of(row))

    def _steps_of(self, row: PlanRow) -> list[StepStanding]:
        waiting = StepStanding()
        return [self._steps.get((row.number, n), waiting) for n in range(len(row.steps))]
