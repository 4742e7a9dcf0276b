"""Journal: own writes, those first of which nobody knows yet what became of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, LiteralString, cast

from textual import on
from textual.containers import Horizontal

from rctui.errors import RctuiError
from rctui.tables.journal import damage_lines, journal_table, unconfirmed_first
from rctui.text.error_words import error_words
from rctui.text.safe_text import SafeText, join, label, phrase
from rctui.tui.keys.actions import (
    ACTIONS,
    COPY,
    EVERYWHERE,
    JOURNAL,
    OPEN,
    PREVIEW,
    RELOAD,
    Action,
    bindings,
)
from rctui.tui.keys.write_actions import CHECK, SEND_AGAIN, SETTLE_APPLIED, SETTLE_NOT_APPLIED
from rctui.tui.lists.previewing import Previewing
from rctui.tui.screens.base import RctuiScreen
from rctui.tui.widgets.count_line import CountLine
from rctui.tui.widgets.header_line import HeaderLine
from rctui.tui.widgets.key_footer import KeyFooter
from rctui.tui.widgets.record_table import RecordTable
from rctui.tui.widgets.row_preview import RowPreview
from rctui.tui.writing.journal_words import operation_rows
from rctui.tui.writing.messages import JournalChanged, WriteSeen
from rctui.worker.writing import CheckAgain, SendAgain, Settle

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import ClassVar

    from textual.app import ComposeResult

    from rctui.journal.operation import Operation
    from rctui.journal.reading import JournalReading
    from rctui.tui.widgets.plain import Toned

_OWN = (CHECK, SEND_AGAIN, SETTLE_APPLIED, SETTLE_NOT_APPLIED)
_INDENT = 14
_NOT_OPEN = label("Its end is known.")
_NONE_YET: LiteralString = (
    "No changes yet. They begin on a customer ({} lists them) and are listed here."
)
_IN_MEMORY = label("in memory only, until the demo ends")


class JournalScreen(Previewing, RctuiScreen):
    """What was attempted, for whom, for which ticket, and how it ended."""

    BINDINGS = bindings((RELOAD, COPY, *_OWN))
    OFFERS: ClassVar[tuple[Action, ...]] = (OPEN, *_OWN, COPY, RELOAD, PREVIEW, *EVERYWHERE)
    LEADS_HERE = JOURNAL

    def compose(self) -> ComposeResult:
        """The parts from top to bottom."""
        yield HeaderLine()
        with Horizontal():
            yield RecordTable(journal_table(self.session.zone))
            yield RowPreview()
        yield CountLine(id="count")
        yield KeyFooter(self.OFFERS)

    @property
    def place(self) -> tuple[SafeText, ...]:
        """Where the operator is."""
        return (label("Journal"),)

    @property
    def keys_now(self) -> Sequence[Action]:
        """What follows a write up, only where nobody knows its end yet."""
        operation = self.table.cursor_record
        is_open = operation is not None and operation.is_open
        return [one for one in super().keys_now if is_open or one not in _OWN]

    @property
    def table(self) -> RecordTable[Operation]:
        """The operations."""
        return cast("RecordTable[Operation]", self.query_one(RecordTable))

    def on_mount(self) -> None:
        """Show what there is."""
        self.table.focus()
        self.action_reload()

    def action_reload(self) -> None:
        """Read the journal again."""
        journal = self.session.opening.writing.journal
        if journal is None:
            self._count(label("There is no journal here, so nothing can be changed."))
            return
        try:
            reading = journal.recent()
        except RctuiError as error:
            self._count(phrase("The journal can't be read: {}", error_words(error)))
        else:
            self.table.show(unconfirmed_first(reading.operations))
            none = phrase(_NONE_YET, self.program.action_keys.way_to(ACTIONS))
            self._count(_counted(reading, none, in_memory=journal.file is None))

    def _count(self, words: SafeText) -> None:
        self.query_one(CountLine).say(words)

    def preview_of(self, row: Operation) -> tuple[Sequence[SafeText | Toned], int]:
        """The write in full, for beside the list."""
        return operation_rows(row, self.session.zone, self.session.project.names), _INDENT

    @on(RecordTable.CursorMoved)
    def offer_what_follows(self) -> None:
        """Another write may be open, or settled."""
        if self.is_mounted:
            self.offer_keys()

    @on(RecordTable.Opened)
    def show_operation(self, message: RecordTable.Opened) -> None:
        """Enter on an operation."""
        names = self.session.project.names
        rows = operation_rows(cast("Operation", message.record), self.session.zone, names)
        self.program.show_text((*self.place, label("One write")), rows, indent=_INDENT)

    def why_not(self, action: Action) -> SafeText | None:
        """Why an action can't be done now."""
        if action in _OWN:
            return self._why_not_settle(action)
        return super().why_not(action)

    def _why_not_settle(self, action: Action) -> SafeText | None:
        operation = self.table.cursor_record
        if operation is None:
            return label("The list has no row under the cursor.")
        if not operation.is_open:
            return _NOT_OPEN
        if action is not CHECK and (refusal := self.program.why_no_writes()) is not None:
            return refusal
        if action is SEND_AGAIN and not operation.idempotency_key:
            return label("It has no idempotency key: sending it again could do it twice.")
        return None

    def _open_operation(self, action: Action) -> Operation | None:
        refusal = self.why_not(action)
        if refusal is not None:
            self.program.say(refusal)
            return None
        return self.table.cursor_record

    def action_check(self) -> None:
        """Read the customer again and compare."""
        operation = self._open_operation(CHECK)
        if operation is not None:
            self.program.follow_up(CheckAgain(operation))

    def action_send_again(self) -> None:
        """Send it again with its own key."""
        operation = self._open_operation(SEND_AGAIN)
        if operation is not None:
            self.program.confirm_follow_up(
                SendAgain(operation),
                label("Send it again with the same key: the server does it once at the most"),
            )

    def action_settle_applied(self) -> None:
        """A person knows that it was done."""
        self._settle(SETTLE_APPLIED, applied=True)

    def action_settle_not_applied(self) -> None:
        """A person knows that it was not done."""
        self._settle(SETTLE_NOT_APPLIED, applied=False)

    def _settle(self, action: Action, *, applied: bool) -> None:
        operation = self._open_operation(action)
        if operation is not None:
            settle = Settle(operation, "applied" if applied else "not-applied")
            done = label("done") if applied else label("not done")
            self.program.confirm_follow_up(settle, phrase("Note that it was {}", done))

    @on(WriteSeen)
    def read_anew(self) -> None:
        """A write has ended."""
        self.action_reload()

    @on(JournalChanged)
    def read_what_changed(self) -> None:
        """A follow-up has ended."""
        self.action_reload()

    def action_close(self) -> None:
        """Go back."""
        self.program.go_back()


def _counted(reading: JournalReading, none: SafeText, *, in_memory: bool) -> SafeText:
    """How many there are and of how many nobody knows the end; where they are, if on no disk."""
    operations, unconfirmed = len(reading.operations), len(reading.unconfirmed)
    words = phrase("writes: {}, unconfirmed: {}", operations, unconfirmed)
    if not operations:
        return join(" ", [none, *damage_lines(reading.damage)])
    where = [_IN_MEMORY] if in_memory else []
    return join(" · ", [words, *where, *damage_lines(reading.damage)])
