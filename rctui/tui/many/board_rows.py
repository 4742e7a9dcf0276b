"""The rows of a plan as they stand: each made when it is looked at, counters kept as they change.

A plan has up to 10,000 rows, and each of them ends once: what a row's end costs must not depend
on how many others there are.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, overload

from rctui.bulk.standing import WAITING, RowState, row_state
from rctui.tables.bulk import BulkRow
from rctui.text.safe_text import label, safe
from rctui.worker.bulk_run import is_left, row_cost

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from rctui.bulk.plan import PlanRow
    from rctui.bulk.standing import StepStanding
    from rctui.worker.bulk_run import RowEnded


class BoardRows(Sequence[BulkRow]):
    """What a table shows of a board. Belongs to the screens' thread."""

    def __init__(self) -> None:
        self.edition = 0
        """Another number means that any row may be another one."""
        self.changed: list[int] = []
        """The places of rows that have ended since this edition came."""
        self.left: tuple[PlanRow, ...] = ()
        """The rows that a run would send, or sends, told by the journal."""
        self.cost_left = 0
        """Requests that those of them take, at the tightest budget, that have not ended yet."""
        self._planned: list[PlanRow] = []
        self._states: list[RowState] = []
        self._counted: Counter[RowState] = Counter()
        self._steps: Mapping[tuple[int, int], StepStanding] = {}
        self._ended: dict[int, RowEnded] = {}

    def add(self, row: PlanRow) -> None:
        """A row was planned; they come in nearly the order of the list."""
        place = self._place(row.number)
        state = row_state(row, [WAITING] * len(row.steps))
        self._planned.insert(place, row)
        self._states.insert(place, state)
        self._counted[state] += 1
        self._renewed()

    def stand(
        self, planned: Iterable[PlanRow], steps: Mapping[tuple[int, int], StepStanding]
    ) -> None:
        """All rows, and how the journal says that each step stands."""
        self._planned, self._steps = list(planned), steps
        self._tell_left()
        self._states = [self._state(row) for row in self._planned]
        self._counted = Counter(self._states)
        self._renewed()

    def begin(self) -> None:
        """A run begins: none of its rows has ended yet."""
        self._ended.clear()
        self.stand(self._planned, self._steps)

    def end(self, ended: RowEnded) -> None:
        """A row has come to its end in this run."""
        place = self._place(ended.row.number)
        if ended.row.number not in self._ended:
            self.cost_left -= row_cost(ended.row)
        self._ended[ended.row.number] = ended
        self._counted[self._states[place]] -= 1
        self._counted[ended.state] += 1
        self._states[place] = ended.state
        self.changed.append(place)

    @property
    def planned(self) -> tuple[PlanRow, ...]:
        """The rows that are planned so far, in the order of the list."""
        return tuple(self._planned)

    @property
    def counts(self) -> Mapping[RowState, int]:
        """How many rows stand how, without those states that no row is in."""
        return {state: self._counted[state] for state in RowState if self._counted[state]}

    @property
    def ended(self) -> int:
        """How many rows have ended in this run."""
        return len(self._ended)

    def __len__(self) -> int:
        return len(self._planned)

    @overload
    def __getitem__(self, place: int) -> BulkRow: ...
    @overload
    def __getitem__(self, place: slice) -> list[BulkRow]: ...
    def __getitem__(self, place: int | slice) -> BulkRow | list[BulkRow]:
        if isinstance(place, slice):
            return [self[one] for one in range(*place.indices(len(self)))]
        row = self._planned[place]
        ended = self._ended.get(row.number)
        if ended is not None:
            return BulkRow(row, ended.state, ended.words)
        steps = self._steps_of(row)
        said = next((one.words for one in reversed(steps) if one.words), "")
        return BulkRow(row, self._states[place], safe(said) if said else label(""))

    def _renewed(self) -> None:
        self.edition += 1
        self.changed = []

    def _tell_left(self) -> None:
        self.left = tuple(
            row for row in self._planned if row.will_be_sent and is_left(row, self._steps_of(row))
        )
        open_rows = (row for row in self.left if row.number not in self._ended)
        self.cost_left = sum(row_cost(row) for row in open_rows)

    def _place(self, number: int) -> int:
        return bisect_left(self._planned, number, key=lambda row: row.number)

    def _state(self, row: PlanRow) -> RowState:
        ended = self._ended.get(row.number)
        return row_state(row, self._steps_of(row)) if ended is None else ended.state

    def _steps_of(self, row: PlanRow) -> list[StepStanding]:
        return [self._steps.get((row.number, n), WAITING) for n in range(len(row.steps))]
