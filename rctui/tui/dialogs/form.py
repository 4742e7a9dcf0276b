"""What a dialog asks, and what its answers make."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from rctui.text.safe_text import SafeText, label

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from rctui.customers.changes.change import Change
    from rctui.customers.readback.observation import Observation
    from rctui.tui.widgets.plain import Toned

TICKET = "ticket"
"""The id of the question that every dialog ends with."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A value to choose instead of typing it."""

    value: str
    name: SafeText = label("")
    """What else is known of it, such as what people call it and its id."""


@dataclass(frozen=True, slots=True)
class Question:
    """One field. It holds text: what it means is the form's business."""

    id: str
    title: SafeText
    hint: SafeText = label("")
    """How to answer: clauses with ` · ` between them, the most needed first."""
    start: str = ""
    """What the field holds at first."""
    choices: tuple[Choice, ...] = ()
    """What up and down go through."""


@dataclass(frozen=True, slots=True)
class Intent:
    """What a form came to: a change, and what a person must know before it is sent."""

    change: Change
    consequences: tuple[SafeText, ...] = ()
    """In words, the most important first."""
    once_looked: Callable[[Observation], tuple[SafeText, ...]] | None = field(
        default=None, compare=False
    )
    """The same once the customer was looked at for the review, so that both say one thing."""

    reverses: str = ""
    """The journal's id of the operation that the change takes back, if it does."""

    def consequences_of(self, before: Observation) -> tuple[SafeText, ...]:
        """In words, with what was seen just now."""
        return self.consequences if self.once_looked is None else self.once_looked(before)


class Form(Protocol):
    """One dialog."""

    @property
    def title(self) -> SafeText:
        """What it is for, with the customer's name."""

    @property
    def questions(self) -> Sequence[Question]:
        """The fields from top to bottom, without the ticket."""

    def preview(self, answers: Mapping[str, str]) -> Sequence[SafeText | Toned]:
        """What the answers so far mean: shown while they are typed. Never raises."""

    def intent(self, answers: Mapping[str, str]) -> Intent:
        """The change. Raises ChangeError, whose `field` is the id of a question."""
