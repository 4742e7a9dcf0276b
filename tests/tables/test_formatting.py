"""Words that several tables and screens share."""

from __future__ import annotations

import pytest

from rctui.tables.formatting import seconds_words


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0, "1 s"), (0.4, "1 s"), (40, "40 s"), (89.4, "89 s"), (89.6, "2 min"), (3600, "60 min")],
)
def test_how_long_something_takes_is_told_in_seconds_and_then_in_minutes(
    seconds: float, words: str
) -> None:
    assert seconds_words(seconds).plain == words
