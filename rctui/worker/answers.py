"""What goes to the worker and what comes back."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from rctui.customers.failure import Failure
    from rctui.customers.reads import Read

T_co = TypeVar("T_co", covariant=True)


class Need(IntEnum):
    """How urgent a read is; the lowest goes first."""

    HEADER = 0
    OPEN_TAB = 1
    OTHER_TAB = 2
    BACKGROUND = 3


@dataclass(frozen=True, slots=True)
class Answer(Generic[T_co]):
    """The end of one read: a value or a failure, never both.

    It belongs to a project, a read (which names the customer) and a load number. A screen that
    has moved on in any of them drops it.
    """

    number: int
    project: str
    read: Read[T_co]
    value: T_co | None
    failure: Failure | None
    at_ms: int
    """When it arrived, in ms since the epoch."""


class Load(NamedTuple):
    """One request for a read, as it waits in the queue."""

    number: int
    project: str
    read: Read[object]
    need: Need
    reply: Callable[[Answer[object]], object]
    """Called on the worker's thread. A screen passes its `post_message` in some form."""


class CurrentLoads:
    """Which load counts for each part of a screen; every older one is stale."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def start(self, part: str, number: int) -> int | None:
        """Note that a part waits for this load; the number it waited for before, if any."""
        before = self._numbers.get(part)
        self._numbers[part] = number
        return before

    def accepts(self, part: str, number: int) -> bool:
        """Whether an answer is the one that the part waits for; it is then no longer waited for."""
        if self._numbers.get(part) != number:
            return False
        del self._numbers[part]
        return True

    def forget(self, part: str) -> int | None:
        """Wait for this part no longer; the load that it waited for, if any."""
        return self._numbers.pop(part, None)

    def waits(self, part: str) -> bool:
        """Whether a load of the part is under way."""
        return part in self._numbers

    @property
    def numbers(self) -> tuple[int, ...]:
        """Every load that is still waited for."""
        return tuple(self._numbers.values())
