"""The one boundary between text from outside and anything that is shown.

A customer chooses their own App User ID and attributes. Such text can hold terminal control
sequences (some make the terminal *answer*, and the answer arrives as key presses), markup,
invisible characters and direction overrides. Records keep the raw string; whatever is shown
is a `SafeText`, and `safe` is the only way from one to the other. The result is plain text: it
must never be parsed as markup either.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final, final

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import LiteralString

SHOWN_AT_MOST: Final = 400
"""Characters of one outside value that are shown in one place; the rest is counted."""

ID_AT_MOST: Final = 1_500
"""Characters of an id that is shown whole. RevenueCat takes no longer ones."""

_COMBINING_AT_MOST: Final = 2
"""Marks stacked on one character beyond which they run into the neighbouring lines."""

_ODD: Final = "\N{REPLACEMENT CHARACTER}"
"""Stands for a character that can't be shown where there is room for one only."""

_DISPUTED_OR_INVISIBLE: Final = frozenset(
    {0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0}
    | set(range(0xFE00, 0xFE10))  # variation selectors: terminals disagree about the width
    | set(range(0x1F3FB, 0x1F400))  # skin tones: 2 cells for some terminals, 4 for others
    | set(range(0xE0100, 0xE01F0))
)
_HIDDEN_CATEGORIES: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_MARK_CATEGORIES: Final = frozenset({"Mn", "Me"})
_PLACEHOLDER: Final = re.compile(r"\{\}")


@final
class SafeText:
    """Plain text without anything that a terminal, a bidi algorithm or a reader trips over.

    Made by `safe` from outside text, by `label` from the program's own words, and by `phrase`
    and `join` from parts that are safe already.
    """

    __slots__ = ("_shown",)

    def __init__(self, *_: object) -> None:
        raise TypeError("make SafeText with safe(), label(), phrase() or join()")

    _shown: str

    @property
    def plain(self) -> str:
        """The text as shown. Not for copying: the raw value may differ."""
        return self._shown

    def __str__(self) -> str:
        return self._shown

    def __repr__(self) -> str:
        return f"SafeText({self._shown!r})"

    def __len__(self) -> int:
        return len(self._shown)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, SafeText) and other._shown == self._shown

    def __hash__(self) -> int:
        return hash((SafeText, self._shown))

    def __add__(self, other: SafeText) -> SafeText:
        return trusted(self._shown + other._shown)


def trusted(shown: str) -> SafeText:
    """Safe text from a string that is known to be safe. Only `rctui.text` may call this."""
    text = object.__new__(SafeText)
    text._shown = shown
    return text


def safe(value: str, limit: int = SHOWN_AT_MOST) -> SafeText:
    """Make one line of outside text fit to be shown; at most `limit` characters of it.

    Control characters become their pictures (`␛`, `⏎`, `⇥`); whatever is invisible, reorders
    its neighbours or has a width that terminals dispute becomes `<U+202E>`; what is left out
    is counted, as in `…(+12)`.
    """
    if len(value) <= limit and value.isascii() and value.isprintable():
        return trusted(value)
    shown = "".join(_shown_characters(value[:limit]))
    left_out = len(value) - limit
    return trusted(f"{shown}…(+{left_out})" if left_out > 0 else shown)


def whole_id(value: str) -> SafeText:
    """An id of a customer where it must be told whole: what is written goes to that one."""
    return safe(value, limit=ID_AT_MOST)


def safe_lines(value: str, limit: int = 200_000) -> list[SafeText]:
    """The same for text whose line ends mean something, such as indented JSON."""
    lines = value[:limit].split("\n")
    return [safe(line, limit=limit) for line in lines]


def in_place(value: str) -> SafeText:
    """Outside text that is being edited: each character keeps a place of its own.

    What `safe` would spell out is one mark here, so that a cursor stands where it seems to.
    """
    if value.isascii() and value.isprintable():
        return trusted(value)
    return trusted("".join(one if len(one) == 1 else _ODD for one in _shown_characters(value)))


def label(words: LiteralString) -> SafeText:
    """The program's own words, which are written in its source and therefore safe."""
    return trusted(words)


def phrase(template: LiteralString, *parts: SafeText | int) -> SafeText:
    """The program's own sentence with safe parts in the places marked `{}`."""
    values = iter(parts)
    return trusted(_PLACEHOLDER.sub(lambda _: str(next(values)), template))


def join(separator: LiteralString, parts: Iterable[SafeText]) -> SafeText:
    """Safe parts with the program's own words between them."""
    return trusted(separator.join(part.plain for part in parts))


def without_lead(text: SafeText, lead: LiteralString) -> SafeText:
    """A text without the words that it may begin with, where those are said beside it already."""
    return trusted(text.plain.removeprefix(lead))


def _shown_characters(value: str) -> Iterable[str]:
    marks = 0
    for place, character in enumerate(value):
        is_mark = unicodedata.category(character) in _MARK_CATEGORIES
        marks = marks + 1 if is_mark else 0
        if is_mark and (marks > _COMBINING_AT_MOST or place < marks):
            yield _code_point(character)
        else:
            yield _shown_character(character)


def _shown_character(character: str) -> str:
    code = ord(character)
    if code < 0x20:
        return {0x0A: "⏎", 0x09: "⇥"}.get(code, chr(0x2400 + code))
    if code == 0x7F:
        return "␡"
    category = unicodedata.category(character)
    odd_space = category == "Zs" and character != " "
    if category in _HIDDEN_CATEGORIES or odd_space or code in _DISPUTED_OR_INVISIBLE:
        return _code_point(character)
    return character


def _code_point(character: str) -> str:
    return f"<U+{ord(character):04X}>"
