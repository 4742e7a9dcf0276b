"""The shapes of what a terminal sends by itself, apart from keys.

Every pattern starts at an ESC, and none can match more than a few kilobytes: what grows longer
is no answer. Shapes that a person could begin by hand (`esc`, then `]` or `P`) only count once
they are complete or unmistakable.
"""

from __future__ import annotations

import re
from typing import Final

_NUMBERS: Final = r"[\d;:]{0,64}"
_TITLE: Final = r"\][lL][^\x07\x18\x1a\x1b]{0,1024}"
_OTHER_STRING: Final = r"[_^X][^\x07\x18\x1a\x1b]{0,1024}"

WANTED_REPORT: Final = re.compile(r"\x1b\[\?(?:2026|2048);\d\$y")
"""The two mode reports that Textual asks for: synchronised output and in-band resizing."""

REPLY: Final = re.compile(
    r"\x1b(?:"
    rf"\[[?>=]{_NUMBERS}[ -/]{{0,2}}[@-~]"  # attributes, modes, keyboard flags
    rf"|\[(?!1;[5-8][p-y])\d{_NUMBERS}[a-ln-tv-z]"  # status and window reports
    r"|\[\d{1,8};\d{1,8}\$y"
    rf"|{_TITLE}(?:\x07|\x1b\\)"
    rf"|{_OTHER_STRING}\x1b\\"
    r")"
)
"""A complete answer. The two keys `CSI 1 ; 5-8 p-y` look like one and are not."""

STRING_START: Final = re.compile(
    r"\x1b(?:\](?P<ended_by_bel>)\d{1,8};|P[\d;]{0,16}[$+!]|P>\||_G)",
)
"""What begins a string beyond doubt: it is an answer, however long it takes to end."""

RESIZE: Final = re.compile(
    r"\x1b\[48;(\d{1,8})[\d:]{0,16};(\d{1,8})[\d:]{0,16}"
    r";(\d{1,8})[\d:]{0,16};(\d{1,8})[\d:]{0,16}t"
)
"""An in-band resize: rows, columns, height and width in pixels."""

CODED_KEY: Final = re.compile(rf"\x1b\[(\d{_NUMBERS})([u~ABCDEFHPQRS])")
"""A key sent as numbers: code point, modifiers, text."""

PASTE_START: Final = "\x1b[200~"
PASTE_END: Final = "\x1b[201~"

MAYBE: Final = re.compile(
    r"\x1b(?:"
    rf"\[{_NUMBERS}|\[[?>=]{_NUMBERS}[ -/]{{0,2}}|\[\d{{1,8}};\d{{1,8}}\$"
    rf"|\]\d{{0,8}}|{_TITLE}\x1b?"
    r"|P[\d;]{0,16}|P>"
    rf"|{_OTHER_STRING}\x1b?"
    r")?\Z"
)
"""The beginning of a shape, up to the end of what has arrived."""

UNMISTAKABLE: Final = re.compile(r"\x1b\[[?>=]\d")
"""The beginning of an answer that nobody types: dropped when the rest does not come."""
