"""What to say of a word that is not known: the nearest one, or all there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def unknown_word(kind: str, word: str, known: Iterable[str]) -> str:
    """A sentence without the word itself: it might be a key in the wrong place."""
    import difflib  # only where something is wrong: the first frame waits for what it imports

    known = list(known)
    near = difflib.get_close_matches(word, known, n=1, cutoff=0.5)
    if near:
        return f"unknown {kind}; did you mean {near[0]}?"
    return f"unknown {kind}; known are {', '.join(known)}"
