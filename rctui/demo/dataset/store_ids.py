"""Identifiers as the stores write them, from a number and back.

The number has up to 14 digits. It can be read out of any identifier again, which is how a
customer who is made on demand is found by one.
"""

from __future__ import annotations

import re
from typing import Final

from rctui.demo.catalogue import derived_hex

_DIGITS: Final = 14
_PREFIXES: Final = {
    "app_store": "2",
    "mac_app_store": "2",
    "amazon": "amzn1.receipt.1_",
    "stripe": "si_Q",
    "rc_billing": "txRcb",
    "paddle": "txn_",
}
_NOT_DIGITS: Final = re.compile(r"[^0-9]")


def store_identifier(store: str, number: int) -> str:
    """The identifier of a store's subscription or purchase."""
    if store == "promotional":
        return derived_hex("promotional", number, digits=32)
    digits = f"{number % 10**_DIGITS:0{_DIGITS}d}"
    if store == "play_store":
        return f"GPA.331{digits[0]}-{digits[1:5]}-{digits[5:9]}-{digits[9:]}"
    return _PREFIXES.get(store, f"{store}_") + digits


def number_of(identifier: str) -> int | None:
    """The number that an identifier was made from, or nothing if it can't be one of ours."""
    digits = _NOT_DIGITS.sub("", identifier)[-_DIGITS:]
    return int(digits) if len(digits) == _DIGITS else None
