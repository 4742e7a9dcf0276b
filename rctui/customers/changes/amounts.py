"""Amounts of virtual currencies, as a person types them: `+500`, `GLD -20, SLV=1000`.

Only whole numbers in plain digits, always with a sign or `=`: nothing that could be read in two
ways.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from rctui.customers.changes.errors import BadAmount
from rctui.customers.changes.rules import read_amount
from rctui.customers.changes.separators import past

_HOW: Final = "+500 adds, -20 takes away, =1000 sets; GLD +500, SLV -20 for several."
_ENTRY: Final = re.compile(r"([A-Za-z0-9_]*)\s*([-+=])\s*([^\s,;]*)")
_UNSIGNED: Final = re.compile(r"(?:([A-Za-z_]\w*)\s+)?([0-9]+)(?=[\s,;]|$)", re.ASCII)
_BETWEEN: Final = re.compile(r"[\s,;]*")


@dataclass(frozen=True, slots=True)
class TypedAmount:
    """One amount, for one currency."""

    code: str
    """The currency's code as typed; empty where none was."""
    amount: int
    """What is added, below zero what is taken away; for a target the balance to come to."""
    is_target: bool = False


def read_amounts(text: str) -> tuple[TypedAmount, ...]:
    """The amounts in a text. Raises BadAmount, also for none and for a currency named twice."""
    found: list[TypedAmount] = []
    place = past(_BETWEEN, text, 0)
    while place < len(text):
        entry = _ENTRY.match(text, place)
        if entry is None:
            raise _unreadable(text[place:])
        found.append(_amount(entry))
        place = past(_BETWEEN, text, entry.end())
    if not found:
        raise BadAmount("How much?", hint=_HOW, field="amount")
    _check_once(found)
    return tuple(found)


def _unreadable(text: str) -> BadAmount:
    """What to say of a text that begins with no amount; a number needs no more than a sign."""
    bare = _UNSIGNED.match(text)
    if bare is None:
        return BadAmount(f"{text[:40]!a} is not an amount.", hint=_HOW, field="amount")
    code, number = bare.groups()
    what = f"{code} " if code else ""
    hint = f"Type {what}+{number} to add, {what}-{number} to take away, {what}={number} to set."
    return BadAmount(f"{what}{number} has no sign.", hint=hint, field="amount")


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
