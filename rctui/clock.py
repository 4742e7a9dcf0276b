"""What time it is."""

from __future__ import annotations

import time


def epoch_ms() -> int:
    """Now, in ms since the epoch."""
    return time.time_ns() // 1_000_000
