"""What one look at a customer showed, as far as one change is about it.

The same value is what a review shows as "before", what is compared just before sending, what the
journal keeps, and what is compared afterwards. `None` is "not looked at, or not readable", and
never "none".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any, Final

Ends = Mapping[str, int | None]
"""Entitlement ids, and when the access ends in ms; `None` is never."""


@dataclass(frozen=True, slots=True)
class Observation:
    """What was seen. Only what the change is about is in it."""

    at_ms: int = 0
    """When, in ms since the epoch."""
    exists: bool | None = None
    id: str | None = None
    """The id that the customer answers with; any alias finds it."""
    ends: Ends | None = None
    """The active access to the entitlement of the change, from whatever source."""
    grants: tuple[int | None, ...] | None = None
    """The ends of the active grants of that entitlement. They are listed minutes late."""
    attributes: Mapping[str, str | None] | None = None
    """The values of the attributes of the change; `None` where one is not set."""
    balances: Mapping[str, int] | None = None
    currencies: tuple[str, ...] | None = None
    """All currencies that the customer's list has, where one of the change's isn't among them."""
    rows: tuple[str, ...] | None = None
    """The ids of subscriptions and purchases."""
    target_exists: bool | None = None
    target_id: str | None = None
    target_rows: tuple[str, ...] | None = None
    blocked: bool | None = None
    blocked_count: int | None = None
    """How many ids the project has blocked."""
    row: Mapping[str, Any] | None = None
    """Store, status, renewal, access and end of the row of the change; empty: it is gone."""
    problems: tuple[str, ...] = field(default=(), compare=False)
    """Why parts could not be read, in words that may hold outside text."""

    def data(self) -> dict[str, Any]:
        """The form for the journal; what is not known is left out."""
        values = {one.name: getattr(self, one.name) for one in fields(self)}
        known = {name: _plain(value) for name, value in values.items() if value is not None}
        return {name: value for name, value in known.items() if name != "problems" or value}

    def differences(self, later: Observation) -> tuple[str, ...]:
        """The names of the parts that both looks could see, and that are no longer the same."""
        return tuple(
            name
            for name in _COMPARED
            if None not in (getattr(self, name), getattr(later, name))
            and getattr(self, name) != getattr(later, name)
        )


_COMPARED: Final = (
    "exists", "id", "ends", "grants", "attributes", "balances", "rows",
    "target_exists", "target_id", "target_rows", "blocked", "row",
)  # fmt: skip


def observation_in(data: Mapping[str, Any]) -> Observation:
    """The observation that the journal kept; parts that make no sense are left out."""
    told: dict[str, Any] = {
        one.name: _read(one.name, data[one.name]) for one in fields(Observation) if one.name in data
    }
    return Observation(**{name: value for name, value in told.items() if value is not None})


def _plain(value: object) -> object:
    if isinstance(value, Mapping):
        return dict(value)
    return list(value) if isinstance(value, tuple) else value


def _read(name: str, value: object) -> object:
    kinds: dict[str, type] = {
        "at_ms": int, "exists": bool, "target_exists": bool, "blocked": bool, "id": str,
        "target_id": str, "blocked_count": int, "ends": dict, "attributes": dict, "balances": dict,
        "row": dict,
    }  # fmt: skip
    if name in kinds:
        return value if isinstance(value, kinds[name]) else None
    return tuple(value) if isinstance(value, list) else None
