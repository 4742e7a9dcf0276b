"""Triage: many customers, each with its verdict, filled in at a safe pace."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, Final, cast

from textual import on

from rctui.customers.triage import ReadTriageRow, TriageRow
from rctui.customers.verdicts.verdict import Access
from rctui.tables.table import Tone
from rctui.tables.triage import triage_table
from rctui.text.safe_text import SafeText, join, label, phrase
from rctui.tui.keys.actions import EVERYWHERE, OPEN, RELOAD, Action, bindings
from rctui.tui.keys.many_actions import PLAYBOOK
from rctui.tui.screens.base import RctuiScreen
from rctui.tui.there import is_there
from rctui.tui.widgets.count_line import CountLine
from rctui.tui.widgets.header_line import HeaderLine
from rctui.tui.widgets.key_footer import KeyFooter
from rctui.tui.widgets.record_table import RecordTable
from rctui.tui.widgets.whole_line import WholeLine, cut_words
from rctui.worker.answers import Answer, Need

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from rctui.tui.session import Session

AT_ONCE: Final = 4
"""Customers that are read at the same time; each takes three requests."""


class TriageScreen(RctuiScreen):
    """One line for each id. A playbook runs for the marked ones, or for all."""

    BINDINGS = bindings((RELOAD, PLAYBOOK))
    OFFERS: ClassVar[tuple[Action, ...]] = (OPEN, PLAYBOOK, RELOAD, *EVERYWHERE)
    DEFAULT_CSS = "TriageScreen #whole { padding: 0 2; }"

    def __init__(self, session: Session, customer_ids: Sequence[str]) -> None:
        super().__init__(session)
        self._rows = {n: TriageRow(n, one) for n, one in enumerate(customer_ids, 1)}
        self._waiting: list[int] = []

    def compose(self) -> ComposeResult:
        """The parts from top to bottom."""
        yield HeaderLine()
        yield RecordTable(triage_table(self.session.viewpoint(self.session.now_ms())))
        yield WholeLine(id="whole")
        yield CountLine()
        yield KeyFooter(self.keys_now)

    @property
    def place(self) -> tuple[SafeText, ...]:
        """Where the operator is."""
        return (label("Triage"),)

    @property
    def table(self) -> RecordTable[TriageRow]:
        """The list."""
        return cast("RecordTable[TriageRow]", self.query_one(RecordTable))

    @property
    def keys_now(self) -> Sequence[Action]:
        """The playbook is what a triage is for: its key stays in a narrow footer."""
        return [replace(one, footer=5) if one is PLAYBOOK else one for one in super().keys_now]

    @on(RecordTable.CursorMoved)
    def tell_whole(self) -> None:
        """Say the whole of what the row under the cursor has no room for."""
        if is_there(self):
            self.query_one(WholeLine).tell(cut_words(self.table, "why"))

    def on_resize(self) -> None:
        """Another width cuts other words."""
        self.call_after_refresh(self.tell_whole)

    def on_mount(self) -> None:
        """Read one after another."""
        self.table.focus()
        self.action_reload()

    def action_reload(self) -> None:
        """Read those that are not known; all of them again once they are."""
        unknown = [n for n, row in self._rows.items() if row.parts is None and not row.is_gone]
        self._waiting = unknown or list(self._rows)
        self._show()
        for _ in range(AT_ONCE):
            self._read_next()

    def _read_next(self) -> None:
        if not self._waiting:
            return
        number = self._waiting.pop(0)
        read = ReadTriageRow(number, self._rows[number].asked)
        self.load(f"row {number}", read, Need.BACKGROUND, lambda end: self._answered(number, end))

    def _answered(self, number: int, answer: Answer[TriageRow]) -> None:
        if answer.value is not None:
            self._rows[number] = answer.value
        elif answer.failure is not None:
            asked = self._rows[number].asked
            self._rows[number] = TriageRow(number, asked, failure=answer.failure.sentence)
        self._read_next()
        self._show()

    def _show(self) -> None:
        self.table.show(tuple(self._rows.values()))
        self.query_one(CountLine).say(*self._count_words())

    def _count_words(self) -> tuple[SafeText, Tone]:
        view = self.session.viewpoint(self.session.now_ms())
        gone = sum(row.is_gone for row in self._rows.values())
        verdicts = [row.verdict(view) for row in self._rows.values() if not row.is_gone]
        counted = Counter(one.access for one in verdicts if one is not None)
        failed = sum(bool(row.failure.plain) for row in self._rows.values())
        told = [phrase("{} {}", counted[access], words) for access, words in _ACCESS.items()]
        if counted[Access.UNKNOWN]:
            told.append(phrase("{} can't tell", counted[Access.UNKNOWN]))
        if gone:
            told.append(phrase("{} not found", gone))
        if failed:
            again = self.program.action_keys.way_to(RELOAD)
            told.append(phrase("{} not read: {} tries again", failed, again))
        left = len(self._rows) - sum(counted.values()) - gone - failed
        if left:
            told.insert(0, phrase("{} of {} read", len(self._rows) - left, len(self._rows)))
        return join(" · ", told), Tone.ATTENTION if failed else Tone.MUTED

    @on(RecordTable.Opened)
    def open_customer(self, message: RecordTable.Opened) -> None:
        """Enter on a row."""
        row = cast("TriageRow", message.record)
        self.program.open_customer(row.asked, asked=row.asked)

    def action_playbook(self) -> None:
        """Choose a playbook for the marked rows, or for all that are shown."""
        rows = self.table.marked or self.table.shown_rows
        self.program.ask_playbook([row.asked for row in rows])

    def action_close(self) -> None:
        """Go back."""
        self.program.go_back()


_ACCESS: Final = {
    Access.YES: label("with access"),
    Access.NO: label("without"),
}
