"""Find, the first screen: one box for everything, and the project's customers below."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from textual import on
from textual.containers import Horizontal

from rctui.api.page import Unreadable
from rctui.customers.listed import NOT_KEPT
from rctui.tables.listed_customers import listed_customers_table
from rctui.text.safe_text import SafeText, label, phrase, safe
from rctui.tui.finding import words as find_words
from rctui.tui.finding.coming_back import ComesBack
from rctui.tui.finding.comparing import FindsTwo
from rctui.tui.finding.keys_of_a_customer import TellsOfCustomerKeys
from rctui.tui.finding.searching import SearchesCustomers
from rctui.tui.keys.actions import (
    CLOSE,
    COPY,
    EVERYWHERE,
    OPEN,
    PIN,
    PREVIEW,
    RELOAD,
    Action,
    bindings,
)
from rctui.tui.keys.beside_actions import COMPARE
from rctui.tui.keys.find_keys import EVERY_PROJECT
from rctui.tui.keys.wide_actions import COLUMN
from rctui.tui.keys.write_actions import NEW_CUSTOMER
from rctui.tui.lists.actions import NO_ROW
from rctui.tui.widgets.count_line import CountLine
from rctui.tui.widgets.filter_line import FilterLine
from rctui.tui.widgets.find_box import FindBox
from rctui.tui.widgets.header_line import HeaderLine
from rctui.tui.widgets.key_footer import KeyFooter
from rctui.tui.widgets.plain import Plain
from rctui.tui.widgets.record_table import RecordTable
from rctui.tui.widgets.row_preview import RowPreview

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from rctui.customers.listed import ListedCustomer
    from rctui.tui.lists.exporting import Offer
    from rctui.tui.widgets.plain import Toned


class FindScreen(SearchesCustomers, FindsTwo, ComesBack, TellsOfCustomerKeys):
    """The box, what became of the last search, and a list of customers."""

    BINDINGS = bindings((RELOAD, COPY, PIN, NEW_CUSTOMER, EVERY_PROJECT, COMPARE, COLUMN))
    OFFERS = (
        OPEN,
        COPY,
        RELOAD,
        PIN,
        COMPARE,
        NEW_CUSTOMER,
        EVERY_PROJECT,
        PREVIEW,
        COLUMN,
        *EVERYWHERE,
    )
    PREVIEW_FROM = 160
    DEFAULT_CSS = """
    FindScreen #line { height: 1; }
    FindScreen FindBox { width: 1fr; }
    FindScreen #said { padding: 0 1; max-height: 8; max-width: 102; }
    FindScreen #count { height: 1; }
    """

    def compose(self) -> ComposeResult:
        """The parts from top to bottom."""
        yield HeaderLine()
        with Horizontal(id="line"):
            yield FindBox()
            yield from self.switches()
        yield Plain(find_words.HINT, id="said")
        with Horizontal():
            yield RecordTable(listed_customers_table(self.session.zone))
            yield RowPreview()
        yield CountLine(id="count")
        yield KeyFooter(self.keys_in_the_box)

    @property
    def place(self) -> tuple[SafeText, ...]:
        """Where the operator is."""
        return (label("Find"),)

    @property
    def keys_now(self) -> Sequence[Action]:
        """In the box letters are typed; in the list they are keys."""
        return self.keys_in_the_box if self.box.has_focus else super().keys_now

    def preview_of(self, row: Any) -> tuple[Sequence[SafeText | Toned], int]:
        """What is known of a customer without asking."""
        return find_words.preview(row, self.session.viewpoint(self.session.now_ms()))

    @property
    def previewed_row(self) -> Any:
        """The row under the cursor of whichever list has the focus."""
        return self.row_in_column or super().previewed_row

    def on_mount(self) -> None:
        """Ask for the first page of customers, and for what was typed on the command line."""
        self.box.focus()
        self.program.take_keys()
        self.show_remembered()
        self.show_switch()
        # The screen's own would not wait: it runs while the application still holds back paint.
        self.program.call_after_refresh(self._count_unconfirmed)
        self.browse()
        if self.session.start_text:
            self.box.put(self.session.start_text)
            self.find(self.session.start_text)

    def _count_unconfirmed(self) -> None:
        """Not before the first paint: a long journal takes tens of ms to read."""
        self.program.count_unconfirmed()
        if self.program.unconfirmed:
            self.show_header(None)

    def on_screen_resume(self) -> None:
        """Another customer may have been opened or pinned meanwhile; the next ticket may follow."""
        if self.is_mounted:
            self.show_remembered()
            self.box.action_select_all()
            self.stand_where_left()

    @on(FindBox.Left)
    def focus_list(self) -> None:
        """Down or escape in the box."""
        self.table.focus()

    @on(RecordTable.Opened)
    def open_row(self, message: RecordTable.Opened) -> None:
        """Enter on a row."""
        if isinstance(message.record, Unreadable):
            reason = safe(message.record.reason)
            self.program.say(phrase("This row can't be opened: {}", reason))
            return
        listed = cast("ListedCustomer", message.record)
        if listed is NOT_KEPT:
            return
        if listed.project:
            self.open_where_it_is(listed)
            return
        self.program.open_customer(listed.customer_id, asked=listed.customer_id)

    def action_new_customer(self) -> None:
        """Create a customer, to begin with under what was looked for."""
        from rctui.tui.dialogs.create import CreateForm

        view = self.session.viewpoint(self.session.now_ms())
        self.program.ask(CreateForm(customer_id=self.box.text.strip()[:100], view=view))

    def action_pin(self) -> None:
        """Pin the customer under the cursor, or take the pin off."""
        row = self.table.cursor_record
        if row is not None and row.project not in ("", self.session.project.key):
            self.program.say(label("Open it first: pins are kept for each project."))
        elif row is not None and row is not NOT_KEPT:
            self.program.pin(row.customer_id, self.show_remembered)

    def exports(self) -> Offer:
        """What was found, or the project's customers."""
        from rctui.tui.finding.exports import find_exports

        return find_exports(self)

    def why_not(self, action: Action) -> SafeText | None:
        """Why an action can't be done now."""
        if action.id == "every-project" and not self.has_projects:
            return self.one_project
        if action is PIN and self.table.cursor_record is None:
            return NO_ROW
        if action is CLOSE and not (self._found or self.query(FilterLine) or self.table.marked):
            return label("There is nothing to close.")
        return super().why_not(action)

    def action_find(self) -> None:
        """Focus the box and select what it holds."""
        self.box.focus()
        self.box.action_select_all()
