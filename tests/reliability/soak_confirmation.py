"""A review to which the answer was yes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from rctui.bulk.standing import COME_AGAIN
from rctui.journal.states import State
from rctui.text.safe_text import safe

if TYPE_CHECKING:
    from rctui.journal.operation import Operation

_STEPS_AT_MOST: Final = 3
"""Changes that a playbook here makes for one customer."""
_CHALLENGED: Final = frozenset({"delete", "block", "transfer"})
_SMALL: Final = frozenset({"attributes", "offering"})


@dataclass
class Confirmation:
    """What a review said when `y` reached it."""

    project: str
    customer: str
    words: tuple[str, ...]
    """The title and every row, as shown."""
    challenged: bool
    """Whether something had to be typed first."""
    many: int = 0
    """How many customers it is for, where it is for several; it names no single one then."""
    used: dict[str, str] = field(default_factory=dict)
    """The writes seen of it, and their ids, where one review is for several."""

    def covers(self, operation: Operation) -> bool:
        """Whether a write of the journal is what was shown."""
        first = operation.first
        if self.many:
            room = len(self.used) < self.many * _STEPS_AT_MOST
            return room and self.project == first.project and first.summary not in self.used
        return (
            self.project == first.project
            and self.customer == safe(first.customer_id, limit=1500).plain
            and first.summary not in self.used
            and any(safe(first.summary).plain in row for row in self.words)
        )

    def allows(self, operation: Operation, *, high_risk: bool) -> bool:
        """Whether it took as much as this change takes."""
        kind = str(operation.change.get("kind"))
        needed = kind in _CHALLENGED or (high_risk and kind not in _SMALL)
        return self.challenged or not needed

    def take(self, operation: Operation) -> None:
        """A write of it has been seen."""
        self.used[operation.first.summary] = operation.id

    def give_back(self, operation: Operation) -> None:
        """A row that was put off, or not sent, comes again without another review."""
        is_ours = self.used.get(operation.first.summary) == operation.id
        if is_ours and is_row(operation) and was_put_off(operation):
            del self.used[operation.first.summary]


def is_row(operation: Operation) -> bool:
    """Whether a plan has sent it, which tries again by itself."""
    return operation.first.reason.startswith("bulk ")


def was_put_off(operation: Operation) -> bool:
    """Whether it was certainly not carried out, for a reason that goes by."""
    end = operation.end
    put_off = operation.state is State.REFUSED and end is not None and end.status in COME_AGAIN
    return put_off or operation.state is State.NOT_SENT
