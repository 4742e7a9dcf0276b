"""Remembering which customers were opened and pinned, without making a key wait for a disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rctui.config.remembered import Remembered
from rctui.errors import RctuiError
from rctui.text.error_words import error_words
from rctui.text.safe_text import label, phrase, safe
from rctui.tui.navigation import Navigation

if TYPE_CHECKING:
    from collections.abc import Callable


class Memory(Navigation):
    """The part of the application that reads and writes what is remembered."""

    def remembered(self) -> Remembered:
        """Pinned and recent customers of the project on screen; none where they can't be read."""
        try:
            return self.session.opening.remembered.of(self.session.project.key)
        except RctuiError as error:
            self.say_trouble(safe(error.message))
            return Remembered()

    def remember(self, customer_id: str) -> None:
        """A customer has been opened."""
        customers, project = self.session.opening.remembered, self.session.project.key
        self._in_thread(lambda: customers.opened(project, customer_id))

    def pin(self, customer_id: str, then: Callable[[], None] | None = None) -> None:
        """Pin a customer, or take the pin off; `then` is called when that is done."""
        customers, project = self.session.opening.remembered, self.session.project.key

        def turn() -> None:
            pinned = customers.turn_pin(project, customer_id)
            self.call_from_thread(self._said_pinned, customer_id, pinned, then)

        self._in_thread(turn)

    def _said_pinned(self, customer_id: str, pinned: bool, then: Callable[[], None] | None) -> None:
        done = label("Pinned") if pinned else label("No longer pinned")
        self.say(phrase("{} in Find: {}", done, safe(customer_id)))
        if then is not None:
            then()

    def _in_thread(self, change: Callable[[], None]) -> None:
        def run() -> None:
            try:
                change()
            except RctuiError as error:
                self.call_from_thread(self.say, error_words(error))

        self.run_worker(run, thread=True, group="memory")
