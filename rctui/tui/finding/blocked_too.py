"""Whoever is not found may be blocked: one look at the block list says so, and what frees them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, LiteralString

from rctui.tables.table import Tone
from rctui.text import moments
from rctui.text.safe_text import SafeText, label, phrase, safe
from rctui.tui.finding import words as find_words
from rctui.tui.finding.view import FindView
from rctui.tui.keys.actions import BLOCKED
from rctui.tui.keys.write_actions import UNBLOCK
from rctui.tui.widgets.plain import Plain
from rctui.worker.answers import Answer, Need

if TYPE_CHECKING:
    from rctui.api.models.blocked import BlockedCustomer
    from rctui.api.page import Page
    from rctui.customers.finding.find import Found

_PART: Final = "blocked too"
_BLOCKED: LiteralString = "{} is blocked{}: esc, then {} shows the block list, where {} frees it."


class FindsBlocked(FindView):
    """The part of Find that knows of the block list. It asks only when a search found nobody."""

    def look_at_block_list(self, found: Found) -> None:
        """One request more, where something was asked for and the search has one left."""
        from rctui.customers.finding.lookup import ATTEMPTS_AT_MOST
        from rctui.customers.reads import ListBlocked

        if 0 < len(found.tried) < ATTEMPTS_AT_MOST:

            def answered(answer: Answer[Page[BlockedCustomer]]) -> None:
                if answer.value is not None:
                    self._tell_blocked(found, answer.value)

            self.load(_PART, ListBlocked(), Need.OPEN_TAB, answered)

    def stop_looking_at_block_list(self) -> None:
        """Something else is looked for now."""
        self.stop_loading(_PART)

    def _tell_blocked(self, found: Found, page: Page[BlockedCustomer]) -> None:
        from rctui.customers.finding.lookup import recognise

        tried = {one.value for one in recognise(found.text).candidates}
        words = [(self._words(row), Tone.BAD) for row in page.records if row.id in tried]
        if words:
            not_found, *others = find_words.outcome(found)
            self.query_one("#said", Plain).show_lines([not_found, *words, *others])

    def _words(self, row: BlockedCustomer) -> SafeText:
        zone, keys = self.session.zone, self.program.action_keys
        at_ms = row.updated_at_ms
        since = label("") if at_ms is None else phrase(" since {}", moments.day(at_ms, zone))
        shows, frees = keys.way_to(BLOCKED), keys.way_to(UNBLOCK)
        return phrase(_BLOCKED, safe(row.id), since, shows, frees)
