"""Taking the wrapping off an id that was copied from a ticket, a mail or a log."""

from __future__ import annotations

import re
import urllib.parse
from typing import Final

_INVISIBLE: Final = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
    "\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]"
)
_QUOTES: Final = "\"'`´“”„‟‘’‚‛«»‹›"
_BRACKETS: Final = "<>()[]{}|*"
_PUNCTUATION: Final = ".,;:!?…"
_SPACES: Final = " \t\r\n\v\f\u0085\u00a0\u2028\u2029\u202f\u3000"
_AROUND: Final = _QUOTES + _BRACKETS + _SPACES
_MAILTO: Final = re.compile(r"mailto:([^?]*).*", re.IGNORECASE | re.DOTALL)
_PERCENT_CODE: Final = re.compile(r"%[0-9A-Fa-f]{2}")


def visible(text: str) -> str:
    """The text without zero-width, direction and control characters; line ends and tabs stay."""
    return _INVISIBLE.sub("", text)


def cleaned(text: str) -> str:
    """The text without invisible characters, quotes, brackets and punctuation around it."""
    bare = _unwrapped(visible(text))
    mail = _MAILTO.fullmatch(bare)
    return _unwrapped(mail[1]) if mail else bare


def percent_decoded(text: str) -> str | None:
    """The text decoded once, or `None` where it holds no code or one that isn't UTF-8."""
    if not _PERCENT_CODE.search(text):
        return None
    try:
        return urllib.parse.unquote(text, errors="strict").strip()
    except UnicodeDecodeError:
        return None


def _unwrapped(text: str) -> str:
    return text.rstrip(_AROUND + _PUNCTUATION).lstrip(_AROUND).strip()
