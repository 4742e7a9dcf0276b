"""The soak: a short one with every run of the tests, a long one under the marker `soak`."""

from __future__ import annotations

import pytest

from tests.reliability.soak import soak

SHORT = 250
LONG = 20_000


@pytest.mark.parametrize("seed", [1, 2, 3, 4])
def test_random_use_breaks_nothing_and_writes_only_what_was_confirmed(seed: int) -> None:
    count = soak(seed, SHORT)
    assert count["steps"] == SHORT


@pytest.mark.soak
@pytest.mark.parametrize("seed", [101, 102, 103])
def test_long_random_use_breaks_nothing_and_writes_only_what_was_confirmed(seed: int) -> None:
    count = soak(seed, LONG)
    assert count["confirmed"] > LONG / 200
    assert count["told applied"] > LONG / 400
    assert count["told unknown"], "no write was ever in doubt"
    assert count["told refused"], "no write was ever refused"
