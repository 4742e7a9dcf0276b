"""What stands between the entries of a text that a person typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re


def past(separators: re.Pattern[str], text: str, place: int) -> int:
    """The place behind what separates there; the same place where nothing does."""
    between = separators.match(text, place)
    return between.end() if between else place
