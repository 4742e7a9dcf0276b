"""The bytes that went to a terminal, taken apart: what is ours, and what is left."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tests.reliability.hostile_text import ASKING, DRIVING

if TYPE_CHECKING:
    import pyte

ORDERS: Final = (*ASKING.values(), *DRIVING.values())
"""Some of them are made of sequences that a driver may send, though never in this order."""
OUR_OWN: Final = re.compile(
    rb"\x1b\[m\x1b\(B\x0f\x1b\[r\x1b\[\?7l\x1b\[2J|\x1b\[H\x1b\[2J"  # a screen made anew
    rb"|\x1b\[(?:\d{1,4}(?:;\d{1,4})?)?H"  # to a place
    rb"|\x1b\[\d{0,4}[CDGX]|\x1b\[K"  # along a line, blanks in it
    rb"|\x1b\[\d{1,4}[LM]|\x1b\[(?:\d{1,4};\d{1,4})?r"  # lines that move
    rb"|\x1b\[[\d;]*m"  # looks
    rb"|\x1b\[\?(?:1049|25|7|1000|1003|1004|1006|1015|1016|2004|2026|2031|2048)[hl]"
    rb"|\x1b\[\?(?:2026|2048)\$p|\x1b\[[<>]\d{0,3}u"  # what Textual asks and switches
    rb"|\x1b\]22;[a-z-]{0,32}\x07"  # the pointer's shape
    rb"|\r|\n"
)
_COPY: Final = re.compile(rb"\x1b\]52;c;[A-Za-z0-9+/=]*\x07")
_LEFT: Final = re.compile(r"[\x00-\x1f\x7f-\x9f].{0,20}", re.DOTALL)
_UNSEEN: Final = re.compile(
    "[\u00ad\u061c\u115f\u1160\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff"
    "\uffa0\U0001f3fb-\U0001f3ff\U000e0000-\U000e01ef]"
)


def not_ours(written: bytes, *, copies: bool = False) -> list[str]:
    """What a driver never sends; `copies` lets texts for the clipboard through."""
    rest = OUR_OWN.sub(b"", _COPY.sub(b"", written) if copies else written).decode()
    whole = [text for text in ORDERS if text.encode("utf-8", "replace") in written]
    return whole + _LEFT.findall(rest) + _UNSEEN.findall(rest)


def assert_only_ours(written: bytes, *, copies: bool = False) -> None:
    """No control and nothing unseen is left once the driver's own sequences are taken out."""
    found = not_ours(written, copies=copies)
    assert not found, found[:20]


def cells(screen: pyte.Screen, line: int) -> list[str]:
    """What is in each cell of a line; the second half of a wide character is empty."""
    return [screen.buffer[line][column].data for column in range(screen.columns)]
