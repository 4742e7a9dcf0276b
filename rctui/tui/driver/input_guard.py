"""What a terminal answers by itself never becomes keys.

Textual turns a sequence it doesn't know into key presses, letter by letter, and letters are
commands here. Terminals answer queries on the same line that carries the keyboard, so a query
hidden in a customer's attribute would press keys. The guard stands in front of Textual's parser
and drops answers, recognised by their shape; everything else passes unchanged.

It also bounds what the parser can't: a paste without an end, resizes to absurd sizes, and key
codes that are no characters.
"""

from __future__ import annotations

import re
from typing import Final, Literal

from rctui.tui.driver.reply_shapes import (
    CODED_KEY,
    MAYBE,
    PASTE_END,
    PASTE_START,
    REPLY,
    RESIZE,
    STRING_START,
    UNMISTAKABLE,
    WANTED_REPORT,
)
from rctui.tui.driver.sane_numbers import sane_key, sane_resize

QUIET: Final = 1.0
"""Seconds of silence after which a string or paste without an end counts as ended."""
PASTE_AT_MOST: Final = 1_000_000
"""Characters of one paste that pass; the rest is dropped."""

_EIGHT_BIT: Final = {code: f"\x1b{chr(code - 0x40)}" for code in range(0x80, 0xA0)}
_PASTE_NOISE: Final = re.compile(r"\x1b")
_END: Final = re.compile(r"[\x18\x1a\x1b]")
_END_OR_BEL: Final = re.compile(r"[\x07\x18\x1a\x1b]")


class InputGuard:
    """Filters decoded keyboard input piece by piece, wherever the pieces are cut.

    Times are seconds of any steady clock. `escape_delay` is how long the beginning of a
    possible answer, a lone `esc` for example, is kept before it counts as typed.
    """

    def __init__(self, escape_delay: float) -> None:
        self._escape_delay = escape_delay
        self._mode: Literal["keys", "string", "paste"] = "keys"
        self._string_end = _END
        self._kept = ""
        self._kept_since = 0.0
        self._last_input = 0.0
        self._pasted = 0

    @property
    def is_waiting(self) -> bool:
        """Whether `expire` will have something to do."""
        return bool(self._kept) or self._mode != "keys"

    def feed(self, text: str, now: float) -> str:
        """What of `text` may reach the parser, together with what was kept before."""
        continued = bool(self._kept)
        text, self._kept = self._kept + text.translate(_EIGHT_BIT), ""
        passed: list[str] = []
        place = 0
        while place < len(text):
            place = self._step(text, place, passed)
        if not (continued and self._kept == text):
            self._kept_since = now
        self._last_input = now
        return "".join(passed)

    def expire(self, now: float) -> str:
        """What was kept and now counts as typed, or the end of a paste that never ended."""
        if self._mode == "keys":
            return self._expire_kept(now)
        if now - self._last_input < QUIET:
            return ""
        released = PASTE_END if self._mode == "paste" else self._kept
        self._mode, self._kept = "keys", ""
        return released

    def _expire_kept(self, now: float) -> str:
        unmistakable = UNMISTAKABLE.match(self._kept) is not None
        if now - self._kept_since < (QUIET if unmistakable else self._escape_delay):
            return ""
        released, self._kept = self._kept, ""
        return "" if unmistakable else released

    def _step(self, text: str, place: int, passed: list[str]) -> int:
        """Handle what stands at `place`; returns where to go on."""
        if self._mode == "string":
            return self._skip_string(text, place)
        if self._mode == "paste":
            return self._pass_paste(text, place, passed)
        escape = text.find("\x1b", place)
        if escape != place:
            end = len(text) if escape < 0 else escape
            passed.append(text[place:end])
            return end
        return self._at_escape(text, place, passed)

    def _at_escape(self, text: str, place: int, passed: list[str]) -> int:
        if text.startswith(PASTE_START, place):
            self._mode, self._pasted = "paste", 0
            passed.append(PASTE_START)
            return place + len(PASTE_START)
        if string := STRING_START.match(text, place):
            self._mode = "string"
            self._string_end = _END if string["ended_by_bel"] is None else _END_OR_BEL
            return string.end()
        if end := self._whole_sequence(text, place, passed):
            return end
        if MAYBE.match(text, place):
            self._kept = text[place:]
            return len(text)
        passed.append("\x1b")
        return place + 1

    def _whole_sequence(self, text: str, place: int, passed: list[str]) -> int | None:
        """Drop an answer, pass what Textual asked for; None when neither stands here."""
        if found := WANTED_REPORT.match(text, place):
            passed.append(found[0])
        elif found := RESIZE.match(text, place):
            passed.append(sane_resize(found))
        elif found := CODED_KEY.match(text, place):
            passed.append(sane_key(found))
        else:
            found = REPLY.match(text, place)
        return found.end() if found else None

    def _skip_string(self, text: str, place: int) -> int:
        end = self._string_end.search(text, place)
        if end is None:
            return len(text)
        after = text[end.end() : end.end() + 1]
        if end[0] == "\x1b" and not after:
            self._kept = "\x1b"
            return len(text)
        self._mode = "keys"
        if end[0] != "\x1b":
            return end.end()
        return end.end() + 1 if after == "\\" else end.start()

    def _pass_paste(self, text: str, place: int, passed: list[str]) -> int:
        end = text.find(PASTE_END, place)
        if end < 0:
            self._kept = _beginning_of_paste_end(text[place:])
            self._pass_pasted(text[place : len(text) - len(self._kept)], passed)
            return len(text)
        self._pass_pasted(text[place:end], passed)
        passed.append(PASTE_END)
        self._mode = "keys"
        return end + len(PASTE_END)

    def _pass_pasted(self, text: str, passed: list[str]) -> None:
        """Pass pasted text without ESC: inside a paste Textual would make keys of it."""
        room = PASTE_AT_MOST - self._pasted
        kept = _PASTE_NOISE.sub("", text)[:room]
        self._pasted += len(kept)
        passed.append(kept)


def _beginning_of_paste_end(text: str) -> str:
    """The longest end of `text` that the end mark of a paste may begin with."""
    longest = min(len(PASTE_END) - 1, len(text))
    beginnings = (PASTE_END[:length] for length in range(longest, 0, -1))
    return next((start for start in beginnings if text.endswith(start)), "")
