from __future__ import annotations

import pytest

from rctui.api.rate_limits import Budget
from rctui.worker.pacing import wait_ms


@pytest.mark.parametrize(
    ("usage", "limit", "waits"),
    [
        (1, 480, 0),
        (469, 480, 0),
        (470, 480, 40_000),
        (480, 480, 40_000),
        (50, 60, 0),
        (54, 60, 40_000),
        (600, 480, 40_000),
    ],
)
def test_reads_leave_a_reserve(usage: int, limit: int, waits: int) -> None:
    assert wait_ms(Budget(usage, limit, seen_at_ms=10_000), now_ms=30_000) == waits


def test_an_old_figure_holds_nobody_up() -> None:
    assert wait_ms(Budget(480, 480, seen_at_ms=10_000), now_ms=80_000) == 0


def test_a_clock_that_was_put_back_holds_nobody_up_for_an_hour() -> None:
    assert wait_ms(Budget(480, 480, seen_at_ms=3_600_000), now_ms=3_599_000) == 0


def test_before_the_first_answer_nothing_is_known() -> None:
    assert wait_ms(None, now_ms=0) == 0
