"""Choices for a field that takes an id or a name."""

from __future__ import annotations

from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING, Final

from rctui.customers.known_ids import raw_name
from rctui.text.safe_text import SafeText, join, safe
from rctui.tui.dialogs.form import Choice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rctui.customers.names import Names

_LONGEST: Final = 60
CHOICES_AT_MOST: Final = 20
"""More can't be read in one line; whatever is left out can still be typed."""


def id_choices(ids: Sequence[str], names: Names) -> tuple[Choice, ...]:
    """Each id by its name, where that can stand in a field and means only this one.

    An id that can't stand in a field is no choice: what was sent would not be what was seen.
    """
    counted = Counter(raw_name(id_, names).casefold() for id_ in ids)
    choices = (_choice(id_, names, counted) for id_ in ids)
    fit = (choice for choice in choices if is_as_it_seems(choice.value))
    return tuple(islice(fit, CHOICES_AT_MOST))


def can_be_typed(text: str) -> bool:
    """Whether a text may stand in a field as it is, and is short enough to be read there."""
    return len(text) <= _LONGEST and is_as_it_seems(text)


def is_as_it_seems(text: str) -> bool:
    """Whether nothing in a text is hidden or would be trimmed away."""
    return bool(text) and text == text.strip() and safe(text).plain == text


def _choice(id_: str, names: Names, counted: Counter[str]) -> Choice:
    name = raw_name(id_, names)
    if name != id_ and counted[name.casefold()] == 1 and can_be_typed(name):
        return Choice(name, _beside(names.title_of(id_), safe(id_)))
    return Choice(id_, _beside(safe(name if name != id_ else ""), names.title_of(id_)))


def _beside(*parts: SafeText) -> SafeText:
    return join(" · ", [part for part in parts if part.plain])
