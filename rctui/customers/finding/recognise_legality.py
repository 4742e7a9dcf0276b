"""Which App User IDs can exist, and why the others can't."""

from __future__ import annotations

import re
from typing import Final, LiteralString

LONGEST_ID: Final = 1500
"""Characters of a customer id that the API accepts."""

EMPTY_USER: Final = "RevenueCat refuses this id: the app sent an empty user"
"""Why ids such as `null` and `guest` can't be customers."""

_NEVER_CUSTOMERS: Final = frozenset(
    {"no_user", "null", "none", "nil", "(null)", "NaN", "\x00", r"\x00", '""', "unidentified"}
    | {"undefined", "unknown", "anonymous", "guest", "-1", "0", "[]", "{}", "[object Object]"}
)
_UNSENDABLE: Final = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def is_legal(value: str) -> bool:
    """Whether a customer with this id can be asked for."""
    return bool(value) and refusal_of(value) is None and not _UNSENDABLE.search(value)


def refusal_of(value: str) -> LiteralString | None:
    """Why no customer can have this id, in words, or `None`."""
    if value in _NEVER_CUSTOMERS:
        return EMPTY_USER
    if "/" in value:
        return "no App User ID holds a slash"
    if value in (".", "..", "blocked_customers"):
        return "the API can't be asked for this id: it is part of its addresses"
    if len(value) > LONGEST_ID:
        return "an App User ID has at most 1500 characters"
    return None
