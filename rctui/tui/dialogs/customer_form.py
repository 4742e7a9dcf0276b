"""What the dialogs about one customer share: from answers to a change, or to what is amiss."""

from __future__ import annotations

from abc import ABC, abstractmethod
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rctui.customers.changes.errors import ChangeError
from rctui.customers.effects.consequences import consequences
from rctui.tables.table import Tone
from rctui.text.error_words import error_words
from rctui.tui.dialogs.form import Intent
from rctui.tui.dialogs.no_way_back import alarming

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from rctui.customers.changes.change import Change
    from rctui.customers.readback.observation import Observation
    from rctui.customers.verdicts.access import Viewpoint
    from rctui.customers.verdicts.facts import Facts
    from rctui.text.safe_text import SafeText
    from rctui.tui.dialogs.form import Question
    from rctui.tui.widgets.plain import Toned


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerForm(ABC):
    """A dialog about one customer: who it is stays what it was when the dialog was opened."""

    customer_id: str
    view: Viewpoint
    """Names, the moment at which the dialog was opened, and the reader's zone."""
    facts: Facts | None = None
    """What is loaded of the customer; `None` is nothing."""

    @property
    @abstractmethod
    def title(self) -> SafeText:
        """What it is for, with the customer's id."""

    @property
    def questions(self) -> Sequence[Question]:
        """The fields from top to bottom, without the ticket."""
        return ()

    @abstractmethod
    def _change(self, answers: Mapping[str, str]) -> Change:
        """The change, not checked yet. Raises ChangeError; `_fields` translates its field."""

    def _fields(self) -> Mapping[str, str]:
        """The questions behind the parts that the rules know by other names."""
        return {}

    def _meaning(self, change: Change) -> Sequence[SafeText | Toned]:  # noqa: ARG002
        """What is there and what comes of it. The review has newer lines for that."""
        return ()

    def _warnings(self, change: Change) -> Sequence[SafeText]:  # noqa: ARG002
        """What this dialog knows beside what every such change brings."""
        return ()

    def _so_far(self, answers: Mapping[str, str]) -> Sequence[SafeText | Toned]:  # noqa: ARG002
        """What can be said before there is a change."""
        return ()

    def preview(self, answers: Mapping[str, str]) -> Sequence[SafeText | Toned]:
        """What the answers so far mean. Never raises."""
        try:
            change = self.checked(answers)
        except ChangeError as error:
            return (*self._so_far(answers), _amiss(error, answers))
        head = (change.summary(self.view), Tone.ACCENT)
        return (head, *self._meaning(change), *alarming(self._consequences(change)))

    def intent(self, answers: Mapping[str, str]) -> Intent:
        """The change and what it brings. Raises ChangeError, whose `field` is a question's id."""
        change = self.checked(answers)
        return Intent(
            change,
            self._consequences(change),
            lambda before: self._consequences(change, before),
        )

    def _consequences(
        self, change: Change, before: Observation | None = None
    ) -> tuple[SafeText, ...]:
        general = consequences(change, self.view, self.facts, before)
        return tuple(dict.fromkeys((*self._warnings(change), *general)))

    def checked(self, answers: Mapping[str, str]) -> Change:
        """The change, as far as it can be checked here. Raises ChangeError."""
        with pointing(self._fields()):
            change = self._change(answers)
            change.check(self.view.now_ms)
            return change


@contextmanager
def pointing(fields: Mapping[str, str]) -> Iterator[None]:
    """Let an error name the question where something is amiss."""
    try:
        yield
    except ChangeError as error:
        error.field = fields.get(error.field, error.field)
        raise


def _amiss(error: ChangeError, answers: Mapping[str, str]) -> Toned:
    """What is amiss, quietly while the field is still empty."""
    is_empty = not answers.get(error.field, "").strip()
    return error_words(error), Tone.MUTED if is_empty else Tone.ATTENTION
