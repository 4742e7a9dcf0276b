"""Looking at a customer over time, and at two at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rctui.text.safe_text import label, phrase, safe
from rctui.tui.keys.beside_actions import COMPARE
from rctui.tui.writing.restoring import Restoring

if TYPE_CHECKING:
    from rctui.tui.session import Session


class CompareMark(NamedTuple):
    """The customer that is marked for comparing, in one project."""

    project: str = ""
    customer_id: str = ""


class Beside(Restoring):
    """The part of the application that watches and compares."""

    session: Session
    compare_mark: CompareMark

    def open_watch(self, customer_id: str) -> None:
        """Watch a customer."""
        from rctui.tui.screens.watch import WatchScreen

        self.push_screen(WatchScreen(self.session, customer_id))

    def mark_or_compare(self, customer_id: str) -> None:
        """Mark a customer; with another one marked, show both. Marked again, it no longer is."""
        mark, project = self.compare_mark, self.session.project.key
        other = mark.customer_id if mark.project == project else ""
        if other == customer_id:
            self.compare_mark = CompareMark()
            self.say(label("No longer marked for compare."))
        elif other:
            self.compare(other, customer_id)
        else:
            self.compare_mark = CompareMark(project, customer_id)
            words = "Marked {} for compare: {} on another customer shows both."
            key = self.action_keys.way_to(COMPARE)
            self.say(phrase(words, safe(customer_id), key))

    def compare(self, left: str, right: str) -> None:
        """Show two customers side by side; the mark is used up."""
        from rctui.tui.screens.compare import CompareScreen

        self.compare_mark = CompareMark()
        self.clear_notifications()
        self.push_screen(CompareScreen(self.session, left, right))
