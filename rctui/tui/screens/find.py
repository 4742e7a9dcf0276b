"""Find, the first screen: one box for everything, and the project's customers below."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

from textual import on
from textual.containers import Horizontal

from rctui.api.page import Unreadable
from rctui.customers.browsed import Below, BrowsedCustomers
from rctui.customers.listed import NOT_KEPT, ListedCustomer, listed_rows, remembered_rows
from rctui.customers.reads import BrowseCustomers
from rctui.tables.listed_customers import found_customers_table, listed_customers_table
from rctui.tables.table import Tone
from rctui.text.safe_text import SafeText, label, phrase, safe
from rctui.tui import find_words
from rctui.tui.actions import COPY, EVERYWHERE, OPEN, PIN, PREVIEW, RELOAD, Action, bindings
from rctui.tui.beside_actions import COMPARE
from rctui.tui.find_compare import FindsTwo
from rctui.tui.find_everywhere import FindsEverywhere
from rctui.tui.find_keys import EVERY_PROJECT
from rctui.tui.previewing import Previewing
from rctui.tui.screens.base import RctuiScreen
from rctui.tui.widgets.count_line import CountLine
from rctui.tui.widgets.find_box import FindBox
from rctui.tui.widgets.header_line import HeaderLine
from rctui.tui.widgets.key_footer import KeyFooter
from rctui.tui.widgets.plain import Plain
from rctui.tui.widgets.record_table import RecordTable
from rctui.tui.widgets.row_preview import RowPreview
from rctui.tui.write_actions import NEW_CUSTOMER
from rctui.tui.write_messages import WriteSeen
from rctui.worker.answers import Answer, Need

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from rctui.api.models.customer import Customer
    from rctui.api.page import Page
    from rctui.config.remembered import Remembered
    from rctui.customers.find import Found
    from rctui.tables.table import Table
    from rctui.tui.exporting import Offer
    from rctui.tui.session import Session
    from rctui.tui.widgets.plain import Toned

_BROWSE = "browse"
_FIND = "find"


class FindScreen(FindsEverywhere, FindsTwo, Previewing, RctuiScreen):
    """The box, what became of the last search, and a list of customers."""

    BINDINGS = bindings((RELOAD, COPY, PIN, NEW_CUSTOMER, EVERY_PROJECT, COMPARE))
    OFFERS = (OPEN, COPY, RELOAD, PIN, COMPARE, NEW_CUSTOMER, EVERY_PROJECT, PREVIEW, *EVERYWHERE)
    PREVIEW_FROM = 160
    DEFAULT_CSS = """
    FindScreen #line { height: 1; }
    FindScreen FindBox { width: 1fr; }
    FindScreen #said { padding: 0 1; max-height: 8; max-width: 102; }
    FindScreen #count { height: 1; }
    """

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._listing: BrowsedCustomers | None = None
        self._found: Found | None = None
        self._remembered: tuple[ListedCustomer, ...] = ()

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
    def box(self) -> FindBox:
        """The box."""
        return self.query_one(FindBox)

    @property
    def table(self) -> RecordTable[ListedCustomer]:
        """The list below the box."""
        return cast("RecordTable[ListedCustomer]", self.query_one(RecordTable))

    @property
    def keys_now(self) -> Sequence[Action]:
        """In the box letters are typed; in the list they are keys."""
        return self.keys_in_the_box if self.box.has_focus else super().keys_now

    def preview_of(self, row: Any) -> tuple[Sequence[SafeText | Toned], int]:
        """What is known of a customer without asking."""
        return find_words.preview(row, self.session.viewpoint(self.session.now_ms()))

    @property
    def remembered(self) -> tuple[ListedCustomer, ...]:
        """The pinned and recent customers that stand above the project's own."""
        return () if self._found is not None else self._remembered

    def on_mount(self) -> None:
        """Ask for the first page of customers, and for what was typed on the command line."""
        self.box.focus()
        self.call_later(self.program.take_keys)
        self.show_remembered()
        self.show_switch()
        self.call_after_refresh(self._count_unconfirmed)
        self.browse()
        if self.session.start_text:
            self.box.put(self.session.start_text)
            self.find(self.session.start_text)

    def _count_unconfirmed(self) -> None:
        """Not before the first paint: a long journal takes tens of ms to read."""
        self.program.count_unconfirmed()
        if self.program.unconfirmed:
            self.show_header(None)

    def show_remembered(self) -> None:
        """List pinned and recent customers above the project's own."""
        known = self.program.remembered()
        self._remembered = tuple(map(self._with_what_is_known, _rows_of(known)))
        if self._found is None:
            self._show_listing()

    def _with_what_is_known(self, row: ListedCustomer) -> ListedCustomer:
        known = self.program.known_customers.of(self.session.project.key, row.customer_id)
        return replace(row, customer=known.customer, opened_ms=known.opened_ms)

    def on_screen_resume(self) -> None:
        """Another customer may have been opened or pinned meanwhile; the next ticket may follow."""
        super().on_screen_resume()
        if self.is_mounted:
            self.show_remembered()
            self.box.action_select_all()

    def browse(self) -> None:
        """Load the first page of the project's customers."""
        self.load(_BROWSE, BrowseCustomers(), Need.BACKGROUND, self._page_arrived)
        self._show_count()

    def find(self, text: str) -> None:
        """Look for the customers that a text names."""
        from rctui.customers.find import FindCustomers

        if not text.strip():
            self._say(find_words.NOTHING_TYPED, Tone.ATTENTION)
            return
        elsewhere = find_words.project_elsewhere(text, self.session.project.project_id)
        if elsewhere is not None and self.went_to(elsewhere, text):
            return
        if self.looks_everywhere:
            self.find_everywhere(text)
            return
        self._say(label("Looking…"), Tone.MUTED)
        self.load(_FIND, FindCustomers(text), Need.HEADER, self._search_answered)

    def _page_arrived(self, answer: Answer[Page[Customer]]) -> None:
        if answer.failure is not None or answer.value is None:
            self._listing_failed(answer)
        elif self._listing is None or cast("BrowseCustomers", answer.read).cursor is None:
            self._listing = BrowsedCustomers(answer.value)
            self._know_remembered(answer.value)
            self.program.first_page_came()
        else:
            self._listing.add(answer.value)
        if self._found is None:
            self._show_listing()
        self._show_count()

    def _know_remembered(self, page: Page[Customer]) -> None:
        """The first page may tell of customers that were known by id alone."""
        ids = {row.customer_id for row in self._remembered}
        for customer in page.records:
            if customer.id in ids:
                self.program.known_customers.loaded(self.session.project.key, customer)
        self._remembered = tuple(map(self._with_what_is_known, self._remembered))

    @on(RecordTable.Missing)
    def read_again(self, message: RecordTable.Missing) -> None:
        """The list was scrolled back to rows that were let go."""
        listing, place = self._listing, message.place - len(self._remembered)
        if self._found is not None or listing is None or listing[place] is not NOT_KEPT:
            return
        number, cursor = listing.page_at(place)
        if self.is_loading(part := f"page {number}"):
            return

        def arrived(answer: Answer[Page[Customer]]) -> None:
            if answer.value is None:
                self._listing_failed(answer)
            elif listing is self._listing:
                listing.put_back(number, answer.value)
                self.table.refresh()

        self.load(part, BrowseCustomers(cursor), Need.OPEN_TAB, arrived)

    def _listing_failed(self, answer: Answer[Page[Customer]]) -> None:
        if answer.failure is not None:
            self._say(answer.failure.sentence, Tone.BAD)

    def _show_listing(self) -> None:
        columns = listed_customers_table(self.session.zone, remembered=self._remembered)
        self.table.use(columns)
        if self._listing is not None:
            self.table.show(Below(self._remembered, self._listing), more=self._listing.more)
        elif self._remembered:
            self.table.show(self._remembered)

    def _show_count(self) -> None:
        words = find_words.count(self._found, self._listing, self.is_loading(_BROWSE))
        self.query_one(CountLine).say(words)

    def _search_answered(self, answer: Answer[Found]) -> None:
        if answer.failure is not None:
            self._say(answer.failure.sentence, Tone.BAD)
        elif answer.value is not None:
            self._show_found(answer.value)

    def _show_found(self, found: Found) -> None:
        if len(found.matches) == 1:
            self._say(find_words.HINT, Tone.MUTED)
            match = found.matches[0]
            known = match.customer if match.whole else None
            self.program.open_customer(match.customer.id, asked=match.asked, known=known)
            return
        rows = listed_rows(match.customer for match in found.matches)
        self.show_several(found, find_words.outcome(found), rows)

    def show_several(
        self,
        found: Found,
        lines: list[SafeText | Toned],
        rows: Sequence[ListedCustomer | Unreadable],
        *,
        table: Table[ListedCustomer] | None = None,
        focus: bool = True,
    ) -> None:
        """Say what a search came to, and list whom it found."""
        self.query_one("#said", Plain).show_lines(lines)
        if found.matches:
            self._found = found
            if focus:
                # What has just been found must not be hidden by a filter from before.
                self.ends_filter()
            names, zone = self.session.project.names, self.session.zone
            self.table.use(table or found_customers_table(names, zone))
            self.table.show(rows)
            if focus:
                self.table.cursor = 0
                self.table.focus()
        self._show_count()

    def _say(self, words: SafeText, tone: Tone) -> None:
        self.query_one("#said", Plain).show((words, tone))

    @on(FindBox.Asked)
    def find_typed(self, message: FindBox.Asked) -> None:
        """Enter in the box."""
        self.find(message.text)

    @on(FindBox.Left)
    def focus_list(self) -> None:
        """Down or escape in the box."""
        self.table.focus()

    @on(FindBox.Changed)
    def say_what_is_recognised(self) -> None:
        """Say, while it is typed, what the text will be looked up as."""
        is_shown = self._found is not None and self._found.text == self.box.text
        if not (is_shown or self.is_loading(_FIND)):
            self._say(find_words.recognised(self.box.text), Tone.MUTED)

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

    @on(RecordTable.EndReached)
    def load_more(self) -> None:
        """The cursor sits on the last row: get the next page."""
        listing = self._listing
        if self._found is None and listing is not None and not self.is_loading(_BROWSE):
            cursor = listing.next_cursor
            self.load(_BROWSE, BrowseCustomers(cursor), Need.OPEN_TAB, self._page_arrived)
            self._show_count()

    def action_reload(self) -> None:
        """Load the list again, or search again."""
        if self._found is not None:
            self.find(self._found.text)
        else:
            self.browse()

    def action_new_customer(self) -> None:
        """Create a customer, to begin with under what was looked for."""
        from rctui.tui.dialogs.create import CreateForm

        view = self.session.viewpoint(self.session.now_ms())
        self.program.ask(CreateForm(customer_id=self.box.text.strip()[:100], view=view))

    @on(WriteSeen)
    def browse_anew(self) -> None:
        """A write has ended: customers may have come or gone."""
        self.browse()

    def action_pin(self) -> None:
        """Pin the customer under the cursor, or take the pin off."""
        row = self.table.cursor_record
        if row is not None and row.project not in ("", self.session.project.key):
            self.program.say(label("Open it first: pins are kept for each project."))
        elif row is not None and row is not NOT_KEPT:
            self.program.pin(row.customer_id, self.show_remembered)

    def exports(self) -> Offer:
        """What was found, or the project's customers."""
        from rctui.tui.find_exports import find_exports

        return find_exports(self)

    def why_not(self, action: Action) -> SafeText | None:
        """Why an action can't be done now."""
        if action.id == "every-project" and not self.has_projects:
            return self.one_project
        if action.id in ("open", "pin") and self.table.cursor_record is None:
            return label("The list has no row under the cursor.")
        return super().why_not(action)

    def action_find(self) -> None:
        """Focus the box and select what it holds."""
        self.box.focus()
        self.box.action_select_all()

    def action_close(self) -> None:
        """Put the project's customers back in place of what was found."""
        if self._found is None:
            return
        self._found = None
        self.stop_finding_everywhere()
        self._say(find_words.HINT, Tone.MUTED)
        self._show_listing()
        self._show_count()


def _rows_of(known: Remembered) -> tuple[ListedCustomer, ...]:
    return remembered_rows(known.pinned, known.recent)
