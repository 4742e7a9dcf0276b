"""What screens are told about own writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from rctui.worker.writing import WriteAnswer


class WriteSeen(Message, bubble=False):
    """A write has ended: a screen that shows the customer loads anew what it changed."""

    def __init__(self, answer: WriteAnswer) -> None:
        super().__init__()
        self.answer = answer


class CustomerTouched(Message, bubble=False):
    """A row of a plan has ended: a screen that shows its customer loads that anew."""

    def __init__(self, project: str, customer_ids: frozenset[str]) -> None:
        super().__init__()
        self.project = project
        self.customer_ids = customer_ids


class JournalChanged(Message, bubble=False):
    """The journal has another line, or it has been found that it takes none."""
