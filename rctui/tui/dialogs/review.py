"""What a review asks of the person, by level: rules without a toolkit."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from rctui.customers.changes.every_change import AdjustCurrencies
from rctui.customers.changes.rules import LARGE_CREDIT
from rctui.customers.changes.write_rules import HIGHEST_LEVEL

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rctui.customers.changes.change import Change

_LONGEST_TYPED: Final = 20
_TAIL: Final = 6
_LETTERS: Final = "abcdefghjkmnpqrstuvwxyz"
_NO_PASTE: Final = frozenset({"block", "delete"})
_NO_LIMITS: Final[Mapping[str, int]] = MappingProxyType({})


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
    is_amount: bool = False
    """Whether it is the amount of a large credit, and not about the id."""
    is_count: bool = False
    """Whether it is how many rows of a plan are sent."""

    def met(self, typed: str) -> bool:
        """Whether it is met."""
        return typed == self.wanted

    def can_be_met(self, typed: str) -> bool:
        """Whether it is met once more is typed."""
        return self.wanted.startswith(typed)


def count_challenge(rows: int) -> Challenge:
    """For many customers: how many rows are sent."""
    return Challenge(str(rows), is_tail=False, is_word=False, paste_counts=False, is_count=True)


def challenge_of(
    change: Change, level: int, limits: Mapping[str, int] = _NO_LIMITS
) -> Challenge | None:
    """What must be typed; below level 3 that is nothing, or the amount of a large credit.

    `limits` are the project's own largest credits by code: where there is one, nothing is typed.
    """
    if level < HIGHEST_LEVEL:
        return _amount_of(change, limits)
    customer_id = change.customer_id
    paste_counts = change.kind not in _NO_PASTE
    if len(customer_id) <= _LONGEST_TYPED and _can_be_typed(customer_id):
        return Challenge(customer_id, is_tail=False, is_word=False, paste_counts=paste_counts)
    tail = customer_id[-_TAIL:]
    if _can_be_typed(tail):
        return Challenge(tail, is_tail=True, is_word=False, paste_counts=paste_counts)
    word = "".join(secrets.choice(_LETTERS) for _ in range(4))
    return Challenge(word, is_tail=False, is_word=True, paste_counts=paste_counts)


def _amount_of(change: Change, limits: Mapping[str, int]) -> Challenge | None:
    if not isinstance(change, AdjustCurrencies):
        return None
    free = [amount for code, amount in change.adjustments if code not in limits]
    largest = max(free, default=0)
    if largest <= LARGE_CREDIT:
        return None
    return Challenge(str(largest), is_tail=False, is_word=False, paste_counts=False, is_amount=True)


def _can_be_typed(text: str) -> bool:
    return bool(text) and text.isascii() and text.isprintable() and " " not in text
