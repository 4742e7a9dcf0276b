"""What every change is: a frozen value that can be shown, checked, sent, stored and compared."""

from __future__ import annotations

import json
from abc import ABC, abstractmethod
from dataclasses import MISSING, dataclass, fields
from typing import TYPE_CHECKING, Any, ClassVar, Final, Self

from rctui.customers.changes import rules
from rctui.customers.changes.errors import NotThere, UnreadableChange

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from rctui.api.writer import CustomerWriter
    from rctui.customers.readback.looks import Look
    from rctui.customers.readback.observation import Observation
    from rctui.customers.verdicts.access import Viewpoint
    from rctui.text.safe_text import SafeText

VERSION: Final = 1
"""The layout of a stored change."""


@dataclass(frozen=True, slots=True)
class Change(ABC):
    """One write, not yet sent. Two equal changes ask for the same thing."""

    customer_id: str

    kind: ClassVar[str]
    """The operation in one kebab-case word."""
    level: ClassVar[int]
    """How much it takes to send it, 1 to 3, before the project's own rules."""
    lags: ClassVar[bool] = False
    """Whether the API may show the change only a while after it was made."""
    needs_customer: ClassVar[bool] = False
    """Whether it is refused where the customer is not there."""
    saves_first: ClassVar[bool] = False
    """Whether the customer is saved to a recovery file before it is sent."""

    @property
    def idempotency_key(self) -> str | None:
        """The key that makes sending it twice harmless; fixed when the change is made."""
        return None

    @property
    def looks(self) -> tuple[Look, ...]:
        """What is looked at before and after, in the order in which it is asked for."""
        return ()

    @property
    def customers(self) -> tuple[str, ...]:
        """Everyone whom it changes; while it is under way, nothing else changes them."""
        return (self.customer_id,)

    def check(self, now_ms: int) -> None:  # noqa: ARG002 - only some depend on the time
        """Refuse what the API would refuse anyway. Raises ChangeError."""
        rules.check_customer_id(self.customer_id)

    def check_against(self, seen: Observation) -> None:
        """Refuse what can't work on what was seen. Raises ChangeError."""
        if self.needs_customer and seen.exists is False:
            raise NotThere(
                f"There is no customer {self.customer_id[:60]}.",
                hint="It may have been deleted, blocked or merged meanwhile.",
                field="customer",
            )

    @abstractmethod
    def summary(self, view: Viewpoint) -> SafeText:
        """What it does, in one line."""

    @abstractmethod
    async def send(self, writer: CustomerWriter) -> Observation | None:
        """Send it. What the answer itself shows, or `None`. Raises ApiError."""

    @property
    def fingerprint(self) -> str:
        """The same for two changes that ask for the same thing, whatever their keys."""
        told = {name: value for name, value in self.data().items() if name != "key"}
        return json.dumps(told, sort_keys=True)

    def data(self) -> dict[str, Any]:
        """The form for the journal and for resuming; `change_in` reads it."""
        values = {one.name: _listed(getattr(self, one.name)) for one in fields(self)}
        return {"version": VERSION, "kind": self.kind} | values

    @classmethod
    def of_data(cls, data: Mapping[str, Any]) -> Self:
        """The change that a stored form describes. Raises UnreadableChange."""
        told = {one.name: _tupled(data[one.name]) for one in fields(cls) if one.name in data}
        for one in fields(cls):
            is_left_out = one.name not in told and one.default is not MISSING
            if not is_left_out and not _FITS[str(one.type)](told.get(one.name)):
                raise UnreadableChange(f"The stored change has no usable {one.name}.")
        return cls(**told)


def _listed(value: object) -> object:
    return [_listed(one) for one in value] if isinstance(value, tuple) else value


def _tupled(value: object) -> Any:
    return tuple(_tupled(one) for one in value) if isinstance(value, list) else value


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _are_pairs(value: object, second: Callable[[object], bool]) -> bool:
    return isinstance(value, tuple) and all(
        isinstance(one, tuple) and len(one) == 2 and isinstance(one[0], str) and second(one[1])
        for one in value
    )


_FITS: Final[Mapping[str, Callable[[object], bool]]] = {
    "str": lambda value: isinstance(value, str),
    "str | None": lambda value: value is None or isinstance(value, str),
    "int": _is_whole,
    "bool": lambda value: isinstance(value, bool),
    "tuple[str, ...]": lambda value: (
        isinstance(value, tuple) and all(isinstance(one, str) for one in value)
    ),
    "tuple[tuple[str, int], ...]": lambda value: _are_pairs(value, _is_whole),
    "tuple[tuple[str, str], ...]": lambda value: _are_pairs(
        value, lambda one: isinstance(one, str)
    ),
    "tuple[tuple[str, str | None], ...]": lambda value: _are_pairs(
        value, lambda one: one is None or isinstance(one, str)
    ),
}
"""What a stored field must be, by its declared type."""
