"""What writing takes besides a connection. Cheap to import: every start needs it."""

from __future__ import annotations

import asyncio
import time
import uuid
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rctui.customers.recovery.recovery_file import RecoveryFiles

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from rctui.journal.journal import Journal


@dataclass(frozen=True, slots=True)
class WriteMeans:
    """What writing takes besides a connection."""

    journal: Journal | None = None
    """Where changes are written down; nothing is sent without one."""
    recovery: RecoveryFiles = field(default_factory=RecoveryFiles)
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    pause: Callable[[float], Awaitable[None]] = asyncio.sleep
    """The rest between two looks of a watch: longer than any wait of a write."""
    now_s: Callable[[], float] = time.monotonic
    """The clock that goes with both."""
    new_id: Callable[[], str] = lambda: str(uuid.uuid4())
