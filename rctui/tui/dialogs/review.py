"""What a review asks of the person, by level: rules without a toolkit."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from rctui.customers.write_rules import HIGHEST_LEVEL

if TYPE_CHECKING:
    from rctui.customers.change import Change

_LONGEST_TYPED: Final = 20
_TAIL: Final = 6
_LETTERS: Final = "abcdefghjkmnpqrstuvwxyz"
_NO_PASTE: Final = frozenset({"block", "delete"})


@dataclass(frozen=True, slots=True)
class Challenge:
    """What must be typed before a change of level 3 can be run."""

    wanted: str
    is_tail: bool
    """Whether it is only the end of the customer's id."""
    is_word: bool
    """Whether it is a word made up for the purpose, since the id can't be typed."""
    paste_counts: bool
    """Whether a paste of the whole may stand for typing it."""

    def met(self, typed: str) -> bool:
        """Whether it is met."""
        return typed == self.wanted


def challenge_of(change: Change, level: int) -> Challenge | None:
    """What must be typed, or `None` below level 3."""
    if level < HIGHEST_LEVEL:
        return None
    customer_id = change.customer_id
    paste_counts = change.kind not in _NO_PASTE
    if len(customer_id) <= _LONGEST_TYPED and _can_be_typed(customer_id):
        return Challenge(customer_id, is_tail=False, is_word=False, paste_counts=paste_counts)
    tail = customer_id[-_TAIL:]
    if _can_be_typed(tail):
        return Challenge(tail, is_tail=True, is_word=False, paste_counts=paste_counts)
    word = "".join(secrets.choice(_LETTERS) for _ in range(4))
    return Challenge(word, is_tail=False, is_word=True, paste_counts=paste_counts)


def _can_be_typed(text: str) -> bool:
    return bool(text) and text.isascii() and text.isprintable() and " " not in text
