"""A change that was prepared elsewhere: nothing is asked but the ticket."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rctui.customers.effects.consequences import consequences
from rctui.tables.table import Tone
from rctui.text.safe_text import SafeText, label
from rctui.tui.dialogs.form import Intent
from rctui.tui.dialogs.no_way_back import alarming

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rctui.customers.changes.change import Change
    from rctui.customers.verdicts.access import Viewpoint
    from rctui.customers.verdicts.facts import Facts
    from rctui.tui.dialogs.form import Question
    from rctui.tui.widgets.plain import Toned


@dataclass(frozen=True, slots=True)
class PreparedForm:
    """Shows what the change does and brings, on the way to its review."""

    change: Change
    view: Viewpoint
    what: SafeText = label("Put back")
    facts: Facts | None = None
    """What is loaded of the customer."""
    note: SafeText = label("")
    """Where the change comes from, if that is worth saying."""
    reverses: str = ""
    """The journal's id of the operation that it takes back, if it does."""

    @property
    def title(self) -> SafeText:
        """What it is for."""
        return self.what

    @property
    def questions(self) -> Sequence[Question]:
        """None."""
        return ()

    def preview(self, answers: Mapping[str, str]) -> Sequence[SafeText | Toned]:  # noqa: ARG002
        """What the change does, and what it brings."""
        note = ((self.note, Tone.MUTED),) if self.note.plain else ()
        return ((self.change.summary(self.view), Tone.ACCENT), *alarming(self._brings), *note)

    def intent(self, answers: Mapping[str, str]) -> Intent:  # noqa: ARG002
        """The change. Raises ChangeError."""
        self.change.check(self.view.now_ms)
        return Intent(
            self.change,
            self._brings,
            lambda before: consequences(self.change, self.view, self.facts, before),
            self.reverses,
        )

    @property
    def _brings(self) -> tuple[SafeText, ...]:
        return consequences(self.change, self.view, self.facts)
