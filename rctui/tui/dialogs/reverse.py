"""Reverse: the opposite of a write that was applied, as a write of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rctui.customers.changes.every_change import change_in
from rctui.customers.changes.reverse import Reverse, reverse_of
from rctui.customers.readback.observation import observation_in

if TYPE_CHECKING:
    from rctui.journal.operation import Operation


def reverse_of_operation(operation: Operation, *, key: str) -> Reverse:
    """What undoes a write of the journal, or why nothing does. Raises UnreadableChange."""
    first, end = operation.first, operation.end
    before = observation_in(first.before) if first.before else None
    after = observation_in(end.observed) if end is not None and end.observed else None
    return reverse_of(change_in(operation.change), before, after, key=key)
