from __future__ import annotations

import time

from rctui.clock import epoch_ms


def test_the_time_is_told_in_whole_milliseconds_since_the_epoch() -> None:
    before = time.time_ns()
    now = epoch_ms()
    assert before // 1_000_000 <= now <= time.time_ns() // 1_000_000
