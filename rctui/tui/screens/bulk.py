"""Bulk: a plan row by row, before it is sent, while it is sent, and what became of it."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING, ClassVar, Final, cast

from textual import on

from rctui.tables.bulk import BulkRow, bulk_table, state_words, steps_words, why_words
from rctui.tables.table import Tone
from rctui.text.safe_text import SafeText, label, phrase, safe, whole_id
from rctui.tui.keys.actions import DETAIL, EVERYWHERE, Action, bindings
from rctui.tui.keys.many_actions import BULK_PAUSE, BULK_SEND, BULK_STOP
from rctui.tui.many.board import Phase
from rctui.tui.many.messages import BoardChanged
from rctui.tui.many.words import count_words, next_words
from rctui.tui.screens.base import RctuiScreen
from rctui.tui.there import is_there
from rctui.tui.widgets.count_line import CountLine
from rctui.tui.widgets.header_line import HeaderLine
from rctui.tui.widgets.key_footer import KeyFooter
from rctui.tui.widgets.plain import Plain
from rctui.tui.widgets.record_table import RecordTable
from rctui.tui.widgets.whole_line import WholeLine, cut_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from textual.app import ComposeResult

    from rctui.tui.many.board import BulkBoard
    from rctui.tui.session import Session

_IN_MEMORY: Final = label(
    "Kept until rctui ends, without a file; Resume plan in the palette leads back."
)
_NOT_SENT: Final = label("Nothing was sent.")
REST_A_ROW_S: Final = 0.001
"""How long a sorted or filtered list rests before it is arranged anew, for each of its rows."""


class BulkScreen(RctuiScreen):
    """Shows a board. The board is the application's: leaving stops nothing."""

    BINDINGS = bindings((BULK_SEND, BULK_PAUSE, BULK_STOP))
    OFFERS: ClassVar[tuple[Action, ...]] = (
        BULK_SEND,
        BULK_PAUSE,
        BULK_STOP,
        DETAIL,
        *EVERYWHERE,
    )
    DEFAULT_CSS = """
    BulkScreen #next { padding: 0 1; height: auto; }
    BulkScreen #whole { padding: 0 2; }
    """

    def __init__(self, session: Session, board: BulkBoard) -> None:
        super().__init__(session)
        self.board = board
        self._edition = -1
        self._followed = 0
        self._arranged_s = 0.0
        self._will_arrange = False
        self._reviews_itself = board.total == 1

    def compose(self) -> ComposeResult:
        """The parts from top to bottom."""
        yield HeaderLine()
        yield Plain((self.board.title, Tone.ACCENT), id="next")
        yield RecordTable(bulk_table(self.session.viewpoint(self.session.now_ms())))
        yield WholeLine(id="whole")
        yield CountLine()
        yield KeyFooter(self.keys_now)

    @property
    def place(self) -> tuple[SafeText, ...]:
        """Where the operator is."""
        return (label("Plan"),)

    @property
    def table(self) -> RecordTable[BulkRow]:
        """The rows."""
        return cast("RecordTable[BulkRow]", self.query_one(RecordTable))

    @property
    def keys_now(self) -> Sequence[Action]:
        """Send where something is left to send, pause and stop where something is sent."""
        without = (BULK_SEND,) if self.board.is_under_way else (BULK_PAUSE, BULK_STOP)
        if not self.board.left:
            without = (BULK_SEND, *without)
        return [one for one in super().keys_now if one not in without]

    def on_mount(self) -> None:
        """Show how it stands."""
        self.table.focus()
        self._show()

    @on(BoardChanged)
    def follow(self, message: BoardChanged) -> None:
        """Show how it stands now."""
        message.stop()
        if message.board is self.board:
            self._show()
            self._review_at_once()

    def _show(self) -> None:
        self._show_rows()
        self.query_one(CountLine).say(*count_words(self.board))
        title = (self.board.title, Tone.ACCENT)
        following = next_words(self.board, self.program.action_keys)
        self.query_one("#next", Plain).show_lines([title, following, *self._file_words()])
        self.on_descendant_focus()
        self.show_header(None)

    @on(RecordTable.CursorMoved)
    def tell_whole(self) -> None:
        """Say the whole of what the row under the cursor has no room for."""
        if is_there(self):
            self.query_one(WholeLine).tell(cut_words(self.table, "what", "said"))

    def on_resize(self) -> None:
        """Another width cuts other words."""
        self.call_after_refresh(self.tell_whole)

    def _show_rows(self) -> None:
        """Only the rows that have ended since, where the others are what they were."""
        rows, table = self.board.rows, self.table
        is_new = rows.edition != self._edition
        if is_new and (table.is_as_it_came or self.board.phase is not Phase.PLANNING):
            table.show(rows)
        elif table.is_as_it_came:
            table.show_anew(rows.changed[self._followed :])
        elif not self._arrange_rows():
            return
        self._edition, self._followed = rows.edition, len(rows.changed)

    def _arrange_rows(self) -> bool:
        """Sort or filter again, now or soon: of thousands of rows that takes a while."""
        rest_s = self._arranged_s + len(self.board.rows) * REST_A_ROW_S - time.monotonic()
        if rest_s <= 0:
            self._arranged_s = time.monotonic()
            self.table.show(self.board.rows)
        elif not self._will_arrange:
            self._will_arrange = True
            self.set_timer(rest_s, self._arrange_later)
        return rest_s <= 0

    def _arrange_later(self) -> None:
        self._will_arrange = False
        self._show_rows()

    def _file_words(self) -> list[SafeText]:
        file = self.board.result_file or self.board.plan_file
        if file is not None:
            return [phrase("kept in {}", safe(_short(file), limit=300))]
        return [_IN_MEMORY] if self.session.opening.state_folder is None else []

    def _review_at_once(self) -> None:
        """One customer's steps need no list to be looked through first."""
        ready = self.board.phase is Phase.PLANNED and len(self.board.left) == 1
        if self._reviews_itself and ready and self.is_current:
            self._reviews_itself = False
            self.program.many.review_board(self.board, self._leave_unsent)

    def _leave_unsent(self) -> None:
        """The review that opened by itself was declined: back to where it was asked for."""
        if self.is_current:
            self.program.many.leave_planning(self.board)
            self.program.go_back()
            self.program.say(_NOT_SENT)

    def why_not(self, action: Action) -> SafeText | None:
        """Why an offered action can't be done now."""
        if action in (BULK_PAUSE, BULK_STOP) and self.board.job is None:
            return label("Nothing is being sent.")
        return super().why_not(action)

    def action_bulk_send(self) -> None:
        """Open the review."""
        self.program.many.review_board(self.board)

    def action_bulk_pause(self) -> None:
        """Hold, or go on."""
        self.program.many.turn_pause(self.board)

    def action_bulk_stop(self) -> None:
        """Begin no further row."""
        self.program.many.stop_board(self.board)

    def action_detail(self) -> None:
        """Everything about the row under the cursor."""
        shown = self.table.cursor_record
        if shown is not None:
            self.program.show_text((label("Plan"),), self._detail(shown), indent=2)

    @on(RecordTable.Opened)
    def open_row(self) -> None:
        """Enter on a row."""
        self.action_detail()

    def _detail(self, shown: BulkRow) -> list[SafeText | tuple[SafeText, Tone]]:
        row, view = shown.row, self.session.viewpoint(self.session.now_ms())
        rows: list[SafeText | tuple[SafeText, Tone]] = [
            (
                phrase("row {} (line {}): {}", row.number, row.line, state_words(shown.state)),
                Tone.ACCENT,
            ),
            phrase("customer  {}", whole_id(row.customer_id)),
            phrase("planned   {}", steps_words(row, view)),
        ]
        rows += [step.change.summary(view) for step in row.steps]
        said = why_words(shown)
        return [*rows, *([said] if said.plain else [])]

    def action_close(self) -> None:
        """Go back; a plan that is still being read is given up."""
        if self.board.phase is Phase.PLANNING:
            self.program.many.leave_planning(self.board)
        self.program.go_back()


def _short(file: Path) -> str:
    """A path as a shell takes it, with `~` for the home folder."""
    home = os.environ.get("HOME", "")
    path = str(file)
    return f"~{path.removeprefix(home)}" if home and path.startswith(f"{home}/") else path
