"""The last guard on the way out: no control character inside text reaches the terminal.

Text is made safe long before it gets here. This guard holds even where that was forgotten: a
frame may move, style and write, and nothing else; a terminal is never asked anything that
Textual doesn't ask it.
"""

from __future__ import annotations

import re
from typing import Final

SYNC_START: Final = "\x1b[?2026h"
SYNC_END: Final = "\x1b[?2026l"

_CONTROL: Final = re.compile(
    r"\x1b\[\?[\d;]{1,16}[hl]"  # modes: alternate screen, cursor, mouse, paste
    r"|\x1b\[\?(?:2026|2048)\$p"  # which of its modes the terminal has
    r"|\x1b\[[<>]\d{0,3}u"  # keyboard protocol on and off
    r"|\x1b\]52;c;[A-Za-z0-9+/=]*\x07"  # copy to the clipboard
    r"|\x1b\]22;[a-z-]{0,32}\x07"  # shape of the pointer
    r"|\x07"
)
_FRAME_PARTS: Final = re.compile(
    r"\x1b\[(?:\d{1,5};\d{1,5}H|[\d;]{0,200}m)|\n(?=\n*\x1b\[\d{1,5};\d{1,5}H)"
)
_LINK: Final = re.compile(r"\x1b\]8;[^\x00-\x1f\x7f-\x9f]*\x1b\\")
_CONTROL_CHARACTERS: Final = r"\x00-\x1f\x7f-\x9f\ud800-\udfff\uffff\U000f0000-\U0010ffff"
_UNSAFE: Final = re.compile(f"[{_CONTROL_CHARACTERS}]")
_PART_OR_UNSAFE: Final = re.compile(f"({_FRAME_PARTS.pattern})|[{_CONTROL_CHARACTERS}]")


def is_control(data: str) -> bool:
    """Whether this whole write is one of the sequences Textual sends apart from frames."""
    return _CONTROL.fullmatch(data) is not None


def safe_frame(data: str) -> str:
    """The frame with every control character that isn't part of its own grammar replaced.

    C0 characters and DEL become their pictures; C1, lone surrogates, U+FFFF and the code points
    of the last two planes, which the screen model uses itself, become U+FFFD. Links are left out.
    """
    if not _UNSAFE.search(_FRAME_PARTS.sub("", data)):
        return data
    return _PART_OR_UNSAFE.sub(_safe_part, _LINK.sub("", data))


def _safe_part(found: re.Match[str]) -> str:
    if found[1] is not None:
        return found[1]
    code = ord(found[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else "\ufffd"
