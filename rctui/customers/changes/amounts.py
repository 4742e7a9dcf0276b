"""Amounts of virtual currencies, as a person types them: `+500`, `GLD -20, SLV=1000`.

Only whole numbers in plain digits, always with a sign or `=`: nothing that could be read in two
ways.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from rctui.customers.changes.errors import BadAmount
from rctui.customers.changes.rules import read_amount

if TYPE_CHECKING:
    from collections.abc import Iterable

_HOW: Final = "+500 adds, -20 takes away, =1000 sets; GLD +500, SLV -20 for several."
_ENTRY: Final = re.compile(r"([A-Za-z0-9_]*)\s*([-+=])\s*([^\s,;]*)")
_BETWEEN: Final = re.compile(r"[\s,;]*")


@dataclass(frozen=True, slots=True)
class TypedAmount:
    """One amount, for one currency."""

    code: str
    """The currency's code as typed; empty where none was."""
    amount: int
    """What is added, below zero what is taken away; for a target the balance to come to."""
    is_target: bool = False

    @property
    def written(self) -> str:
        """The text that is read as this amount."""
        number = f"={self.amount}" if self.is_target else f"{self.amount:+d}"
        return f"{self.code}{number}"


def read_amounts(text: str) -> tuple[TypedAmount, ...]:
    """The amounts in a text. Raises BadAmount, also for none and for a currency named twice."""
    found: list[TypedAmount] = []
    place = _past_separators(text, 0)
    while place < len(text):
        entry = _ENTRY.match(text, place)
        if entry is None:
            raise BadAmount(f"{text[place:][:40]!a} is no amount.", hint=_HOW, field="amount")
        found.append(_amount(entry))
        place = _past_separators(text, entry.end())
    if not found:
        raise BadAmount("There is no amount.", hint=_HOW, field="amount")
    _check_once(found)
    return tuple(found)


def write_amounts(amounts: Iterable[TypedAmount]) -> str:
    """The text that is read as these amounts."""
    return ", ".join(amount.written for amount in amounts)


def _past_separators(text: str, place: int) -> int:
    between = _BETWEEN.match(text, place)
    return between.end() if between else place


def _amount(entry: re.Match[str]) -> TypedAmount:
    code, sign, digits = entry.groups()
    if not digits:
        raise BadAmount(f"There is no number after {sign}.", hint=_HOW, field="amount")
    amount = read_amount(digits)
    return TypedAmount(code, -amount if sign == "-" else amount, is_target=sign == "=")


def _check_once(amounts: list[TypedAmount]) -> None:
    codes = [amount.code for amount in amounts]
    if len(set(codes)) < len(codes):
        raise BadAmount("One currency is there twice.", hint="Keep one of them.", field="amount")
