"""Counters of a plan that are kept as rows end are what counting all rows would say."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from rctui.bulk.plan import PlanRow, PlanStep
from rctui.bulk.standing import RowState, StepStanding
from rctui.customers.changes.every_change import AdjustCurrencies, SetAttributes
from rctui.text.safe_text import label
from rctui.tui.many.board_rows import BoardRows
from rctui.worker.bulk_run import RowEnded, row_cost

ENDS = (RowState.APPLIED, RowState.REFUSED, RowState.UNKNOWN, RowState.PARTLY, RowState.NOT_SENT)
STEP_STATES = (RowState.WAITING, RowState.APPLIED, RowState.UNKNOWN, RowState.NOT_SENT)
CREDIT = PlanStep(AdjustCurrencies.of("a", {"GLD": 5}, key="k"))
ATTRIBUTE = PlanStep(SetAttributes.of("a", {"x": "1"}))
STEPS = ((), (CREDIT,), (ATTRIBUTE,), (CREDIT, ATTRIBUTE))


@st.composite
def plans(draw: st.DrawFn) -> tuple[list[PlanRow], dict[tuple[int, int], StepStanding]]:
    """Rows of every kind, some of whose steps the journal knows."""
    chosen = draw(st.lists(st.sampled_from(STEPS), max_size=12))
    rows = [PlanRow(number, number, "a", steps) for number, steps in enumerate(chosen, 1)]
    keys = [(row.number, n) for row in rows for n in range(len(row.steps))]
    known = {key: StepStanding(draw(st.sampled_from(STEP_STATES))) for key in keys}
    return rows, known


@settings(max_examples=80, deadline=None)
@given(plans(), st.data())
def test_counters_agree_with_the_rows(
    plan: tuple[list[PlanRow], dict[tuple[int, int], StepStanding]], data: st.DataObject
) -> None:
    planned, steps = plan
    rows = BoardRows()
    for row in data.draw(st.permutations(planned)):
        rows.add(row)
    assert list(rows.planned) == planned
    rows.stand(planned, steps)
    rows.begin()
    ended = set()
    for row in data.draw(st.lists(st.sampled_from(rows.left))) if rows.left else []:
        state = data.draw(st.sampled_from(ENDS))
        rows.end(RowEnded(row, state, label("said")))
        ended.add(row.number)
        assert rows[rows.changed[-1]].state is state
    assert rows.counts == Counter(one.state for one in rows)
    assert rows.cost_left == sum(row_cost(row) for row in rows.left if row.number not in ended)
    assert rows.ended == len(ended)
    assert len(rows) == len(planned)
    assert rows[:] == list(rows)


def test_an_end_changes_one_place_and_a_new_plan_all() -> None:
    rows = BoardRows()
    planned = [PlanRow(number, number, "a", (CREDIT,)) for number in range(1, 6)]
    rows.stand(planned, {})
    edition = rows.edition
    rows.end(RowEnded(planned[3], RowState.APPLIED, label("")))
    assert (rows.edition, rows.changed) == (edition, [3])
    rows.stand(planned, {(4, 0): StepStanding(RowState.APPLIED)})
    assert rows.edition != edition
    assert rows.changed == []
