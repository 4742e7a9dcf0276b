"""Plans for many customers, built when the first one is asked for: few runs of the program do."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from rctui.text.safe_text import SafeText, label, phrase, safe
from rctui.tui.beside import Beside
from rctui.tui.many.messages import BoardChanged, BoardTold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rctui.bulk.kept_plans import KeptPlan
    from rctui.customers.verdicts.facts import Facts
    from rctui.tables.commands import Command
    from rctui.tui.app import RctuiApp
    from rctui.tui.many.board import BulkBoard
    from rctui.tui.many.breath import Breath
    from rctui.tui.many.runs import ManyRuns


class ManyAtHand(Beside):
    """The part of the application that leads to plans, triage and playbooks."""

    _many: ManyRuns | None = None
    _breath_kept: Breath | None = None

    @property
    def _breath(self) -> Breath:
        if self._breath_kept is None:
            from rctui.tui.many.breath import Breath

            self._breath_kept = Breath(self.set_timer)
        return self._breath_kept

    @property
    def many(self) -> ManyRuns:
        """Every plan of this run."""
        if self._many is None:
            from typing import cast

            from rctui.tui.many.runs import ManyRuns

            self._many = ManyRuns(cast("RctuiApp", self))
        return self._many

    def more_commands(self) -> Iterator[Command]:
        """The way back to the plans of this run, and to those that an earlier one left."""
        from rctui.bulk.kept_plans import kept_plans
        from rctui.tables.commands import Command

        yield from super().more_commands()
        boards = () if self._many is None else self._many.boards
        if self._many is not None:
            yield from self._many.commands()
        open_now = [board.plan_file for board in boards]
        for number, kept in enumerate(kept_plans(self.session.opening.state_folder, open_now), 1):
            words = kept.words(self.session.zone)
            yield Command(
                f"resume-plan-{number}",
                label("Resume plan"),
                label(""),
                phrase("Resume plan {}: see how it stands, and send what is left.", words),
                partial(self._resume_plan, kept),
            )

    def _resume_plan(self, kept: KeptPlan) -> None:
        self.many.resume(kept.file, safe(kept.name))

    def plan_words(self) -> Iterator[SafeText]:
        """For the header: how far the plans are that are being sent."""
        if self._many is None:
            return
        for board in self._many.boards:
            if board.is_under_way and board.to_send:
                yield phrase("plan {}/{}", board.ended, board.to_send)

    def on_board_told(self, message: BoardTold) -> None:
        """Take what has become known, and have the screens show it."""
        message.take()
        if message.one_of_many:
            self._breath.wants(message.board, self._show_board)
        else:
            self._show_board(message.board)

    def _show_board(self, board: BulkBoard) -> None:
        for screen in self.screen_stack:
            screen.post_message(BoardChanged(board))

    def open_bulk(self) -> None:
        """Ask for a list and what to do with it."""
        from rctui.tui.screens.bulk_setup import BulkSetupScreen

        self.push_screen(BulkSetupScreen(self.session))

    def open_triage(self) -> None:
        """Ask for ids, and show a verdict for each."""
        from rctui.tui.screens.triage_paste import TriagePasteScreen

        self.push_screen(TriagePasteScreen(self.session))

    def ask_playbook(self, customer_ids: Sequence[str], facts: Facts | None = None) -> None:
        """Choose a playbook for some customers, and plan it.

        `facts` is what is loaded where it is for one.
        """
        from rctui.tui.many.playbook_picks import ask_playbook

        ask_playbook(self.many, customer_ids, facts)
