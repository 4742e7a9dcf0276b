from __future__ import annotations

import pytest

from rctui.config.learned_names import LearnedNames
from rctui.customers.names_age import names_words
from tests.customers.made import NOW

MINUTE, HOUR = 60_000, 3_600_000


@pytest.mark.parametrize(
    ("age_ms", "says"),
    [
        (0, "just now"),
        (5 * MINUTE, "5 min old"),
        (3 * HOUR, "3 h old"),
        (30 * HOUR, "30 h old"),
        (50 * HOUR, "2 days old"),
    ],
)
def test_the_age_is_said(age_ms: int, says: str) -> None:
    learned = LearnedNames({"a": "b"}, {}, NOW - age_ms)
    assert names_words(learned, NOW).plain == f"from the catalogue, {says}"


def test_a_catalogue_that_was_never_read_is_not_called_empty() -> None:
    words = names_words(LearnedNames({"a": "met"}), NOW).plain
    assert words.startswith("from the configuration and from rows already seen")
    assert "not read yet" in words


def test_what_the_key_lacks_is_named() -> None:
    needs = tuple(f"project_configuration:{kind}:read" for kind in ("entitlements", "apps", "x"))
    words = names_words(LearnedNames(at_ms=NOW, needs=needs), NOW).plain
    assert words.startswith("catalogue not readable (needs project_configuration:entitlements:read")
    assert "and 1 more" in words
    partly = names_words(LearnedNames({"a": "b"}, {"a": "c"}, NOW, needs[:1]), NOW).plain
    assert partly == f"from the catalogue, just now; in part not readable (needs {needs[0]})"
