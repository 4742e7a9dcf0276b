"""What it takes to make changes for many customers from one description."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rctui.clock import epoch_ms
from rctui.customers.changes.write_rules import WriteRules
from rctui.customers.names import Names

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import tzinfo


def new_key() -> str:
    """A fresh idempotency key."""
    return str(uuid.uuid4())


@dataclass(frozen=True, slots=True, eq=False)
class Making:
    """One project's names and rules, one moment, one ticket."""

    names: Names = field(default_factory=Names)
    rules: WriteRules = field(default_factory=WriteRules)
    ticket: str = ""
    now_ms: int = field(default_factory=epoch_ms)
    """In ms since the epoch: what durations are counted from."""
    zone: tzinfo | None = None
    new_key: Callable[[], str] = new_key
