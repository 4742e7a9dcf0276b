"""Where plans and their results are kept, and what the journal says of them. Blocks: threads."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from rctui.bulk.kept_plans import FOLDER, SUFFIX, mark_done
from rctui.bulk.plan_file import load_plan, save_plan
from rctui.errors import RctuiError
from rctui.exports.bulk_result import COLUMNS, result_rows
from rctui.exports.csv_text import csv_bytes
from rctui.files.atomic import write_atomically
from rctui.files.directories import private_directory
from rctui.files.errors import FileBusy
from rctui.files.locks import locked
from rctui.files.names import safe_file_name
from rctui.text.safe_text import SafeText, label, safe
from rctui.tui.many.board import BulkBoard, Phase

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from rctui.bulk.plan import Plan
    from rctui.customers.verdicts.access import Viewpoint
    from rctui.journal.journal import Journal
    from rctui.journal.operation import Operation

_BUSY: Final = label("Another rctui is sending this plan. Nothing was sent from here.")


@dataclass(frozen=True, slots=True)
class BulkFiles:
    """The folder of plans; none in the demo, where they last as long as the program."""

    state: Path | None
    journal: Journal | None
    view: Viewpoint

    def save(self, board: BulkBoard) -> Callable[[], None]:
        """Keep a new plan, so that whatever is killed it can be resumed; what to tell the board."""
        if self.state is None or board.plan is None:
            return _nothing
        try:
            folder = self.state / FOLDER
            private_directory(folder)
            name = safe_file_name(board.source or board.title.plain, otherwise="plan")
            path = save_plan(board.plan, folder, name)
        except RctuiError as error:
            return _trouble(board, safe(f"The plan could not be kept: {error.message}"))

        def told() -> None:
            board.plan_file = path

        return told

    def hold(self, board: BulkBoard, then: Callable[[], None]) -> Callable[[], None]:
        """Keep every other program from sending the plan, and read the journal anew.

        `then` is called where that worked; without a file there is nothing to hold.
        """
        hold = ExitStack()
        try:
            if board.plan_file is not None:
                hold.enter_context(locked(board.plan_file, patience_s=0))
            operations = () if board.plan is None else self.operations(board.plan)
        except RctuiError as error:
            hold.close()
            busy = isinstance(error, FileBusy)
            return _trouble(board, _BUSY if busy else safe(f"Nothing was sent: {error.message}"))

        def told() -> None:
            board.hold = hold
            board.take_standings(operations)
            then()

        return told

    def finish(self, board: BulkBoard) -> Callable[[], None]:
        """Read in the journal what became of a run, and keep the result beside the plan."""
        plan = board.plan
        if plan is None:
            return _nothing
        try:
            operations = self.operations(plan)
            result = self._keep_result(board, operations)
        except RctuiError as error:
            return _trouble(board, safe(f"What became of it is not kept: {error.message}"))

        def told() -> None:
            board.let_go()
            board.take_standings(operations)
            board.result_file = result
            board.phase = Phase.PLANNED

        return told

    def operations(self, plan: Plan) -> tuple[Operation, ...]:
        """What the journal has since the plan was made. Raises FilesError."""
        return () if self.journal is None else self.journal.read(plan.made_at_ms).operations

    def load(self, path: Path) -> tuple[Plan, tuple[Operation, ...]]:
        """A kept plan and what became of it. Raises RctuiError."""
        plan = load_plan(path)
        return plan, self.operations(plan)

    def _keep_result(self, board: BulkBoard, operations: tuple[Operation, ...]) -> Path | None:
        from rctui.bulk.standing import standings
        from rctui.worker.bulk_run import rows_left

        if board.plan is None or board.plan_file is None:
            return None
        now = standings(board.plan, operations)
        rows = result_rows(board.plan, now, self.view)
        cells = [[row.get(name) for name in COLUMNS] for row in rows]
        path = board.plan_file.with_name(board.plan_file.name.removesuffix(SUFFIX) + ".result.csv")
        write_atomically(path, csv_bytes(COLUMNS, cells))
        if not rows_left(board.plan, now):
            mark_done(board.plan_file)
        return path


def _trouble(board: BulkBoard, words: SafeText) -> Callable[[], None]:
    def told() -> None:
        board.let_go()
        board.trouble = words
        board.phase = Phase.PLANNED

    return told


def _nothing() -> None:
    """There is nothing to tell."""
