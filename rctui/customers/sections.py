"""The parts of a customer that load alone, and the states that a part can be in.

"None", "not loaded", "not allowed" and "failed" are different values, so that they can never
look alike; rows that were loaded stay while newer ones are on their way or failed to come.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, StrEnum, auto
from typing import TYPE_CHECKING, Generic, TypeVar

from rctui.customers.failure import FailureKind

if TYPE_CHECKING:
    from rctui.customers.failure import Failure
    from rctui.customers.listing import Listing

T = TypeVar("T")


class Section(StrEnum):
    """The lists of a customer, in the order of their tabs."""

    ENTITLEMENTS = "entitlements"
    SUBSCRIPTIONS = "subscriptions"
    PURCHASES = "purchases"
    ALIASES = "aliases"
    ATTRIBUTES = "attributes"
    INVOICES = "invoices"
    CURRENCIES = "currencies"


class Phase(Enum):
    """How far the last load of a part has come."""

    NOT_LOADED = auto()
    LOADING = auto()
    LOADED = auto()
    NOT_ALLOWED = auto()
    FAILED = auto()


@dataclass(frozen=True, slots=True)
class SectionState(Generic[T]):
    """One part of a customer, as far as it is known."""

    phase: Phase = Phase.NOT_LOADED
    listing: Listing[T] | None = None
    """The newest rows that ever arrived, whatever happened since."""
    failure: Failure | None = None

    def loading(self) -> SectionState[T]:
        """A load has been asked for; what is there stays."""
        return replace(self, phase=Phase.LOADING, failure=None)

    def loaded(self, listing: Listing[T]) -> SectionState[T]:
        """Rows have arrived."""
        return SectionState(Phase.LOADED, listing)

    def failed(self, failure: Failure) -> SectionState[T]:
        """The load failed or is not allowed; what is there stays."""
        not_allowed = failure.kind is FailureKind.NOT_ALLOWED
        phase = Phase.NOT_ALLOWED if not_allowed else Phase.FAILED
        return replace(self, phase=phase, failure=failure)
