"""Searches in Find: what is asked of the project on screen, and what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual import on

from rctui.customers.listed import found_rows
from rctui.tables.listed_customers import found_customers_table
from rctui.tables.table import Tone
from rctui.text.safe_text import label
from rctui.tui.finding import words as find_words
from rctui.tui.finding.blocked_too import FindsBlocked
from rctui.tui.finding.browsing import BrowsesCustomers
from rctui.tui.finding.everywhere import FindsEverywhere
from rctui.tui.keys.find_keys import as_key
from rctui.tui.widgets.find_box import FindBox
from rctui.tui.widgets.plain import Plain
from rctui.worker.answers import Answer, Need

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rctui.api.page import Unreadable
    from rctui.customers.finding.find import Found
    from rctui.customers.listed import ListedCustomer
    from rctui.tables.table import Table
    from rctui.text.safe_text import SafeText
    from rctui.tui.widgets.plain import Toned

_FIND: Final = "find"


class SearchesCustomers(BrowsesCustomers, FindsEverywhere, FindsBlocked):
    """The part of Find that looks for what the box holds."""

    def find(self, text: str) -> None:
        """Look for the customers that a text names."""
        from rctui.customers.finding.find import FindCustomers

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
        self.stop_looking_at_block_list()
        self.load(_FIND, FindCustomers(text), Need.HEADER, self._search_answered)

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
            self.program.open_customer(
                match.customer.id, asked=match.asked, known=known, sought=match.row
            )
            return
        if not found.matches:
            self.look_at_block_list(found)
        rows = found_rows(found.matches)
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
        self._said = label("")  # no hint: it must stay
        self.query_one("#said", Plain).show_lines(lines)
        if found.matches:
            self._found = found
            if focus:
                # What has just been found must not be hidden by a filter from before.
                self.ends_filter()
            names, zone = self.session.project.names, self.session.zone
            unloaded = find_words.ENTER_TELLS
            self.table.use(table or found_customers_table(names, zone, unloaded=unloaded))
            self.table.show(rows)
            if focus:
                self.table.cursor = 0
                self.table.focus()
        self._show_count()

    @on(FindBox.Asked)
    def find_typed(self, message: FindBox.Asked) -> None:
        """Enter in the box."""
        self.find(message.text)

    @on(FindBox.Changed)
    def say_what_is_recognised(self) -> None:
        """Say, while it is typed, what the text will be looked up as."""
        is_shown = self._found is not None and self._found.text == self.box.text
        if not (is_shown or self.is_loading(_FIND)):
            meant = as_key(self.box.text, self.program.action_keys, self.OFFERS)
            self.said_of_box = meant or find_words.recognised(self.box.text)
            self._say(self.said_of_box, Tone.MUTED)
        if self.box.text.strip():
            self.program.look_begins()

    def action_reload(self) -> None:
        """Load the list again, or search again."""
        if self._found is not None:
            self.find(self._found.text)
        else:
            self.browse()

    def action_close(self) -> None:
        """Put the project's customers back in place of what was found."""
        if self._found is None:
            return
        self._found = None
        self.stop_finding_everywhere()
        self._say(find_words.HINT, Tone.MUTED)
        self._show_listing()
        self._show_count()
