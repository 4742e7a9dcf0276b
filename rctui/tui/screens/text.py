"""A screen of text: a row in all its fields, raw JSON, the evidence of a verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rctui.tui.keys.actions import COPY, EVERYWHERE, RAW, TICKET_SUMMARY, Action, bindings
from rctui.tui.keys.write_actions import GRANT
from rctui.tui.screens.base import RctuiScreen
from rctui.tui.widgets.header_line import HeaderLine
from rctui.tui.widgets.key_footer import KeyFooter
from rctui.tui.widgets.line_pager import LinePager
from rctui.tui.widgets.more_line import MoreLine

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult

    from rctui.text.safe_text import SafeText
    from rctui.tui.session import Session
    from rctui.tui.widgets.plain import Toned


class TextScreen(RctuiScreen):
    """Text that is read and left again. `enter` leads back, as it led here."""

    BINDINGS = bindings((RAW, COPY, TICKET_SUMMARY, GRANT))
    OFFERS: tuple[Action, ...] = EVERYWHERE  # type: ignore[misc]

    def __init__(
        self,
        session: Session,
        place: tuple[SafeText, ...],
        rows: Sequence[SafeText | Toned],
        *,
        indent: int = 0,
        raw: Callable[[], None] | None = None,
        copy: Callable[[], None] | None = None,
        ticket: Callable[[], None] | None = None,
        grant: Callable[[], None] | None = None,
    ) -> None:
        super().__init__(session)
        self._place = place
        self._rows = rows
        self._indent = indent
        self._raw = raw
        self._copy = copy
        self._ticket = ticket
        self._grant = grant
        means = ((GRANT, grant), (RAW, raw), (COPY, copy), (TICKET_SUMMARY, ticket))
        offered = [action for action, run in means if run is not None]
        self.OFFERS = (*offered, *EVERYWHERE)

    def compose(self) -> ComposeResult:
        """The parts from top to bottom."""
        yield HeaderLine()
        pager = LinePager(indent=self._indent)
        yield pager
        yield MoreLine(pager)
        yield KeyFooter(self.OFFERS)

    @property
    def place(self) -> tuple[SafeText, ...]:
        """Where the operator is."""
        return self._place

    def on_mount(self) -> None:
        """Show the text."""
        pager = self.query_one(LinePager)
        pager.show(self._rows)
        pager.focus()

    def action_raw(self) -> None:
        """Show the JSON that this was made of."""
        if self._raw is not None:
            self._raw()

    def action_copy(self) -> None:
        """Choose what to copy."""
        if self._copy is not None:
            self._copy()

    def action_ticket_summary(self) -> None:
        """Choose how the ticket is told."""
        if self._ticket is not None:
            self._ticket()

    def action_grant(self) -> None:
        """Give access, which is what reading why somebody has none may lead to."""
        if self._grant is not None:
            self._grant()

    def action_close(self) -> None:
        """Go back."""
        self.program.go_back()
