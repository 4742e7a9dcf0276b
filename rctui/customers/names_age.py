"""Where a project's names come from, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rctui.text.moments import DAY_MS
from rctui.text.safe_text import SafeText, join, label, phrase, safe

if TYPE_CHECKING:
    from rctui.config.learned_names import LearnedNames

_MINUTE_MS: Final = 60_000
_HOUR_MS: Final = 60 * _MINUTE_MS
_SHOWN_AT_MOST: Final = 2


def names_words(learned: LearnedNames, now_ms: int) -> SafeText:
    """Where names come from: `from the catalogue, 3 h old`, or what is lacking for that."""
    if learned.at_ms == 0:
        return label(
            "from the configuration and from rows already seen; the catalogue is not read yet"
        )
    if not learned.needs:
        return phrase("from the catalogue, {}", _age(now_ms - learned.at_ms))
    shown = join(", ", [safe(one) for one in learned.needs[:_SHOWN_AT_MOST]])
    left = len(learned.needs) - _SHOWN_AT_MOST
    needs = phrase("{} and {} more", shown, left) if left > 0 else shown
    if not learned.titles:
        return phrase(
            "catalogue not readable (needs {}); ids and names already seen are used", needs
        )
    age = _age(now_ms - learned.at_ms)
    return phrase("from the catalogue, {}; in part not readable (needs {})", age, needs)


def _age(age_ms: int) -> SafeText:
    if age_ms < _MINUTE_MS:
        return label("just now")
    if age_ms < _HOUR_MS:
        return phrase("{} min old", age_ms // _MINUTE_MS)
    if age_ms < 2 * DAY_MS:
        return phrase("{} h old", age_ms // _HOUR_MS)
    return phrase("{} days old", age_ms // DAY_MS)
