"""What a change makes of what is there, in a cell."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from rctui.customers.changes.every_change import AdjustCurrencies, GrantEntitlement
from rctui.customers.effects.in_short import adds_nothing, in_short
from rctui.customers.names import Names
from rctui.customers.readback.observation import Observation
from rctui.customers.verdicts.access import Viewpoint
from rctui.text.moments import DAY_MS
from tests.simulated import NOW

VIEW = Viewpoint(Names({"entl_pro": "pro"}), NOW, UTC)
WEEK = GrantEntitlement("user_1", "entl_pro", NOW + 7 * DAY_MS - 1000)


@pytest.mark.parametrize(
    ("ends", "says", "in_vain"),
    [
        ({}, "pro: none → {week} (adds 7 d)", False),
        ({"entl_pro": NOW + 2 * DAY_MS}, "pro: {second} → {week} (adds 5 d)", False),
        ({"entl_pro": NOW - DAY_MS}, "pro: {past} → {week} (adds 7 d)", False),
        ({"entl_pro": NOW + 9 * DAY_MS}, "pro: stays {ninth} (adds 0 d)", True),
        ({"entl_pro": None}, "pro: stays without end (adds 0 d)", True),
        (None, "pro: not known → {week} at least", False),
    ],
)
def test_a_grant_is_told_by_the_access_that_comes_of_it(
    ends: dict[str, int | None] | None, says: str, in_vain: bool
) -> None:
    days = {"week": 7 * DAY_MS - 1000, "second": 2 * DAY_MS, "ninth": 9 * DAY_MS, "past": -DAY_MS}
    told = {name: _day(NOW + later) for name, later in days.items()}
    seen = Observation(ends=ends)
    [line] = in_short(WEEK, seen, VIEW)
    assert line.plain == says.format(**told)
    assert adds_nothing(WEEK, seen) is in_vain


def test_what_is_short_already_stays_as_it_is() -> None:
    change = AdjustCurrencies.of("user_1", {"GLD": 20}, key="k")
    seen = Observation(balances={"GLD": 80})
    assert [line.plain for line in in_short(change, seen, VIEW)] == ["GLD: 80 → 100 (+20)"]
    assert not adds_nothing(change, seen)


def _day(ms: int) -> str:
    when = datetime.fromtimestamp(ms / 1000, UTC)
    return f"{when.day} {when:%b}"
