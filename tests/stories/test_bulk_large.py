"""A plan of ten thousand rows: what a row's end costs does not depend on the others."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest

from rctui.bulk.plan import Plan, PlanRow, PlanStep
from rctui.bulk.standing import RowState
from rctui.customers.changes.every_change import AdjustCurrencies
from rctui.exports.sheet import ListDocument
from rctui.playbooks.making import Making
from rctui.text.safe_text import label
from rctui.tui.lists.exporting import list_exports
from rctui.tui.many.board import BulkBoard, Phase
from rctui.tui.many.board_rows import BoardRows
from rctui.tui.many.messages import BoardTold
from rctui.worker.bulk_run import RowEnded
from tests.stories.program import demo, program

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rctui.tables.bulk import BulkRow
    from rctui.tui.app import RctuiApp
    from rctui.tui.screens.base import RctuiScreen
    from tests.stories.program import Operator

MANY = 10_000
ENDS = 60


class CountedRows(BoardRows):
    """Counts how often a row was made to be looked at."""

    looks = 0

    def __getitem__(self, place: int | slice) -> BulkRow | list[BulkRow]:  # type: ignore[override]
        self.looks += 1 if isinstance(place, int) else len(self)
        return super().__getitem__(place)


def board_of(count: int) -> tuple[BulkBoard, CountedRows]:
    """A plan of so many credits that is being sent."""
    step = PlanStep(AdjustCurrencies.of("somebody", {"GLD": 5}, key="k"))
    rows = tuple(PlanRow(number, number, "somebody", (step,)) for number in range(1, count + 1))
    counted = CountedRows()
    board = BulkBoard(label("Many"), "demo", Making(), count, rows=counted)
    board.take_plan(Plan("id", 0, "demo", "", "", "", "", rows))
    board.phase, board.to_send = Phase.RUNNING, count
    return board, counted


async def shown(operator: Operator, board: BulkBoard) -> RctuiApp:
    app = cast("RctuiApp", operator.app)
    app.many.show_board(board)
    await operator.sees(f"{board.total} to send")
    await operator.settles()
    return app


def end(app: RctuiApp, board: BulkBoard, row: PlanRow) -> None:
    """As the worker tells that a row has ended."""
    ended = RowEnded(row, RowState.APPLIED, label("80 → 85"))
    app.post_message(BoardTold(board, lambda: board.take_end(ended), one_of_many=True))


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_an_ended_row_is_looked_at_a_few_times_and_no_other_is(size: tuple[int, int]) -> None:
    board, counted = board_of(MANY)
    async with program(demo(customers=0), size=size) as operator:
        app = await shown(operator, board)
        counted.looks = 0
        for row in board.left[:ENDS]:
            end(app, board, row)
        text = await operator.sees(f"{ENDS} applied", f"{MANY - ENDS} to send")
        assert counted.looks <= 3 * ENDS
        assert text.count(" applied ") > 10, "the rows that are seen say so too"


async def test_ends_far_below_change_the_count_alone() -> None:
    board, counted = board_of(MANY)
    async with program(demo(customers=0)) as operator:
        app = await shown(operator, board)
        counted.looks = 0
        for number, row in enumerate(board.left[-5:], 1):
            end(app, board, row)
            text = await operator.sees(f" {number} applied")
        assert " applied " not in text.replace("5 applied ", "")
        assert counted.looks < 60, "less than one look at the list as a whole for each of them"


async def test_a_sorted_or_filtered_list_follows_too() -> None:
    board, _ = board_of(300)
    async with program(demo(customers=0)) as operator:
        app = await shown(operator, board)
        await operator.press("slash", *"applied")
        await operator.sees("0 of 300")
        for row in board.left[:7]:
            end(app, board, row)
        await operator.sees("7 of 300", "7 applied")


async def test_a_change_that_is_no_row_shows_at_once() -> None:
    board, counted = board_of(200)
    async with program(demo(customers=0)) as operator:
        app = await shown(operator, board)
        end(app, board, board.left[0])
        board.phase = Phase.PAUSED
        app.post_message(BoardTold(board, lambda: None))
        await operator.sees("PAUSED", "1 applied")
        assert counted.ended == 1


async def test_marked_rows_are_exported_as_they_stand_now() -> None:
    board, _ = board_of(20)
    async with program(demo(customers=0)) as operator:
        app = await shown(operator, board)
        await operator.press("space", "space")
        await operator.sees("2 marked")
        end(app, board, board.left[0])
        await operator.sees("1 applied")
        marked, *_ = list_exports(cast("RctuiScreen", app.screen)).choices
        document = marked.document(None)
        assert isinstance(document, ListDocument)
        rows = cast("Sequence[BulkRow]", document.sheet.items)
        assert [row.state for row in rows] == [RowState.APPLIED, RowState.WAITING]
