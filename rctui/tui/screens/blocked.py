"""Blocked customers: who is barred from coming back, and how much room is left."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual import on

from rctui.customers.listing import first_page
from rctui.customers.reads import ListBlocked
from rctui.customers.sections import Phase, SectionState
from rctui.tables.blocked import blocked_table
from rctui.text.safe_text import SafeText, label, phrase
from rctui.tui.keys.actions import BLOCKED, COPY, EVERYWHERE, RELOAD, Action, bindings
from rctui.tui.keys.write_actions import UNBLOCK
from rctui.tui.screens.base import RctuiScreen
from rctui.tui.server_words import pause_words
from rctui.tui.widgets.header_line import HeaderLine
from rctui.tui.widgets.key_footer import KeyFooter
from rctui.tui.widgets.section_view import SectionView
from rctui.tui.writing.messages import WriteSeen
from rctui.worker.answers import Answer, Need

if TYPE_CHECKING:
    from typing import ClassVar

    from textual.app import ComposeResult

    from rctui.api.models.blocked import BlockedCustomer
    from rctui.api.page import Page
    from rctui.tui.session import Session

MOST_BLOCKED = 100
"""What a project can hold, as RevenueCat documents it."""
_BLOCKED = "blocked"


class BlockedScreen(RctuiScreen):
    """The block list. The API gives it whole, with nothing but ids and times."""

    BINDINGS = bindings((RELOAD, COPY, UNBLOCK))
    OFFERS: ClassVar[tuple[Action, ...]] = (UNBLOCK, COPY, RELOAD, *EVERYWHERE)
    LEADS_HERE = BLOCKED

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._state: SectionState[BlockedCustomer] = SectionState()

    def compose(self) -> ComposeResult:
        """The parts from top to bottom."""
        view = self.session.viewpoint(self.session.now_ms())
        yield HeaderLine()
        yield SectionView(blocked_table(view), self.session.zone)
        yield KeyFooter(self.OFFERS)

    @property
    def place(self) -> tuple[SafeText, ...]:
        """Where the operator is."""
        return (label("Blocked"),)

    @property
    def section(self) -> SectionView[BlockedCustomer]:
        """The rows."""
        return cast("SectionView[BlockedCustomer]", self.query_one(SectionView))

    def on_mount(self) -> None:
        """Ask for the list."""
        self.section.table.focus()
        self.action_reload()

    def action_reload(self) -> None:
        """Load the list again."""
        self._show(self._state.loading())
        self.load(_BLOCKED, ListBlocked(), Need.OPEN_TAB, self._arrived)

    def _arrived(self, answer: Answer[Page[BlockedCustomer]]) -> None:
        if answer.failure is not None:
            self._show(self._state.failed(answer.failure))
        elif answer.value is not None:
            self.show_header(answer.at_ms)
            self._show(self._state.loaded(first_page(answer.value, answer.at_ms)))

    def say_pause(self) -> None:
        """Say it beside the list while it loads."""
        self._show(self._state)

    def _show(self, state: SectionState[BlockedCustomer]) -> None:
        self._state = state
        listing = state.listing
        counted = state.phase is Phase.LOADED and listing is not None
        rows = len(listing.rows) if listing is not None else 0
        waits = pause_words(self.session) if state.phase is Phase.LOADING else label("")
        count = phrase("{} of {} blocked", rows, MOST_BLOCKED) if counted and rows else None
        self.section.show(state, waits, count=count)

    def action_unblock(self) -> None:
        """Free the id under the cursor."""
        from rctui.tui.dialogs.block import UnblockForm

        row = self.section.table.cursor_record
        if row is not None:
            view = self.session.viewpoint(self.session.now_ms())
            self.program.ask(UnblockForm(customer_id=row.id, view=view))

    @on(WriteSeen)
    def list_anew(self) -> None:
        """A write has ended: the list may be another."""
        self.action_reload()

    def action_close(self) -> None:
        """Go back."""
        self.program.go_back()
