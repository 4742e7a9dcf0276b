"""Letters that a person who compares two ids by eye takes for others.

A Cyrillic а is drawn as a Latin a, and é is one character or two. Nothing is changed or refused
for that: an id is whatever the app made it. It is said where a change is reviewed.
"""

from __future__ import annotations

import unicodedata
from typing import Final

from rctui.text.safe_text import SafeText, join, label, phrase

_SCRIPTS: Final = {
    "LATIN": label("Latin"),
    "CYRILLIC": label("Cyrillic"),
    "GREEK": label("Greek"),
    "COPTIC": label("Coptic"),
    "ARMENIAN": label("Armenian"),
    "CHEROKEE": label("Cherokee"),
}
"""Those whose letters look alike, by the first word of a letter's name in Unicode."""


def look_alikes(value: str) -> SafeText | None:
    """What is to be known before an id is compared by eye; `None` where it is nothing."""
    if value.isascii():
        return None
    found = {unicodedata.name(one, "").partition(" ")[0] for one in value if one.isalpha()}
    scripts = [words for name, words in _SCRIPTS.items() if name in found]
    if len(scripts) > 1:
        return phrase("mixes {} letters, which look alike", join(" and ", scripts))
    if not unicodedata.is_normalized("NFKC", value):
        return label("has letters in an unusual form, which look like others")
    return None
