"""Ids that a ticket names in words ("User ID: …"), and words in it that could be ids."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from rctui.customers.finding.recognise_cleaning import cleaned
from rctui.customers.finding.recognise_shapes import kind_of
from rctui.customers.finding.recognised import Candidate

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import LiteralString

_NAME: Final = (
    r"(?<![^\W_])(?:(?:original[ _-]?)?(?:app[ _-]?)?user[ _-]?id|(?:customer|account|subscriber"
    r"|player|member|profile)[ _-]?id|(?:revenuecat|rc)[ _-]?(?:(?:user|customer)[ _-]?)?id|uid)"
)
_BARE_NAME: Final = (
    r"(?:^[ \t>*#-]{0,9}|[.,;:!?(][ \t]{0,3}|\b(?:my|your|his|her|their|our|the|this)[ \t]{1,3})id"
)
"""No order's or product's id: nothing stands before it, or whose it is."""
_AFTER_NAME = r"[ \t\"'*_`]{0,4}(?:[:=|：→]|->|is\b)>?[ \t*_`]{0,9}"
_ON_ITS_LINE: Final = re.compile(rf"{_NAME}{_AFTER_NAME}(?=([^\r\n]{{1,1600}}))", re.IGNORECASE)
_ON_THE_NEXT: Final = re.compile(
    rf"^[ \t>*#-]{{0,9}}{_NAME}[ \t*:]{{0,9}}\r?\n(?=([^\r\n]{{1,1600}}))",
    re.IGNORECASE | re.MULTILINE,
)
_BARE: Final = re.compile(
    rf"{_BARE_NAME}{_AFTER_NAME}(?=([^\r\n]{{1,1600}}))", re.IGNORECASE | re.MULTILINE
)
_RIGHT_BEHIND: Final = re.compile(
    rf"(?:{_NAME}|{_BARE_NAME})[ \t]{{1,3}}(?=([^\s]{{1,250}}))", re.IGNORECASE | re.MULTILINE
)
"""Without a sign between name and id: then only for what looks like no word of a language."""
_CLOSING: Final = {'"': '"', "'": "'", "`": "`", "“": "”", "„": "“", "‘": "’", "«": "»"}
_WORD: Final = re.compile(r"\S+")
_ID_LIKE: Final = re.compile(r"(?=[^\d]*\d)(?=[^A-Za-z]*[A-Za-z])[\w$.:|+=~-]{8,200}", re.ASCII)
_JOINED: Final = re.compile(r"(?=.{6,200}$)[A-Za-z0-9]+(?:_[A-Za-z0-9]+)+", re.ASCII)
"""Words joined by underscores, as no sentence has them."""
_TIME_LIKE: Final = re.compile(r"\d{4}-\d{2}-\d{2}.*|v?\d+(?:\.\d+)+\S*", re.ASCII)
_SENTENCE_AT_MOST: Final = 100


def named_candidates(text: str) -> Iterator[Candidate]:
    """What stands after "User ID:" and its like, on the same line or alone on the next."""
    for pattern in (_ON_ITS_LINE, _ON_THE_NEXT, _BARE):
        for found in pattern.finditer(text):
            for value in _values(found[1].strip()):
                yield _app_user_id(value, "the text calls it an id")
    for found in _RIGHT_BEHIND.finditer(text):
        word = cleaned(found[1])
        if _looks_like_an_id(word):
            yield _app_user_id(word, "the text calls it an id")


def worded_candidates(text: str) -> Iterator[Candidate]:
    """Words that stand alone on their line, then words of letters and digits."""
    for line in text.splitlines():
        word = cleaned(line) if len(line) <= 1600 else ""
        if word and not any(character.isspace() for character in word):
            yield _app_user_id(word, "stands alone on its line")
    for found in _WORD.finditer(text):
        word = cleaned(found[0]) if len(found[0]) <= 250 else ""
        if _looks_like_an_id(word):
            yield _app_user_id(word, "a word of letters and digits")


def _looks_like_an_id(word: str) -> bool:
    if _TIME_LIKE.fullmatch(word):
        return False
    return bool(_ID_LIKE.fullmatch(word) or _JOINED.fullmatch(word))


def _values(rest: str) -> Iterator[str]:
    """A quoted value by its quotes; else the first word, then a short rest of the line."""
    closing = _CLOSING.get(rest[:1])
    if closing is not None and closing in rest[1:]:
        yield cleaned(rest[1 : rest.index(closing, 1)])
        return
    yield _word_or_garbage(rest)
    whole = cleaned(rest)
    if len(whole) <= _SENTENCE_AT_MOST:
        yield whole


def _word_or_garbage(rest: str) -> str:
    """The first word, cleaned unless nothing would be left of it, such as of `[]`."""
    words = rest.split(maxsplit=1)
    return (cleaned(words[0]) or words[0]) if words else ""


def _app_user_id(value: str, why: LiteralString) -> Candidate:
    return Candidate(kind_of(value), value, None, why)
