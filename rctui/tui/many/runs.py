"""Changes for many customers, and several for one: planned, reviewed once, sent by the worker.

The boards belong to the application: leaving a screen stops nothing.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, LiteralString

from rctui.bulk.plan import Plan
from rctui.bulk.reading import Wish
from rctui.errors import RctuiError
from rctui.playbooks.making import Making, new_key
from rctui.tables.commands import Command
from rctui.text.error_words import error_words
from rctui.text.safe_text import SafeText, label, phrase, safe
from rctui.tui.dialogs.many import challenge_for
from rctui.tui.keys.actions import PROJECTS
from rctui.tui.many.board import BulkBoard, Phase
from rctui.tui.many.files import BulkFiles
from rctui.tui.many.messages import BoardTold
from rctui.tui.many.words import review_rows, row_words, standing_words
from rctui.tui.screens.bulk import BulkScreen
from rctui.tui.screens.review import ReviewText
from rctui.tui.writing.messages import CustomerTouched, JournalChanged
from rctui.worker.bulk_job import BulkJob
from rctui.worker.plan_job import PlanJob

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from rctui.bulk.asks import Ask
    from rctui.bulk.plan import PlanRow
    from rctui.customers.verdicts.facts import Facts
    from rctui.journal.operation import Operation
    from rctui.tui.app import RctuiApp
    from rctui.tui.session import Session
    from rctui.worker.bulk_run import RowEnded

_ELSEWHERE: LiteralString = "This plan is for another project; open that first ({})."


class ManyRuns:
    """Every plan of this run of the program. Belongs to the screens' thread."""

    def __init__(self, program: RctuiApp) -> None:
        self.program = program
        self.boards: tuple[BulkBoard, ...] = ()

    @property
    def _session(self) -> Session:
        return self.program.session

    def commands(self) -> Iterator[Command]:
        """The way back to every plan."""
        for number, board in enumerate(self.boards, 1):
            yield Command(
                f"board-{number}",
                label("Resume plan") if board.can_be_sent else label("Plan"),
                label(""),
                phrase("Back to {}: {}.", board.title, standing_words(board)),
                partial(self.show_board, board),
            )

    def making(self, ticket: str = "") -> Making:
        """What changes for many are made with, as of now."""
        project = self._session.project
        zone = self._session.zone
        return Making(project.names, project.rules, ticket, self._session.now_ms(), zone)

    def wishes(self, customer_ids: Sequence[str], ask: Ask) -> tuple[Wish, ...]:
        """The same for some customers."""
        return tuple(Wish(line, one, ask) for line, one in enumerate(customer_ids, 1))

    # Planning

    def plan_many(
        self,
        title: SafeText,
        wishes: Sequence[Wish],
        making: Making,
        source: str = "",
        facts: Facts | None = None,
    ) -> None:
        """Read every customer of a list, and show the plan that comes of it."""
        project = self._session.project.key
        board = BulkBoard(title, project, making, len(wishes), source, facts)
        job = PlanJob(
            self._session.worker,
            project,
            tuple(wishes),
            making,
            lambda row: self._tell_one(board, lambda: board.take_row(row)),
            lambda: self._tell(board, lambda: self._planned(board)),
        )
        board.planning = job
        self.boards = (*self.boards, board)
        self._session.worker.start_job(job)
        self.show_board(board)

    def show_board(self, board: BulkBoard) -> None:
        """Show a plan."""
        if board.project != self._session.project.key:
            self.program.say(phrase(_ELSEWHERE, self._way_to_projects))
        elif not self._goes_back_to(board):
            self.program.push_screen(BulkScreen(self._session, board))

    @property
    def _way_to_projects(self) -> SafeText:
        return self.program.action_keys.way_to(PROJECTS)

    def _goes_back_to(self, board: BulkBoard) -> bool:
        """Close what lies above the plan's screen, where it has one; whether it has."""
        screens = self.program.screen_stack
        found = (one for one in screens if isinstance(one, BulkScreen) and one.board is board)
        screen = next(found, None)
        while screen is not None and self.program.screen is not screen:
            self.program.pop_screen()
        return screen is not None

    def leave_planning(self, board: BulkBoard) -> None:
        """A plan that is still read is not wanted any more."""
        if board.planning is not None:
            board.planning.ask_to_stop()
        self.boards = tuple(one for one in self.boards if one is not board)

    def _tell(self, board: BulkBoard, take: Callable[[], object]) -> None:
        self.program.post_message(BoardTold(board, take))

    def _tell_one(self, board: BulkBoard, take: Callable[[], object]) -> None:
        self.program.post_message(BoardTold(board, take, one_of_many=True))

    def _planned(self, board: BulkBoard) -> None:
        board.planning = None
        rows = board.planned_rows
        if len(rows) < board.total:
            return
        board.take_plan(self._plan(board, rows))
        self._in_files(board, self._files.save)

    def _plan(self, board: BulkBoard, rows: tuple[PlanRow, ...]) -> Plan:
        project, making = self._session.project, board.making
        return Plan(
            new_key(),
            making.now_ms,
            project.key,
            project.project_id,
            project.base_url,
            board.source,
            making.ticket,
            rows,
        )

    # Sending

    def review_board(self, board: BulkBoard, declined: Callable[[], object] = lambda: None) -> None:
        """Show the one review of a plan; `y` there sends what is left of it."""
        refusal = self._why_not_send(board)
        if refusal is not None:
            self.program.say(refusal)
            return
        project = self._session.project
        view = self._session.viewpoint(self._session.now_ms())
        rows = review_rows(board, project, view, self.program.action_keys)
        run = phrase("Send {} in {}", row_words(len(board.left)), safe(project.name))
        if board.total == 1:
            run = phrase("Run it in {}", safe(project.name))
        challenge = challenge_for(board.left, project.rules)

        def answered(yes: bool | None) -> None:
            if yes:
                self._send_board(board)
            else:
                declined()

        self.program.show_review(ReviewText(board.title, rows, run, challenge), answered)

    def _why_not_send(self, board: BulkBoard) -> SafeText | None:
        if board.phase is not Phase.PLANNED:
            return label("The plan is not ready, or is being sent already.")
        if not board.left:
            return label("No row of this plan is left to send.")
        try:
            self._session.project.rules.check_ticket(board.making.ticket)
        except RctuiError as error:
            return error_words(error)
        return self.program.why_no_writes()

    def _send_board(self, board: BulkBoard) -> None:
        if board.plan is None or board.phase is not Phase.PLANNED:
            return
        confirmed = len(board.left)
        board.phase, board.trouble = Phase.BEGINNING, label("")

        def held() -> None:
            self._begin_board(board, confirmed)

        self._tell(board, _nothing)
        self._in_files(board, lambda one: self._files.hold(one, held))

    def _begin_board(self, board: BulkBoard, confirmed: int) -> None:
        """The plan is this program's alone: send what was confirmed, if that is still so."""
        left = row_words(len(board.left))
        if board.plan is None or len(board.left) != confirmed:
            board.let_go()
            board.phase = Phase.PLANNED
            board.trouble = phrase("Sent elsewhere meanwhile: {} left. Nothing was sent.", left)
            return
        job = BulkJob(
            self._session.worker,
            board.project,
            board.plan,
            board.standings,
            lambda end: self._tell_one(board, lambda: self._row_over(board, end)),
            lambda: self._tell(board, lambda: self._run_over(board)),
        )
        board.begin(job)
        self._session.worker.start_job(job)

    def _row_over(self, board: BulkBoard, end: RowEnded) -> None:
        board.take_end(end)
        touched = frozenset({end.row.customer_id}).union(
            *(step.change.customers for step in end.row.steps)
        )
        for screen in self.program.screen_stack:
            screen.post_message(CustomerTouched(board.project, touched))

    def _run_over(self, board: BulkBoard) -> None:
        board.job = None
        self.program.count_unconfirmed()
        self._in_files(board, self._files.finish)
        for screen in self.program.screen_stack:
            screen.post_message(JournalChanged())

    def turn_pause(self, board: BulkBoard) -> None:
        """Hold a run, or have it go on."""
        if board.job is None:
            self.program.say(label("Nothing is being sent."))
        elif board.phase is Phase.RUNNING:
            board.job.pause()
            board.phase = Phase.PAUSED
        elif board.phase is Phase.PAUSED:
            board.job.go_on()
            board.phase = Phase.RUNNING
        self._tell(board, _nothing)

    def stop_board(self, board: BulkBoard) -> None:
        """Begin no further row."""
        if board.job is None:
            self.program.say(label("Nothing is being sent."))
            return
        board.job.ask_to_stop()
        board.phase = Phase.STOPPING
        self._tell(board, _nothing)

    # Files and the journal, beside the screens' thread

    @property
    def _files(self) -> BulkFiles:
        opening = self._session.opening
        view = self._session.viewpoint(self._session.now_ms())
        return BulkFiles(opening.state_folder, opening.writing.journal, view)

    def _in_files(
        self, board: BulkBoard, work: Callable[[BulkBoard], Callable[[], object]]
    ) -> None:
        def run() -> None:
            self._tell(board, work(board))

        self.program.run_worker(run, thread=True, group="bulk files")

    def resume(self, file: Path, name: SafeText) -> None:
        """Load a plan that is kept, and show it as the journal has it."""
        files = self._files

        def load() -> None:
            try:
                plan, operations = files.load(file)
            except RctuiError as error:
                self.program.call_from_thread(self.program.say, error_words(error))
                return
            self.program.call_from_thread(self._loaded, file, name, plan, operations)

        self.program.say(phrase("Loading the plan {}…", name))
        self.program.run_worker(load, thread=True, group="bulk files")

    def _loaded(
        self, file: Path, name: SafeText, plan: Plan, operations: Sequence[Operation]
    ) -> None:
        here = self._session.project
        if (plan.project_id, plan.origin) != (here.project_id, here.base_url):
            words = "The plan {} is for the project {}; open that first ({})."
            self.program.say(phrase(words, name, safe(plan.project), self._way_to_projects))
            return
        board = self.take_up(plan, operations, phrase("Plan for {}", name))
        board.plan_file = file
        self.program.push_screen(BulkScreen(self._session, board))

    def take_up(self, plan: Plan, operations: Sequence[Operation], title: SafeText) -> BulkBoard:
        """A plan of an earlier run, as the journal has it."""
        project = self._session.project.key
        board = BulkBoard(title, project, self.making(plan.ticket), len(plan.rows), plan.source)
        board.take_plan(plan, operations)
        self.boards = (*self.boards, board)
        return board


def _nothing() -> None:
    """The board is as it is."""
