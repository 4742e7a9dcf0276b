"""Reverse: the opposite of a write that was applied, as a write of its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rctui.customers.changes import Change, change_in
from rctui.customers.consequences import consequences
from rctui.customers.observation import observation_in
from rctui.customers.reverse import Reverse, reverse_of
from rctui.tables.table import Tone
from rctui.text.safe_text import SafeText, phrase, safe
from rctui.tui.dialogs.form import Intent

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rctui.customers.access import Viewpoint
    from rctui.journal.operation import Operation
    from rctui.tui.dialogs.form import Question
    from rctui.tui.widgets.plain import Toned


def reverse_of_operation(operation: Operation, *, key: str) -> Reverse:
    """What undoes a write of the journal, or why nothing does. Raises UnreadableChange."""
    first, end = operation.first, operation.end
    before = observation_in(first.before) if first.before else None
    after = observation_in(end.observed) if end is not None and end.observed else None
    return reverse_of(change_in(operation.change), before, after, key=key)


@dataclass(frozen=True, slots=True)
class ReverseForm:
    """Asks for nothing but the ticket."""

    change: Change
    undone: str
    """What is undone, in the journal's words."""
    view: Viewpoint

    @property
    def title(self) -> SafeText:
        """`Reverse: Grant pro to …`."""
        return phrase("Reverse: {}", safe(self.undone))

    @property
    def questions(self) -> Sequence[Question]:
        """None."""
        return ()

    def preview(self, answers: Mapping[str, str]) -> Sequence[SafeText | Toned]:  # noqa: ARG002
        """The opposite, and what it brings."""
        return ((self.change.summary(self.view), Tone.ACCENT), *self._brings)

    def intent(self, answers: Mapping[str, str]) -> Intent:  # noqa: ARG002
        """The opposite. Raises ChangeError."""
        self.change.check(self.view.now_ms)
        return Intent(self.change, self._brings)

    @property
    def _brings(self) -> tuple[SafeText, ...]:
        return consequences(self.change, self.view)
