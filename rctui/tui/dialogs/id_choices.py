"""Choices for a field that takes an id or a name."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from rctui.customers.known_ids import raw_name
from rctui.text.safe_text import label, safe
from rctui.tui.dialogs.form import Choice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rctui.customers.names import Names

_LONGEST: Final = 60
CHOICES_AT_MOST: Final = 20
"""More can't be read in one line; whatever is left out can still be typed."""


def id_choices(ids: Sequence[str], names: Names) -> tuple[Choice, ...]:
    """Each id by its name, where that can stand in a field and means only this one."""
    counted = Counter(raw_name(id_, names).casefold() for id_ in ids)
    return tuple(_choice(id_, names, counted) for id_ in ids[:CHOICES_AT_MOST])


def can_be_typed(text: str) -> bool:
    """Whether a text may stand in a field as it is: nothing in it is hidden or trimmed away."""
    is_short = 0 < len(text) <= _LONGEST
    return is_short and text == text.strip() and safe(text).plain == text


def _choice(id_: str, names: Names, counted: Counter[str]) -> Choice:
    name = raw_name(id_, names)
    if name != id_ and counted[name.casefold()] == 1 and can_be_typed(name):
        return Choice(name, safe(id_))
    return Choice(id_, safe(name) if name != id_ else label(""))
