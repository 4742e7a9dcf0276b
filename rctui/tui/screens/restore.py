"""Restore: what a recovery file can put back, one reviewed change after the other."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any, LiteralString, cast

from textual import on

from rctui.customers.recovery.restore_reads import ReadStanding, Standing, asked_in
from rctui.customers.recovery.restoring import restorable
from rctui.tables.changes import changes_table
from rctui.text.safe_text import SafeText, join, label, phrase, safe
from rctui.tui.dialogs.prepared import PreparedForm
from rctui.tui.keys.actions import BACK, EVERYWHERE, OPEN, Action, bindings
from rctui.tui.screens.base import RctuiScreen
from rctui.tui.widgets.header_line import HeaderLine
from rctui.tui.widgets.key_footer import KeyFooter
from rctui.tui.widgets.plain import Plain
from rctui.tui.widgets.record_table import RecordTable
from rctui.tui.writing.messages import WriteSeen
from rctui.worker.answers import Answer, Need

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import ClassVar

    from textual.app import ComposeResult

    from rctui.customers.changes.change import Change
    from rctui.tui.session import Session

_STANDING = "standing"
_NOTHING: LiteralString = "Nothing is left to put back. {} goes back."


class RestoreScreen(RctuiScreen):
    """The changes that are still to be made; `enter` opens the review of one."""

    BINDINGS = bindings(())
    OFFERS: ClassVar[tuple[Action, ...]] = (OPEN, *EVERYWHERE)
    DEFAULT_CSS = "RestoreScreen #notes { padding: 0 1; height: auto; color: $text-muted; }"

    def __init__(self, session: Session, document: Mapping[str, Any]) -> None:
        super().__init__(session)
        self._document = dict(document)

    def compose(self) -> ComposeResult:
        """The parts from top to bottom."""
        yield HeaderLine()
        yield RecordTable(changes_table(self.session.viewpoint(self.session.now_ms())))
        yield Plain(label("Looking at how the id stands now…"), id="notes")
        yield KeyFooter(self.OFFERS)

    @property
    def place(self) -> tuple[SafeText, ...]:
        """Where the operator is."""
        return (label("Restore"), safe(asked_in(self._document)))

    @property
    def table(self) -> RecordTable[Change]:
        """What is still to be put back."""
        return cast("RecordTable[Change]", self.query_one(RecordTable))

    def on_mount(self) -> None:
        """Look at how the id stands."""
        self.table.focus()
        read = ReadStanding(asked_in(self._document))
        self.load(_STANDING, read, Need.HEADER, self._looked)

    def _looked(self, answer: Answer[Standing]) -> None:
        notes = self.query_one("#notes", Plain)
        if answer.failure is not None:
            notes.show(answer.failure.sentence)
        elif answer.value is not None:
            kept = restorable(
                self._document,
                self.session.now_ms(),
                lambda: str(uuid.uuid4()),
                is_blocked=answer.value.is_blocked,
                exists=answer.value.exists,
                name_of=self.session.project.names.of,
            )
            self.table.show(kept.changes)
            count = phrase("To put back: {}, in this order.", len(kept.changes))
            nothing = phrase(_NOTHING, self.program.action_keys.way_to(BACK))
            notes.show(join(" ", [count if kept.changes else nothing, *kept.notes]))

    @on(RecordTable.Opened)
    def review(self, message: RecordTable.Opened) -> None:
        """Enter on a change."""
        view = self.session.viewpoint(self.session.now_ms())
        self.program.ask(PreparedForm(cast("Change", message.record), view))

    @on(WriteSeen)
    def look_again(self) -> None:
        """One of them may have been made: look again at what is left."""
        self.on_mount()

    def action_close(self) -> None:
        """Go back."""
        self.program.go_back()
