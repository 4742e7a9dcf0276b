"""What an error says to a person: what happened, and what to do next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rctui.text.safe_text import SafeText, join, safe

if TYPE_CHECKING:
    from rctui.errors import RctuiError

WHOLE: Final = 2_000
"""Characters of each part where there is room for the path of any file."""


def error_words(error: RctuiError, *, limit: int = 600) -> SafeText:
    """Its message and its hint, each cut at `limit` by itself: a long message costs no hint."""
    parts = [safe(part.strip(), limit=limit) for part in (error.message, error.hint)]
    return join(" ", [part for part in parts if part.plain])
