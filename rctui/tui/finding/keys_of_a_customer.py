"""Keys that work on an opened customer, pressed on the list of Find: what to do first is said."""

from __future__ import annotations

from typing import TYPE_CHECKING, LiteralString

from rctui.config.key_names import SIGNS
from rctui.text.safe_text import phrase, safe
from rctui.tui.finding.view import FindView

if TYPE_CHECKING:
    from textual import events

    from rctui.tui.keys.actions import Action

_FIRST: LiteralString = "{} ({}) works on an opened customer: enter on a row first."


class TellsOfCustomerKeys(FindView):
    """The part of Find that leaves no key of a customer's screen without a word."""

    def on_key(self, event: events.Key) -> None:
        """A key that is bound to nothing here."""
        character = event.character
        if not character or self.focused is not self.table:
            return
        action = self._of_a_customer(character)
        if action is not None:
            event.stop()
            self.program.say(phrase(_FIRST, safe(character), action.name))

    def _of_a_customer(self, character: str) -> Action | None:
        from rctui.tui.screens.customer import CustomerScreen

        here = {action.id for action in self.OFFERS}
        others = [action for action in CustomerScreen.OFFERS if action.id not in here]
        for action in self.program.action_keys.on_all(others):
            if character in (SIGNS.get(key, key) for key in action.keys.split(",")):
                return action
        return None
