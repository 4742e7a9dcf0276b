"""The project's customers in Find, page by page, below those that are pinned or were opened."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final, cast

from textual import on

from rctui.api.page import Unreadable
from rctui.customers.browse import BrowseCustomers
from rctui.customers.browsed import Below, BrowsedCustomers
from rctui.customers.listed import NOT_KEPT
from rctui.tables.listed_customers import listed_customers_table
from rctui.tables.table import Tone
from rctui.text.width import forget_widths
from rctui.tui.finding import words as find_words
from rctui.tui.finding.remembered_customers import remembered_customers, with_what_is_known
from rctui.tui.finding.view import FindView
from rctui.tui.keys.actions import FIND
from rctui.tui.widgets.count_line import CountLine
from rctui.tui.widgets.filter_line import FilterLine
from rctui.tui.widgets.plain import Plain
from rctui.tui.widgets.record_table import RecordTable
from rctui.tui.writing.messages import WriteSeen
from rctui.worker.answers import Answer, Need

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rctui.api.models.customer import Customer
    from rctui.api.page import Page
    from rctui.customers.finding.find import Found
    from rctui.customers.listed import ListedCustomer
    from rctui.tables.table import Table
    from rctui.text.safe_text import SafeText
    from rctui.tui.session import Session

_BROWSE: Final = "browse"
_LOOKED_THROUGH: Final = 1000
"""Rows of the list that are looked through for what they tell of others."""


class BrowsesCustomers(FindView):
    """The part of Find that lists customers nobody has searched for, and what all parts share."""

    _columns: tuple[tuple[ListedCustomer, ...], Table[ListedCustomer]] | None = None
    """The list's columns, and the rows above it that they were made for."""
    _had_column = False
    """Whether there was room for the column when the size was looked at last."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._listing: BrowsedCustomers | None = None
        self._found: Found | None = None
        self._remembered: tuple[ListedCustomer, ...] = ()
        self._said = find_words.HINT
        self.said_of_box = find_words.HINT
        """What was said last of a text in the box; it holds while that has the focus."""

    def _say(self, words: SafeText, tone: Tone) -> None:
        is_hint = words == find_words.HINT
        self._said = hint = self._hint_now if is_hint else words
        self.query_one("#said", Plain).show((hint, tone))

    def has_said(self, words: SafeText) -> None:
        """Something else than a hint stands above the list, and stays when the focus moves."""
        self._said = words

    @property
    def _hint_now(self) -> SafeText:
        """What to do where the focus is."""
        if self.in_column:
            return find_words.HINT_COLUMN
        if any(line.has_focus_within for line in self.query(FilterLine)):
            return find_words.HINT_FILTER
        if self.table.has_focus:
            return find_words.hint_in_list(self.program.action_keys.way_to(FIND))
        return find_words.HINT

    def offer_keys(self) -> None:
        """The hint follows the focus, as the keys do."""
        super().offer_keys()
        in_list = find_words.hint_in_list(self.program.action_keys.way_to(FIND))
        hints = [find_words.HINT, find_words.HINT_COLUMN, find_words.HINT_FILTER, in_list]
        if not self.box.has_focus:
            hints.append(self.said_of_box)
        if self._said in hints and self._said != self._hint_now:
            self._say(find_words.HINT, Tone.MUTED)

    def _show_count(self) -> None:
        loading = self.is_loading(_BROWSE)
        words = find_words.count(self._found, self._listing, loading)
        self.query_one(CountLine).say(words, is_count=not loading)

    # Who was here before

    @property
    def remembered(self) -> tuple[ListedCustomer, ...]:
        """The pinned and recent customers that stand above the project's own.

        None do where the column beside the list has them.
        """
        return () if self._found is not None or self.has_column else self._remembered

    def customers_beside(self) -> tuple[ListedCustomer, ...]:
        """Who is pinned and who was opened."""
        return self._remembered

    def pins_changed(self) -> None:
        """A customer has been pinned, or no longer is."""
        self.show_remembered()

    def show_remembered(self) -> None:
        """List pinned and recent customers above the project's own."""
        self._remembered = remembered_customers(self.program)
        self._know_from_the_list()
        self.show_customers()
        if self._found is None:
            self._show_listing()

    def _know_from_the_list(self) -> None:
        """The project's own list may tell of customers that were known by id alone."""
        if self._listing is not None:
            unknown = {row.customer_id for row in self._remembered if row.customer is None}
            rows = islice(self._listing, _LOOKED_THROUGH if unknown else 0)
            readable = (row for row in rows if not isinstance(row, Unreadable))
            self._know(row.customer for row in readable if row.customer_id in unknown)

    def on_resize(self) -> None:
        """They change places where the column comes or goes."""
        had_column, self._had_column = self._had_column, self.has_column
        if self.has_column is not had_column and self.is_mounted and self._found is None:
            self._show_listing()

    # The project's own

    def browse(self, *, by_hand: bool = True) -> None:
        """Load the first page of the project's customers."""
        read, need = BrowseCustomers(), Need.BACKGROUND
        self.load(_BROWSE, read, need, self._page_arrived, by_hand=by_hand)
        self._show_count()

    @on(WriteSeen)
    def browse_anew(self) -> None:
        """A write has ended: customers may have come or gone."""
        self.browse(by_hand=False)

    @on(RecordTable.EndReached)
    def load_more(self) -> None:
        """The cursor is near the last row: get the next page. Who has to wait for it is told."""
        listing = self._listing
        if self._found is not None or listing is None:
            return
        if not self.is_loading(_BROWSE):
            cursor = listing.next_cursor
            self.load(_BROWSE, BrowseCustomers(cursor), Need.OPEN_TAB, self._page_arrived)
        if self.table.cursor == self.table.length - 1:
            self._show_count()

    def _page_arrived(self, answer: Answer[Page[Customer]]) -> None:
        if answer.failure is not None or answer.value is None:
            self._listing_failed(answer)
        elif self._listing is None or cast("BrowseCustomers", answer.read).cursor is None:
            self._listing = BrowsedCustomers(answer.value)
            self._know_remembered(answer.value)
            self.program.first_page_came()
        else:
            self._listing.add(answer.value)
            forget_widths()
        if self._found is None:
            self._show_listing()
        self._show_count()

    def _know_remembered(self, page: Page[Customer]) -> None:
        """The first page may tell of customers that were known by id alone."""
        ids = {row.customer_id for row in self._remembered}
        self._know(customer for customer in page.records if customer.id in ids)
        self.show_customers()

    def _know(self, customers: Iterable[Customer | None]) -> None:
        for customer in customers:
            if customer is not None:
                self.program.known_customers.loaded(self.session.project.key, customer)
        rows = self._remembered
        self._remembered = tuple(with_what_is_known(self.program, row) for row in rows)

    @on(RecordTable.Missing)
    def read_again(self, message: RecordTable.Missing) -> None:
        """The list was scrolled back to rows that were let go."""
        listing, place = self._listing, message.place - len(self.remembered)
        if self._found is not None or listing is None or not 0 <= place < len(listing):
            return
        if listing[place] is not NOT_KEPT:
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
        above = self.remembered
        if self._columns is None or self._columns[0] != above:
            self._columns = above, listed_customers_table(self.session.zone, remembered=above)
        self.table.use(self._columns[1])
        if self._listing is not None:
            rows = Below(above, self._listing) if above else self._listing
            self.table.show(rows, more=self._listing.more)
        elif above:
            self.table.show(above)
