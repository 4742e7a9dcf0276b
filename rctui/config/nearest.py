"""What to say of a word that is not known: the nearest one, or all there are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

_NEAR: Final = 0.5


def unknown_word(kind: str, word: str, known: Iterable[str]) -> str:
    """A sentence without the word itself: it might be a key in the wrong place."""
    known = list(known)
    near = nearest(word, known)
    if near:
        return f"unknown {kind}; did you mean {near}?"
    return f"unknown {kind}; known are {', '.join(known)}"


def known_words(word: str, known: Iterable[str], *, at_most: int = 50) -> str:
    """`Did you mean …? There are: …`, the question only where one comes near."""
    known = list(known)
    near = nearest(word, known)
    question = f"Did you mean {near}? " if near else ""
    more = f" and {len(known) - at_most} more" if len(known) > at_most else ""
    return f"{question}There are: {', '.join(known[:at_most])}{more}."


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that comes near, in whatever case; empty where none does."""
    import difflib  # only where something is wrong: the first frame waits for what it imports

    folded = {one.casefold(): one for one in known}
    near = difflib.get_close_matches(word.casefold(), folded, n=1, cutoff=_NEAR)
    return folded[near[0]] if near else ""
