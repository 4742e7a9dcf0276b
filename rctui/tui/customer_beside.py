"""What a customer's screen offers beside the customer itself: watch, compare."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from rctui.tui.screens.base import RctuiScreen

if TYPE_CHECKING:
    from rctui.tui.screens.customer import CustomerScreen


class CustomerBeside(RctuiScreen):
    """The part of the customer's screen that looks further."""

    @property
    def _whose(self) -> str:
        return cast("CustomerScreen", self).customer_id

    def action_watch(self) -> None:
        """Look again and again."""
        self.program.open_watch(self._whose)

    def action_compare(self) -> None:
        """Mark, or compare with the one that is marked."""
        self.program.mark_or_compare(self._whose)

    def action_playbook(self) -> None:
        """Choose a playbook for this customer."""
        facts = cast("CustomerScreen", self).picture.facts
        self.program.ask_playbook([self._whose], facts)
