"""One plan on screen: planned, sent, and how each row stands. Belongs to the screens' thread."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto
from typing import TYPE_CHECKING

from rctui.bulk.standing import WAITING, standings
from rctui.text.safe_text import SafeText, label
from rctui.tui.many.board_rows import BoardRows

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from contextlib import ExitStack
    from pathlib import Path

    from rctui.bulk.plan import Plan, PlanRow
    from rctui.bulk.standing import RowState, StepStanding
    from rctui.customers.verdicts.facts import Facts
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
    rows: BoardRows = field(default_factory=BoardRows)
    """Every row as it stands now."""
    _steps: Mapping[tuple[int, int], StepStanding] = field(default_factory=dict)

    def take_row(self, row: PlanRow) -> None:
        """A row was planned."""
        self.rows.add(row)

    @property
    def planned_rows(self) -> tuple[PlanRow, ...]:
        """The rows that are planned so far, in the order of the list."""
        return self.rows.planned

    def take_plan(self, plan: Plan, operations: Sequence[Operation] = ()) -> None:
        """The plan is whole; `operations` are what the journal has of it."""
        self.plan = plan
        self.phase = Phase.PLANNED
        self.take_standings(operations)

    def take_standings(self, operations: Sequence[Operation]) -> None:
        """The journal was read again."""
        if self.plan is not None:
            now = standings(self.plan, operations)
            self._steps = {step: one.without_what_is_over for step, one in now.items()}
            self.rows.stand(self.plan.rows, self._steps)

    def take_end(self, ended: RowEnded) -> None:
        """A row has come to its end in this run."""
        self.rows.end(ended)

    def begin(self, job: BulkJob) -> None:
        """A run begins."""
        self.rows.begin()
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
        return self.rows.left

    @property
    def cost_left(self) -> int:
        """Requests that the rows still to end take, at the tightest budget."""
        return self.rows.cost_left

    @property
    def was_begun(self) -> bool:
        """Whether some of it has been sent, by this run or an earlier one."""
        return bool(self.ended) or any(one is not WAITING for one in self._steps.values())

    @property
    def ended(self) -> int:
        """How many rows have ended in this run."""
        return self.rows.ended

    @property
    def counts(self) -> Mapping[RowState, int]:
        """How many rows stand how."""
        return self.rows.counts

    @property
    def can_be_sent(self) -> bool:
        """Whether it waits for somebody to send what is left of it."""
        return self.phase is Phase.PLANNED and bool(self.left)

    @property
    def is_under_way(self) -> bool:
        """Whether rows are being sent, or may be."""
        return self.phase in (Phase.BEGINNING, Phase.RUNNING, Phase.PAUSED, Phase.STOPPING)
