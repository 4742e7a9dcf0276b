"""A list before anything is asked of it: what kind of list it is, and what in it can't be meant."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from rctui.bulk.asks import GrantAsk
from rctui.bulk.reading import Wish, column_that_says, read_wishes
from rctui.text.safe_text import SafeText, label, phrase, safe

_ANYTHING: Final = GrantAsk("", "")
"""Stands for what is not known yet where a list leaves that to somebody else."""


@dataclass(frozen=True, slots=True)
class ListLook:
    """What a list holds."""

    wishes: tuple[Wish, ...]
    column: str
    """The column by which it says itself what to do; empty where it holds ids alone."""

    @property
    def problems(self) -> tuple[tuple[int, SafeText], ...]:
        """The numbers of the rows that can't be meant, each with the reason."""
        numbered = enumerate(self.wishes, 1)
        return tuple((row, safe(wish.problem)) for row, wish in numbered if wish.problem)

    @property
    def words(self) -> SafeText:
        """All of it in a sentence or two, the first problem with its row."""
        what = label("ids alone") if not self.column else phrase("CSV by {}", safe(self.column))
        words = phrase("{}, {}.", _rows(len(self.wishes)), what)
        problems = self.problems
        if not problems:
            return words
        first = phrase("row {}: {}", *problems[0])
        return phrase("{} {} left out, {}", words, _rows(len(problems)), first)


def look_at(text: str) -> ListLook:
    """What a list holds. Raises BadBulkFile."""
    column = column_that_says(text)
    return ListLook(read_wishes(text, None if column else _ANYTHING), column)


def _rows(count: int) -> SafeText:
    return label("1 row") if count == 1 else phrase("{} rows", count)
